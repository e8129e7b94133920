namespace Noc.Drugs;

/// <summary>A quantity with its unit, such as 150 MG. The unit is upper case and in one spelling.</summary>
/// <param name="Value">How much; never negative.</param>
/// <param name="Unit">MG, MCG, G, NG, KG, UNITS, IU, MEQ, ML, L, MCI, UCI, MBQ, %, VIAL and so on.</param>
public readonly record struct Amount(decimal Value, string Unit)
{
    /// <summary>True for <c>default</c>: no amount.</summary>
    public bool IsNone => Unit is null;

    /// <summary>The same quantity in another unit of its kind; null where the kinds differ.</summary>
    public decimal? In(string unit)
    {
        if (IsNone) return null;
        if (Unit == unit) return Value;
        var (kind, factor) = Scale(Unit);
        var (otherKind, otherFactor) = Scale(unit);
        return kind != 0 && kind == otherKind ? Value * factor / otherFactor : null;
    }

    /// <summary>Whether both say the same quantity; null where their units are of different kinds.</summary>
    public bool? SameAs(Amount other) => other.In(Unit) is { } value ? value == Value : null;

    /// <summary>One spelling for a unit as people write it; null where the word is no unit.</summary>
    public static string? NormaliseUnit(ReadOnlySpan<char> word)
    {
        Span<char> upper = stackalloc char[12];
        if (word.Length is 0 or > 12) return null;
        var length = 0;
        foreach (var c in word)
            if (c != '.') upper[length++] = char.ToUpperInvariant(c);
        return upper[..length] switch
        {
            "MG" or "MGS" or "MILLIGRAM" or "MILLIGRAMS" or "MGM" => "MG",
            "MCG" or "MCGS" or "UG" or "MICROGRAM" or "MICROGRAMS" => "MCG",
            "G" or "GM" or "GMS" or "GRAM" or "GRAMS" => "G",
            "NG" => "NG",
            "KG" => "KG",
            "UNIT" or "UNITS" or "UNT" or "USP" => "UNITS",
            "U" => "U",
            "IU" or "IUS" or "KIU" => "IU",
            "MU" => "MU",
            "MEQ" or "MEQS" => "MEQ",
            "MMOL" => "MMOL",
            "ML" or "MLS" or "CC" or "CCS" or "MILLILITER" => "ML",
            "L" or "LITER" => "L",
            "MCI" or "MILLICURIE" or "MILLICURIES" => "MCI",
            "UCI" or "MICROCURIE" or "MICROCURIES" => "UCI",
            "MBQ" => "MBQ",
            _ => null,
        };
    }

    /// <summary>The value without needless zeros and the unit behind it, such as <c>150MG</c>.</summary>
    public override string ToString() =>
        IsNone ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Value:0.######}{Unit}");

    // Kind and size in the kind's smallest unit that matters; units of activity count as one kind.
    private static (int Kind, decimal Factor) Scale(string unit) => unit switch
    {
        "NG" => (1, 0.000001m),
        "MCG" => (1, 0.001m),
        "MG" => (1, 1m),
        "G" => (1, 1000m),
        "KG" => (1, 1_000_000m),
        "UNITS" or "IU" or "U" => (2, 1m),
        "MU" => (2, 1_000_000m),
        "ML" => (3, 1m),
        "L" => (3, 1000m),
        "UCI" => (4, 0.001m),
        "MCI" => (4, 1m),
        "MBQ" => (4, 1m / 37m),
        "MEQ" => (5, 1m),
        _ => (0, 0m),
    };
}
