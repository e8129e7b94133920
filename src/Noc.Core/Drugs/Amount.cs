namespace Noc.Drugs;

/// <summary>A quantity with its unit, such as 150 MG. The unit is upper case and in one spelling.</summary>
/// <param name="Value">How much; never negative.</param>
/// <param name="Unit">MG, MCG, G, NG, KG, UNITS, U, IU, KIU, MU, MEQ, MMOL, ML, L, MCI, UCI, MBQ, GBQ, VG (vector
/// genomes), VP (viral particles), CELLS, SQCM, %, VIAL and so on.</param>
public readonly record struct Amount(decimal Value, string Unit)
{
    private const decimal Largest = 1_000_000_000_000_000m;   // far above any dose; keeps conversion from overflow

    /// <summary>True for <c>default</c>: no amount.</summary>
    public bool IsNone => Unit is null;

    /// <summary>The same quantity in another unit of its kind; null where the kinds differ.</summary>
    public decimal? In(string unit)
    {
        if (IsNone) return null;
        if (Unit == unit) return Value;
        var (kind, times, over) = Scale(Unit);
        var (otherKind, otherTimes, otherOver) = Scale(unit);
        if (kind == 0 || kind != otherKind || Value > Largest) return null;
        return Value * times * otherOver / (over * otherTimes);
    }

    /// <summary>Whether both say the same quantity; null where their units are of different kinds.</summary>
    public bool? SameAs(Amount other) => other.In(Unit) is { } value ? value == Value : null;

    // Texts tell doses in them; codes count such products by the treatment or the piece.
    private static bool IsCountOrArea(string unit) =>
        unit is "VG" or "VP" or "CELLS" or "PFU" or "CFU" or "EIN" or "SQCM";

    /// <summary>One spelling for a measure of drugs as people write it; null where the word is none: cells, genomes and
    /// areas are not.</summary>
    public static string? NormaliseUnit(ReadOnlySpan<char> word)
    {
        Span<char> upper = stackalloc char[24];
        if (word.Length is 0 or > 24) return null;
        var length = 0;
        foreach (var c in word)
            if (c != '.') upper[length++] = char.ToUpperInvariant(c);
        ref readonly var entry = ref NarrativeWords.Entry(NarrativeWords.Find(upper[..length]));
        return entry.Kind == WordKind.Unit && !IsCountOrArea(entry.Value) ? entry.Value : null;
    }

    /// <summary>The same quantity in another unit of its kind; false where the kinds differ.</summary>
    public bool TryConvert(string unit, out Amount converted)
    {
        converted = In(unit) is { } value ? new(value, unit) : default;
        return !converted.IsNone;
    }

    /// <summary>The value without needless zeros and the unit behind it, such as <c>150MG</c>; large counts of cells
    /// and genomes as <c>1.8X10E11VG</c>.</summary>
    public override string ToString() => IsNone ? ""
        : Value >= Million && Unit is "VG" or "VP" or "CELLS" or "PFU" or "CFU" ? WithPower()
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Value:0.######}{Unit}");

    private const decimal Million = 1_000_000m;

    private string WithPower()
    {
        var (value, power) = (Value, 0);
        for (; value >= 10m; power++) value /= 10m;
        return string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"{value:0.############}X10E{power}{Unit}");
    }

    // Kind and size as a ratio, so that 370 MBQ is 10 MCI exactly; units of activity count as one kind.
    private static (int Kind, decimal Times, decimal Over) Scale(string unit) => unit switch
    {
        "NG" => (1, 1m, 1_000_000m),
        "MCG" => (1, 1m, 1000m),
        "MG" => (1, 1m, 1m),
        "G" => (1, 1000m, 1m),
        "KG" => (1, 1_000_000m, 1m),
        "UNITS" or "IU" or "U" => (2, 1m, 1m),
        "KIU" => (2, 1000m, 1m),
        "MU" => (2, 1_000_000m, 1m),
        "ML" => (3, 1m, 1m),
        "L" => (3, 1000m, 1m),
        "KBQ" => (4, 1m, 37_000m),
        "UCI" => (4, 1m, 1000m),
        "MBQ" => (4, 1m, 37m),
        "MCI" => (4, 1m, 1m),
        "CI" => (4, 1000m, 1m),
        "GBQ" => (4, 1000m, 37m),
        "MEQ" => (5, 1m, 1m),
        "MMOL" => (6, 1m, 1m),
        _ => (0, 1m, 1m),
    };
}
