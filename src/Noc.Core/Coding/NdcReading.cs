using Noc.Drugs;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>What a typed, printed or scanned text says of an NDC, settled with the tables where the text alone leaves
/// it open.</summary>
/// <param name="Text">The text.</param>
/// <param name="Spelling">How the code in it is spelled.</param>
/// <param name="Ndc">The code; null where it stays open.</param>
/// <param name="Candidates">What ten digits without hyphens, eleven with one at a wrong place, or a product without
/// package, may mean.</param>
/// <param name="Label">The barcode or label text around the code; null where the text is the code alone.</param>
/// <param name="IsResolved">True where the tables settled which of the candidates is meant.</param>
public sealed record NdcReading(
    string Text, NdcText Spelling, Ndc11? Ndc, IReadOnlyList<NdcCandidate> Candidates, Gs1Text? Label, bool IsResolved)
{
    private const int MostPackages = 20, FewestDigits = 10, MostWithHyphens = 16;

    /// <summary>Reads a text.</summary>
    /// <param name="tables">The tables; ten digits without hyphens are looked up in them.</param>
    /// <param name="text">A code in any spelling, the text of a GS1 barcode, or the text of a label with NDC, LOT and
    /// EXP.</param>
    /// <param name="day">The day for which the tables are asked.</param>
    public static NdcReading Of(ReferenceTables tables, string text, DateOnly day)
    {
        var label = Gs1Text.Read(text) ?? LabelText.Read(text);
        var spelling = label is null ? NdcText.Read(WithoutQuantity(text))
            : label.Ndc ?? new(NdcDefect.Missing, null, [], "");
        if (spelling.Ndc is { } ndc) return new(text, spelling, ndc, [], label, false);
        if (spelling.Defect is NdcDefect.ProductOnly)
            return new(text, spelling, null, PackagesOf(tables, spelling.Product, day), label, false);
        var candidates = new List<NdcCandidate>(3);
        foreach (var digits in ElevenDigits(spelling, text))
            if (Ndc11.TryParse(digits, out var candidate)) candidates.Add(Candidate(tables, candidate, day));
        var known = candidates.FindAll(candidate => candidate.IsKnown);
        var settled = known.Count == 1 ? known[0].Ndc : (Ndc11?)null;
        return new(text, spelling, settled, candidates, label, settled is not null);
    }

    // Eleven digits with a hyphen at a wrong place, as CMS prints some (50016-091605), are settled by the tables alone.
    private static IReadOnlyList<string> ElevenDigits(NdcText spelling, string text) =>
        spelling.Defect is NdcDefect.BadSegments && text.Length <= MostWithHyphens
            && string.Concat(text.Where(char.IsAsciiDigit)) is { Length: 11 } digits ? [digits] : spelling.Candidates;

    /// <summary>Whether a word is a unit with its number, such as UN1.5 or ML 4.</summary>
    public static bool IsQuantity(ReadOnlySpan<char> word) => QuantityLength(word) == word.Length && word.Length > 0;

    // How many characters a unit with its number takes in front; 0 where there is none.
    private static int QuantityLength(ReadOnlySpan<char> text)
    {
        if (text.Length < 3) return 0;
        var (isUnit, at) = (false, 2);
        foreach (var unit in (ReadOnlySpan<string>)["UN", "ML", "GR", "ME", "F2"])
            isUnit = isUnit || text.StartsWith(unit, StringComparison.OrdinalIgnoreCase);
        if (!isUnit) return 0;
        while (at < text.Length && text[at] == ' ') at++;
        var first = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.')) at++;
        return at == first || (at < text.Length && text[at] is not (' ' or '*' or ':')) ? 0 : at;
    }

    // The shaded line of a paper claim: N400409379301 UN1, or the quantity in front. It says nothing of the code.
    private static ReadOnlySpan<char> WithoutQuantity(ReadOnlySpan<char> text)
    {
        var front = QuantityLength(text.TrimStart());
        if (front > 0 && text.TrimStart()[front..].TrimStart(" *:") is { Length: >= FewestDigits } code) return code;
        var head = text.TrimEnd("0123456789. ");
        if (head.Length < FewestDigits || head.Length == text.Length) return text;
        foreach (var unit in (ReadOnlySpan<string>)["UN", "ML", "GR", "ME"])
            if (head.EndsWith(unit, StringComparison.OrdinalIgnoreCase)) return head[..^2].TrimEnd(" *:");
        // F2 ends in a digit, and is trimmed with the number behind it.
        return head[^1] is 'F' or 'f' && text[head.Length] == '2' ? head[..^1].TrimEnd(" *:") : text;
    }

    /// <summary>Packages of a product that the tables name, at most twenty.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="product">Nine digits: labeler and product.</param>
    /// <param name="day">The day for which the tables are asked.</param>
    public static IReadOnlyList<NdcCandidate> PackagesOf(ReferenceTables tables, string product, DateOnly day)
    {
        if (!ulong.TryParse(product, out var number)) return [];
        var (low, high) = (TableKey.Of(Ndc11.Of(number, 0)), TableKey.Of(Ndc11.Of(number, 99)));
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (ref readonly var row in tables.Image.Rows<NdcPackageRecord>().Between(low, high))
            found.Add(row.Ndc.Digits);
        foreach (ref readonly var row in tables.Image.Rows<NdcCodeRecord>().Between(low, high))
            found.Add(row.Ndc.Digits);
        return [.. found.Take(MostPackages).Select(digits =>
            Candidate(tables, Ndc11.TryParse(digits, out var ndc) ? ndc : default, day))];
    }

    private static NdcCandidate Candidate(ReferenceTables tables, Ndc11 ndc, DateOnly day)
    {
        var facts = NdcFacts.Of(tables, ndc, day);
        return new(ndc, facts.Listing, facts.Name);
    }
}
