using System.Globalization;

namespace Noc.Drugs;

/// <summary>How strong a product of one ingredient is: so much drug in so much of it.</summary>
/// <param name="Drug">The drug, such as 25 MG.</param>
/// <param name="Per">In how much: ML, or one item (unit empty).</param>
/// <remarks>Source: FDA, NDC directory, ACTIVE_NUMERATOR_STRENGTH and ACTIVE_INGRED_UNIT, such as
/// <c>BEVACIZUMAB 25 mg/mL</c>.</remarks>
public readonly record struct NdcStrength(Amount Drug, Amount Per)
{
    /// <summary>True for <c>default</c>: not known.</summary>
    public bool IsNone => Drug.IsNone;

    /// <summary>True where the strength is for one item, such as a vial or tablet.</summary>
    public bool IsPerItem => Per.Unit is "";

    /// <summary>Reads the strength of one ingredient; none for several ingredients and where not understood.</summary>
    public static NdcStrength Read(string text)
    {
        if (text.Contains(';') || text.Split(' ') is not [.., var number, var unit]) return default;
        var slash = unit.IndexOf('/');
        if (slash < 1 || !TryNumber(number, out var value) || UnitOf(unit[..slash]) is not { } drug) return default;
        var below = unit[(slash + 1)..];
        var digits = 0;
        while (digits < below.Length && (char.IsAsciiDigit(below[digits]) || below[digits] == '.')) digits++;
        var size = 1m;
        if (digits > 0 && (!TryNumber(below[..digits], out size) || size <= 0)) return default;
        return below[digits..] switch
        {
            "" => new(new(value, drug), new(size, "")),
            "mL" => new(new(value, drug), new(size, "ML")),
            "L" => new(new(value, drug), new(size * 1000, "ML")),
            "g" => new(new(value, drug), new(size, "G")),
            _ => default,
        };
    }

    /// <summary>The drug in an amount of the product; none where the measures do not fit.</summary>
    /// <param name="amount">A measure of the product, such as 4 ML; none for one item.</param>
    public Amount In(Amount amount)
    {
        if (IsNone) return default;
        if (IsPerItem) return new(Drug.Value / Per.Value, Drug.Unit);
        return amount.In(Per.Unit) is { } size ? new(Drug.Value * size / Per.Value, Drug.Unit) : default;
    }

    /// <summary>Such as <c>25MG/ML</c>.</summary>
    public override string ToString() => IsNone ? "" : IsPerItem ? $"{Drug} each"
        : Per.Value == 1 ? $"{Drug}/{Per.Unit}" : $"{Drug}/{Per}";

    private static string? UnitOf(string unit) => unit switch
    {
        "mg" => "MG",
        "g" => "G",
        "ug" => "MCG",
        "ng" => "NG",
        "kg" => "KG",
        "mCi" => "MCI",
        "uCi" => "UCI",
        "Ci" => "CI",
        "MBq" => "MBQ",
        "meq" => "MEQ",
        "mmol" => "MMOL",
        "mL" => "ML",
        "[iU]" => "IU",
        "[USP'U]" or "[USP&apos'U]" or "U" or "[U]" => "UNITS",
        _ => null,
    };

    private static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)
        && number <= 1_000_000_000m;
}
