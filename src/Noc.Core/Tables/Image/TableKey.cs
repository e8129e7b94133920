using System.Text;
using Noc.Drugs;

namespace Noc.Tables;

/// <summary>Numbers that records are found by.</summary>
public static class TableKey
{
    private const int MaxText = 7;

    /// <summary>The key of a procedure code; orders as its text does.</summary>
    public static ulong Of(HcpcsCode code) => code.Packed;

    /// <summary>The key of an NDC; 0 for none.</summary>
    public static ulong Of(Ndc11 ndc) => ndc.PlusOne;

    /// <summary>The key of a locality of a Part B contractor.</summary>
    public static ulong Of(int contractor, int locality) => ((ulong)(uint)contractor << 32) | (uint)locality;

    /// <summary>The key of an entry of a code list.</summary>
    public static ulong Of(Dataset list, ulong packed) => ((ulong)list << 56) | packed;

    /// <summary>Up to seven ASCII characters as a number that orders as the text does; 0 for other texts.</summary>
    public static ulong OfText(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > MaxText || !Ascii.IsValid(text)) return 0;
        ulong packed = 0;
        for (var i = 0; i < MaxText; i++) packed = (packed << 8) | (i < text.Length ? text[i] : 0u);
        return packed;
    }

    /// <summary>The text behind <see cref="OfText"/>.</summary>
    public static string TextOf(ulong packed)
    {
        Span<char> chars = stackalloc char[MaxText];
        var length = 0;
        for (var shift = 8 * (MaxText - 1); shift >= 0; shift -= 8)
            if ((packed >> shift & 0xFF) is var c and not 0) chars[length++] = (char)c;
        return new(chars[..length]);
    }
}
