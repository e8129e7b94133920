using System.Globalization;

namespace Noc.Drugs;

/// <summary>Reads the quantity of CTP04 or of a paper form.</summary>
/// <param name="Defect">What is wrong.</param>
/// <param name="Value">The quantity where the text is a number; null otherwise.</param>
/// <remarks>Source: coding guide B3: up to three decimals, no trailing zeros, no thousands separators.</remarks>
public readonly record struct NdcQuantityText(NdcQuantityDefect Defect, decimal? Value)
{
    private const decimal Largest = 10_000_000m;

    /// <summary>Never throws.</summary>
    public static NdcQuantityText Read(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.IsEmpty) return new(NdcQuantityDefect.Missing, null);
        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        if (text.Length > 24 || !decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var value))
            return new(NdcQuantityDefect.NotANumber, null);
        if (value <= 0) return new(NdcQuantityDefect.NotPositive, value);
        if (value > Largest) return new(NdcQuantityDefect.TooLarge, value);
        if (Rounding.Amount(value) != value) return new(NdcQuantityDefect.TooManyDecimals, value);
        return new(text.Contains('.') && text[^1] is '0' or '.' ? NdcQuantityDefect.TrailingZeros
            : NdcQuantityDefect.None, value);
    }
}
