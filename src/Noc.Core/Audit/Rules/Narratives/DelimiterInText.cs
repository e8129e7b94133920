using Noc.Claims;

namespace Noc.Audit.Rules.Narratives;

/// <summary>NAR028 delimiter-in-text: a text holds a character that separates the parts of an 837, or one that no
/// element may hold.</summary>
/// <remarks>
/// <para>Why it matters: the receiver cuts the text at a separator, and what stands behind it moves into other
/// elements; a claim with a control character is rejected. Letters outside of A to Z, and signs such as µ, may
/// be.</para>
/// <para>What to do: write a blank instead of * : ~ ^; MCG for µg, and plain letters.</para>
/// <para>Source: X12 837 guides, delimiters, basic and extended character set.</para>
/// <para>Silent when: the file has other separators and the text a colon only. The note of the claim is told on the
/// first unclassified line. A warning for characters outside of ASCII: some receivers take them.</para>
/// </remarks>
public static class DelimiterInText
{
    private const string Separators = "*~^";

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NAR028", "delimiter-in-text", "narrative_format", Severity.Reject,
        "The receiver cuts the text at a separator.", Sources.Guide837P) { Judges = LineTraits.Unclassified };

    /// <summary>One finding for the first place.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified) return;
        var line = drug.Line;
        if (drug.Description.AsSpan().IndexOfAny(Separators) is >= 0 and var at)
            Add(context, findings, context.DescriptionElement, drug.Description[at], line.Description);
        else if (line.IsDescriptionSplit)
            Add(context, findings, context.DescriptionElement, ':', line.Description);
        else if (HasTextAsCharge(line))
            findings.Add(Info, context, context.ChargeElement, "The text seems to hold the separator of elements: "
                + $"\"{line.ChargeText.Text}\" stands where the charge should be.", line.ChargeText,
                new() { Text = $"{drug.Description} {line.ChargeText.Text} in one element" });
        else if (MarkIn(line.Notes, out var inNote) is { } mark)
            Add(context, findings, "2400/NTE02", mark, inNote);
        else if (IsFirst(context) && MarkIn(context.Claim.Notes, out var inRemark) is { } other)
            Add(context, findings, "2300/NTE02", other, inRemark);
        else if (!CheckSigns(context, findings, context.DescriptionElement, drug.Description, line.Description)
            && drug.Note.Length > 0)
            CheckSigns(context, findings, "2400/NTE02", drug.Note, line.Notes[0].Text);
    }

    private static char? MarkIn(Items<Note> notes, out Field found)
    {
        for (var i = 0; i < notes.Count; i++)
        {
            found = notes[i].Text;
            if (found.Bytes.IndexOfAny("*~^"u8) is >= 0 and var at) return (char)found.Bytes[at];
            if (notes[i].IsSplit) return ':';
        }
        found = default;
        return null;
    }

    private static bool IsFirst(in RuleContext context)
    {
        foreach (var one in context.DrugLines)
            if (one.IsUnclassified) return ReferenceEquals(one, context.Drug);
        return false;
    }

    // Control characters, and what is not ASCII; true where the text has one.
    private static bool CheckSigns(
        in RuleContext context, FindingSink findings, string element, string text, Field found)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '~') is not (>= 0 and var at)) return false;
        var isControl = char.IsControl(text[at]);
        findings.Add(Info, context, element, isControl
            ? Texts.Of($"The text holds the control character {(int)text[at]:X2} (character {at + 1}), which no ")
                + "element may."
            : Texts.Of($"The text holds characters that are not ASCII (the first is character {at + 1}): not every ")
                + "receiver takes them.", found, new() { Narrative = Narrative.Suggest(context) },
            isControl ? null : Severity.Warn,
            new(CorrectionSafety.Review, isControl ? "write a blank instead" : "write plain letters"));
        return true;
    }

    private static void Add(in RuleContext context, FindingSink findings, string element, char mark, Field found) =>
        findings.Add(Info, context, element, $"The text holds {mark}, which separates the parts of an 837.", found,
            new() { Narrative = Narrative.Suggest(context) },
            correction: new(CorrectionSafety.Review, $"write a blank instead of {mark}"));

    // 150MG in the place of the charge, behind a description.
    private static bool HasTextAsCharge(ServiceLine line)
    {
        if (line.ChargeUsd is not null || line.ChargeText.IsEmpty || line.Description.IsEmpty) return false;
        foreach (var one in line.ChargeText.Bytes)
            if (char.IsAsciiLetter((char)one)) return true;
        return false;
    }
}
