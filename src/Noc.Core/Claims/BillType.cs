namespace Noc.Claims;

/// <summary>What kind of facility and of care an institutional claim bills: the first two digits of its type of bill,
/// without the frequency behind them.</summary>
/// <param name="Number">The two digits as a number, such as 13; 0 where there are none.</param>
/// <remarks>Source: CMS, Claims Processing Manual ch. 25 s. 75.1.</remarks>
public readonly record struct BillType(int Number)
{
    /// <summary>Stay in a hospital (11x).</summary>
    public static readonly BillType Inpatient = new(11);

    /// <summary>Stay in a hospital that Part A does not pay (12x).</summary>
    public static readonly BillType InpatientPartB = new(12);

    /// <summary>Outpatient department of a hospital (13x).</summary>
    public static readonly BillType Outpatient = new(13);

    /// <summary>Dialysis facility (72x).</summary>
    public static readonly BillType Dialysis = new(72);

    /// <summary>Surgery centre of a hospital (83x).</summary>
    public static readonly BillType SurgeryCentre = new(83);

    /// <summary>Critical access hospital (85x).</summary>
    public static readonly BillType CriticalAccess = new(85);

    /// <summary>Reads two or three digits, with or without a zero in front; none of anything else.</summary>
    public static BillType Of(ReadOnlySpan<byte> text)
    {
        if (text.Length > 2 && text[0] == (byte)'0') text = text[1..];
        return text.Length is 2 or 3 && text is [>= (byte)'0' and <= (byte)'9', >= (byte)'0' and <= (byte)'9', ..]
            ? new(((text[0] - '0') * 10) + text[1] - '0') : default;
    }

    /// <summary>The same of a text.</summary>
    public static BillType Of(string text)
    {
        Span<byte> bytes = stackalloc byte[4];
        return text.Length <= bytes.Length && System.Text.Ascii.FromUtf16(text, bytes, out var length)
            is System.Buffers.OperationStatus.Done ? Of(bytes[..length]) : default;
    }

    /// <summary>Whether a text may be a type of bill: two or three digits with or without a zero in front, of a
    /// facility (1 to 4, 6 to 8) and a kind of care (1 to 9) that the manual knows.</summary>
    public static bool IsPossible(string text)
    {
        var digits = text.Length is 3 or 4 && text[0] == '0' ? text[1..] : text;
        return digits.Length is 2 or 3 && digits.All(char.IsAsciiDigit) && digits[0] is >= '1' and <= '8' and not '5'
            && digits[1] != '0';
    }
}
