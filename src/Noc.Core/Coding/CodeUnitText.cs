using Noc.Drugs;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>Reads the unit of a drug code: from a unit as price files print it, or out of a description.</summary>
public static class CodeUnitText
{
    // The longest description has some 1,000 characters; more than this is not looked at.
    private const int MaxLength = 4_000;

    /// <summary>Reads a unit such as <c>10 mg</c>, <c>100,000 UNITS</c>, <c>PER VIAL</c>, <c>up to 1 gm</c> or
    /// <c>200 mg/25 mg</c>. Never throws.</summary>
    public static CodeUnit Parse(ReadOnlySpan<char> text)
    {
        text = Cut(text).Trim();
        if (StartsRange(text)) return new(CodeUnitKind.Range, default);
        var words = new UnitWords(text);
        var unit = Leading(ref words);
        if (unit.Kind == CodeUnitKind.None) return default;
        return unit.Kind is CodeUnitKind.UpTo or CodeUnitKind.Exact && EndsPerItem(text) is { } item
            ? new(CodeUnitKind.Item, item) : Finish(unit, Total(text), ref words);
    }

    /// <summary>Finds the unit in a description: the last part between commas that names an amount or an item, such as
    /// <c>10 mg</c> in "Injection, exampline, 10 mg, not otherwise specified". What stands in brackets is not looked
    /// at unless it says what one unit is, as in "(500 ml = 1 unit)". Never throws.</summary>
    public static CodeUnit InDescription(ReadOnlySpan<char> description)
    {
        description = Cut(description);
        if (Equation(description) is { Kind: not CodeUnitKind.None } equation) return equation;
        var end = description.Length;
        CodeUnit found = default;
        while (end > 0)
        {
            var start = PartStart(description, end);
            var part = description[start..end].Trim();
            var unit = InPart(part);
            // "Per study dose, up to 40 millicuries" is one dose.
            if (found.Kind != CodeUnitKind.None)
                return unit.Kind switch
                {
                    CodeUnitKind.Item => unit,
                    CodeUnitKind.UpTo => new(CodeUnitKind.Combination, default, [unit.Amount, found.Amount]),
                    _ => found,
                };
            if (unit.Kind != CodeUnitKind.None)
            {
                if (unit.Kind != CodeUnitKind.UpTo)
                    return unit.Kind == CodeUnitKind.Combination ? Listed(unit, description[..Math.Max(0, start - 1)])
                        : unit;
                found = unit;
            }
            end = start - 1;
        }
        return found;
    }

    // "Exampline 4 mg, otherine 4 mg and thirdine 2 mg": the first of the list stands in a part of its own.
    private static CodeUnit Listed(CodeUnit combination, ReadOnlySpan<char> before)
    {
        var start = PartStart(before, before.Length);
        var part = before[start..].Trim();
        return part.Length > 0 && char.IsLetter(part[0]) && InPart(part) is { Kind: CodeUnitKind.Exact } first
            ? combination with { Parts = [first.Amount, .. combination.Parts!] } : combination;
    }

    private static ReadOnlySpan<char> Cut(ReadOnlySpan<char> text) =>
        text.Length <= MaxLength ? text : text[..MaxLength];

    private static bool StartsRange(ReadOnlySpan<char> text) =>
        text.StartsWith("less than", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("greater than", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("more than", StringComparison.OrdinalIgnoreCase)
        || (text.Length > 0 && text[0] is '<' or '>' or '\u2264' or '\u2265');

    // "Up to 110 million cells, per therapeutic dose": the dose is the unit.
    private static Amount? EndsPerItem(ReadOnlySpan<char> text)
    {
        var comma = text.LastIndexOf(',');
        if (comma < 0) return null;
        var words = new UnitWords(text[(comma + 1)..].Trim());
        return words.Take("PER") && words.Item() is { } item && words.AtEnd ? item : null;
    }

    /// <summary>The unit at the beginning; the words behind it are left.</summary>
    private static CodeUnit Leading(ref UnitWords words)
    {
        var kind = words.Take("UP") && words.Take("TO") ? CodeUnitKind.UpTo : CodeUnitKind.Exact;
        var isPer = words.Take("PER") || words.Take("EACH");
        if (words.Item() is { } item) return new(CodeUnitKind.Item, item);
        if (words.Quantity(isPer) is { } amount) return new(kind, amount);
        // "1 mg" needs its number or "per"; a bare "mg" is the whole text.
        if (!isPer && words.BareUnit() is { } unit) return new(kind, unit);
        return isPer && words.AtEnd ? new(CodeUnitKind.Item, new(1, "EACH")) : default;
    }

    /// <summary>Looks at what stands behind a leading unit.</summary>
    private static CodeUnit Finish(CodeUnit unit, Amount total, ref UnitWords words)
    {
        if (words.TakeMark('/') && words.Take("KG")) return unit with { Kind = CodeUnitKind.PerKilogram };
        List<Amount>? parts = null;
        while (!words.AtEnd)
            if (words.Quantity(isPer: false) is { } more) (parts ??= [unit.Amount]).Add(more);
            else words.Skip();
        return parts is null || unit.Kind == CodeUnitKind.Item ? unit : new(CodeUnitKind.Combination, total, parts);
    }

    /// <summary>A part of a description: the unit at its beginning, or the amounts behind a name.</summary>
    private static CodeUnit InPart(ReadOnlySpan<char> part)
    {
        if (StartsRange(part)) return new(CodeUnitKind.Range, default);
        // "Containing nominal 2 x 10^13 vector genomes" is what a millilitre holds.
        if (part.Contains('^')) return default;
        var words = new UnitWords(part);
        var unit = Leading(ref words);
        if (unit.Kind != CodeUnitKind.None) return Finish(unit, Total(part), ref words);
        // "0.9 mg, provided in 1.1 mg vial"
        if (part.StartsWith("provided in", StringComparison.OrdinalIgnoreCase)) return default;
        words = new(part);
        List<Amount>? amounts = null;
        var kind = CodeUnitKind.Exact;
        while (!words.AtEnd)
        {
            if (words.Quantity(isPer: false) is { } amount) (amounts ??= []).Add(amount);
            else if (words.Take("UP") && words.Take("TO")) kind = CodeUnitKind.UpTo;
            else if ((words.Take("LESS") || words.Take("GREATER")) && words.Take("THAN"))
                return new(CodeUnitKind.Range, default);
            else if (words.Take("PER"))
            {
                if (words.Item() is { } item) return new(CodeUnitKind.Item, item);
                if (words.Quantity(isPer: true) is { } per) (amounts ??= []).Add(per);
            }
            else words.Skip();
        }
        return amounts switch
        {
            null => default,
            [var only] => new(kind, only),
            _ => new(CodeUnitKind.Combination, Total(part), amounts),
        };
    }

    // "10mg/10mg (20mg)"
    private static Amount Total(ReadOnlySpan<char> part)
    {
        part = part.TrimEnd();
        var open = part.LastIndexOf('(');
        if (open < 0 || part[^1] != ')') return default;
        var words = new UnitWords(part[(open + 1)..^1]);
        return words.Quantity(isPer: false) is { } amount && words.AtEnd ? amount : default;
    }

    // "(500 ml = 1 unit)"
    private static CodeUnit Equation(ReadOnlySpan<char> text)
    {
        var equals = text.IndexOf('=');
        if (equals < 0 || !text[(equals + 1)..].TrimStart().StartsWith("1 unit", StringComparison.OrdinalIgnoreCase))
            return default;
        var open = text[..equals].LastIndexOf('(');
        var words = new UnitWords(text[(open + 1)..equals].Trim());
        return words.Quantity(isPer: false) is { } amount && words.AtEnd ? new(CodeUnitKind.Exact, amount) : default;
    }

    // Where the last part before the end begins: behind a comma or semicolon outside brackets and numbers.
    private static int PartStart(ReadOnlySpan<char> text, int end)
    {
        var depth = 0;
        for (var i = end - 1; i >= 0; i--)
        {
            if (text[i] is ')') depth++;
            else if (text[i] is '(') depth = Math.Max(0, depth - 1);
            else if (depth == 0 && (text[i] == ';' || (text[i] == ',' && !IsInNumber(text, i)))) return i + 1;
        }
        return 0;
    }

    private static bool IsInNumber(ReadOnlySpan<char> text, int comma) =>
        comma > 0 && comma + 1 < text.Length && char.IsAsciiDigit(text[comma - 1])
        && char.IsAsciiDigit(text[comma + 1]);
}
