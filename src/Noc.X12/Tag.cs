namespace Noc.X12;

/// <summary>Segment tags, each packed into one integer so that a reader can switch on it.</summary>
public static class Tag
{
#pragma warning disable CS1591 // The names are the tags.
    public const uint ISA = 'I' | ('S' << 8) | ('A' << 16), IEA = 'I' | ('E' << 8) | ('A' << 16);
    public const uint GS = 'G' | ('S' << 8), GE = 'G' | ('E' << 8), ST = 'S' | ('T' << 8), SE = 'S' | ('E' << 8);
    public const uint TA1 = 'T' | ('A' << 8) | ('1' << 16), BHT = 'B' | ('H' << 8) | ('T' << 16);
    public const uint HL = 'H' | ('L' << 8), NM1 = 'N' | ('M' << 8) | ('1' << 16);
    public const uint N3 = 'N' | ('3' << 8), N4 = 'N' | ('4' << 8), PRV = 'P' | ('R' << 8) | ('V' << 16);
    public const uint DMG = 'D' | ('M' << 8) | ('G' << 16), SBR = 'S' | ('B' << 8) | ('R' << 16);
    public const uint CLM = 'C' | ('L' << 8) | ('M' << 16), DTP = 'D' | ('T' << 8) | ('P' << 16);
    public const uint REF = 'R' | ('E' << 8) | ('F' << 16), NTE = 'N' | ('T' << 8) | ('E' << 16);
    public const uint PWK = 'P' | ('W' << 8) | ('K' << 16), K3 = 'K' | ('3' << 8), HI = 'H' | ('I' << 8);
    public const uint LX = 'L' | ('X' << 8), SV1 = 'S' | ('V' << 8) | ('1' << 16);
    public const uint SV2 = 'S' | ('V' << 8) | ('2' << 16), LIN = 'L' | ('I' << 8) | ('N' << 16);
    public const uint CTP = 'C' | ('T' << 8) | ('P' << 16), SVD = 'S' | ('V' << 8) | ('D' << 16);
    public const uint CAS = 'C' | ('A' << 8) | ('S' << 16), AMT = 'A' | ('M' << 8) | ('T' << 16);
    public const uint LQ = 'L' | ('Q' << 8), CR7 = 'C' | ('R' << 8) | ('7' << 16);
#pragma warning restore CS1591

    // What each ASCII character counts as in a tag: letters upper-cased, digits, else 0.
    private static ReadOnlySpan<byte> Letters =>
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"u8
        + "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\00123456789\0\0\0\0\0\0\0"u8
        + "ABCDEFGHIJKLMNOPQRSTUVWXYZ\0\0\0\0\0\0ABCDEFGHIJKLMNOPQRSTUVWXYZ\0\0\0\0\0"u8;

    /// <summary>Packs up to three letters or digits, upper-cased; 0 for anything that is no tag.</summary>
    public static uint Of(ReadOnlySpan<byte> text) => text.Length switch
    {
        3 => Pack(text[0], text[1], text[2]),
        2 => Pack(text[0], text[1]),
        1 => Letter(text[0]),
        _ => 0,
    };

    private static uint Pack(byte first, byte second)
    {
        uint a = Letter(first), b = Letter(second);
        return a == 0 || b == 0 ? 0 : a | (b << 8);
    }

    private static uint Pack(byte first, byte second, byte third)
    {
        uint a = Letter(first), b = Letter(second), c = Letter(third);
        return a == 0 || b == 0 || c == 0 ? 0 : a | (b << 8) | (c << 16);
    }

    private static uint Letter(byte character) => character < 0x80 ? Letters[character] : (uint)0;

    /// <summary>The letters of a packed tag.</summary>
    public static string Name(uint tag)
    {
        Span<char> chars = stackalloc char[3];
        var length = 0;
        for (; tag != 0 && length < 3; tag >>= 8) chars[length++] = (char)(tag & 0xFF);
        return new string(chars[..length]);
    }
}
