namespace Noc.Drugs;

/// <summary>A National Drug Code in the 11-digit form that claims carry (5-4-2, no hyphens).</summary>
/// <remarks>Source: 837P guide 005010X222A1, loop 2410, LIN03 when LIN02 is N4.</remarks>
public readonly record struct Ndc11
{
    private const ulong ProductsOfLabeler = 10_000;

    private readonly ulong _plusOne;   // the number plus one, so that default is "no code"

    private Ndc11(ulong number) => _plusOne = number + 1;

    /// <summary>True for <c>default</c>: no code.</summary>
    public bool IsNone => _plusOne == 0;

    /// <summary>The eleven digits as a number, plus one; 0 for <c>default</c>.</summary>
    internal ulong PlusOne => _plusOne;

    /// <summary>The eleven digits, such as <c>00409379501</c>.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default</c>.</exception>
    public string Digits => IsNone
        ? throw new InvalidOperationException("default(Ndc11) is not a code.")
        : (_plusOne - 1).ToString("D11");

    /// <summary>The code with hyphens between labeler, product and package, such as <c>00409-3795-01</c>.</summary>
    public string Hyphenated => Digits is var d ? $"{d[..5]}-{d[5..9]}-{d[9..]}" : "";

    /// <summary>Five digits: who makes or packs it; empty for <c>default</c>.</summary>
    public string Labeler => IsNone ? "" : Digits[..5];

    /// <summary>Four digits: drug, strength and form; empty for <c>default</c>.</summary>
    public string Product => IsNone ? "" : Digits[5..9];

    /// <summary>Two digits: size and kind of the package; empty for <c>default</c>.</summary>
    public string Package => IsNone ? "" : Digits[9..];

    /// <summary>Labeler and product as a nine-digit number; 0 for <c>default</c>.</summary>
    public ulong LabelerProduct => IsNone ? 0 : (_plusOne - 1) / 100;

    /// <summary>The smallest and the greatest code of the same labeler, for searching between them.</summary>
    internal (Ndc11 First, Ndc11 Last) OfLabeler => LabelerProduct / ProductsOfLabeler * ProductsOfLabeler is var first
        ? (Of(first, 0), Of(first + ProductsOfLabeler - 1, 99)) : default;

    /// <summary>Whether another code is of the same labeler.</summary>
    internal bool HasLabelerOf(Ndc11 other) =>
        LabelerProduct / ProductsOfLabeler == other.LabelerProduct / ProductsOfLabeler;

    /// <summary>The package of a product with the smallest or greatest number, for searching between them.</summary>
    /// <param name="labelerProduct">Labeler and product as a number.</param>
    /// <param name="package">0 to 99.</param>
    internal static Ndc11 Of(ulong labelerProduct, uint package) => new((labelerProduct * 100) + package);

    /// <summary>Accepts exactly eleven ASCII digits. Never throws.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out Ndc11 ndc)
    {
        ndc = default;
        if (text.Length != 11) return false;
        ulong number = 0;
        foreach (var b in text)
        {
            if (b is < (byte)'0' or > (byte)'9') return false;
            number = (number * 10) + (ulong)(b - '0');
        }
        ndc = new(number);
        return true;
    }

    /// <summary>Accepts exactly eleven ASCII digits, or 5-4-2 with hyphens. Never throws.</summary>
    /// <remarks>A 10-digit label code is refused on purpose: without its segments nobody can tell where the
    /// missing zero belongs. The NDC rules explain such text.</remarks>
    public static bool TryParse(ReadOnlySpan<char> text, out Ndc11 ndc)
    {
        ndc = default;
        Span<byte> digits = stackalloc byte[11];
        if (text.Length == 13 && text[5] == '-' && text[10] == '-')
            return TryCopy(text[..5], digits) && TryCopy(text[6..10], digits[5..]) && TryCopy(text[11..], digits[9..])
                && TryParse(digits, out ndc);
        return text.Length == 11 && TryCopy(text, digits) && TryParse(digits, out ndc);
    }

    private static bool TryCopy(ReadOnlySpan<char> from, Span<byte> to)
    {
        for (var i = 0; i < from.Length; i++)
        {
            if (!char.IsAsciiDigit(from[i])) return false;
            to[i] = (byte)from[i];
        }
        return true;
    }

    /// <summary>The eleven digits; an empty string for <c>default</c>.</summary>
    public override string ToString() => IsNone ? "" : Digits;
}
