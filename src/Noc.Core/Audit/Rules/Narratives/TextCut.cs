using Noc.Coding;
using Noc.Tables;

namespace Noc.Audit.Rules.Narratives;

/// <summary>NAR027 text-cut: the text ends in the middle of a fact.</summary>
/// <remarks>
/// <para>Why it matters: a system that cuts at its own length loses what stands last, often the NDC or the price, and
/// nobody notices until the line is denied.</para>
/// <para>What to do: shorten the text, so that each fact stands whole; the finding gives one that fits.</para>
/// <para>Source: X12 837 guides, 80 characters; CMS-1500 items 19 (71) and 24 (61).</para>
/// <para>Silent when: the text is shorter than 50 characters, or ends with a whole fact. A lone letter is the rest of a
/// word only where the text fills its place (61, 71 or 80 characters).</para>
/// </remarks>
public static class TextCut
{
    // Systems cut at 50, 61, 71 or 80; what is shorter was written so.
    private const int ShortestCut = 50, NdcDigits = 10;

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NAR027", "text-cut", "narrative_format", Severity.Warn,
        "What stands last was lost.", Sources.Guide837P, Confidence.Medium) { Judges = LineTraits.Unclassified };

    /// <summary>Looks at the end of the description, then of the note.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || Math.Max(drug.Description.Length, drug.Note.Length) < ShortestCut) return;
        var inText = Ends(drug.Description) is not null;
        if (Ends(inText ? drug.Description : drug.Note) is not { } what) return;
        findings.Add(Info, context, inText ? context.DescriptionElement : "2400/NTE02",
            $"The text ends in the middle of {what}.", inText ? drug.Line.Description : drug.Line.Notes[0].Text,
            new() { Narrative = Narrative.Suggest(context) });
    }

    // What the text was cut in; null where its end is whole.
    private static string? Ends(string text)
    {
        var end = text.AsSpan().TrimEnd();
        if (end.Length < ShortestCut) return null;
        var isOpen = end.LastIndexOf('(') > end.LastIndexOf(')');
        if (isOpen || end[^1] is '-' or '/' or '$' or '=' or '#' or ':' or '+')
            return "a fact";
        var blank = end.LastIndexOf(' ');
        var last = end[(blank + 1)..];
        var before = end[..Math.Max(blank, 0)].TrimEnd();
        // A lone letter at the end of what a system lets through is the first one of a lost word.
        if (last.Length == 1 && char.IsLetter(last[0]) && blank > 0
            && text.Length is TextRoom.Electronic or TextRoom.Item19 or TextRoom.Shaded24) return "a word";
        if (IsLabel(last)) return $"a fact: {last.ToString().ToUpperInvariant()} has nothing behind it";
        var previous = before[(before.LastIndexOf(' ') + 1)..];
        if (IsNdcLabel(previous) || (last.StartsWith("N4", StringComparison.OrdinalIgnoreCase) && last.Length > 4))
            return Digits(last) - (last[0] is 'N' or 'n' ? 1 : 0) is > 0 and < NdcDigits ? "an NDC" : null;
        return null;
    }

    private static bool IsNdcLabel(ReadOnlySpan<char> word) =>
        word.TrimEnd(":#").Equals("NDC", StringComparison.OrdinalIgnoreCase);

    private static bool IsLabel(ReadOnlySpan<char> word)
    {
        foreach (var label in Labels)
            if (word.TrimEnd(".:#").Equals(label, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static readonly string[] Labels =
        ["NDC", "INV", "INVOICE", "COST", "WASTE", "LOT", "MFR", "MFG", "DOSE", "STRENGTH", "PL", "PER", "WT"];

    private static int Digits(ReadOnlySpan<char> word)
    {
        var count = 0;
        foreach (var c in word)
            if (char.IsAsciiDigit(c)) count++;
        return count;
    }
}
