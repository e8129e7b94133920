using System.Globalization;
using Noc.Drugs;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>What one unit of a code stands for where that is any dose between two amounts: "greater than 100 mg".
/// </summary>
/// <param name="Limit">The amount.</param>
/// <param name="IsAbove">True for doses above it, false for those up to it.</param>
public readonly record struct DoseBand(Amount Limit, bool IsAbove)
{
    /// <summary>The band of a code; null where its unit is none.</summary>
    public static DoseBand? Of(ProductCode row)
    {
        var text = row.UnitText.AsSpan();
        if (text.StartsWith("dose band ", StringComparison.Ordinal)) text = text["dose band ".Length..];
        else if (!text.StartsWith("less than", StringComparison.Ordinal)
            && !text.StartsWith("greater than", StringComparison.Ordinal)) return null;
        var isAbove = text.StartsWith("greater than", StringComparison.Ordinal)
            || text.StartsWith("above", StringComparison.Ordinal);
        var at = text.IndexOfAnyInRange('0', '9');
        if (at < 0) return null;
        text = text[at..];
        if (text.IndexOf(';') is >= 0 and var end) text = text[..end];
        var blank = text.IndexOf(' ');
        return blank > 0 && decimal.TryParse(text[..blank], NumberStyles.Number, CultureInfo.InvariantCulture,
            out var number) && Amount.NormaliseUnit(text[(blank + 1)..]) is { } unit
            ? new(new(number, unit), isAbove) : null;
    }

    /// <summary>Whether a dose lies in it.</summary>
    public bool Holds(Amount dose) => dose.In(Limit.Unit) is > 0 and var amount
        && (IsAbove ? amount > Limit.Value : amount <= Limit.Value);

    /// <summary>The narrowest band of one product that holds a dose; null where one code has none, or none holds it.
    /// </summary>
    public static SpecificCode? Narrowest(IReadOnlyList<SpecificCode> codes, Amount dose)
    {
        SpecificCode? best = null;
        DoseBand narrowest = default;
        foreach (var code in codes)
        {
            if (code.Product != codes[0].Product || Of(code.Row) is not { } band) return null;
            if (!band.Holds(dose) || (best is not null && (band.IsAbove
                || (!narrowest.IsAbove && band.Limit.Value >= narrowest.Limit.Value)))) continue;
            (best, narrowest) = (code, band);
        }
        return best;
    }
}
