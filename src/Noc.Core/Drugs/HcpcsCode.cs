using System.Text;

namespace Noc.Drugs;

/// <summary>A HCPCS Level II or CPT procedure code: five letters or digits, upper case, such as <c>J3490</c>.</summary>
/// <remarks>Kept as its five ASCII bytes in one integer, so that comparing and hashing cost nothing.</remarks>
public readonly record struct HcpcsCode : IComparable<HcpcsCode>
{
    private readonly ulong _packed;

    private HcpcsCode(ulong packed) => _packed = packed;

    /// <summary>True for <c>default</c>: no code.</summary>
    public bool IsNone => _packed == 0;

    /// <summary>The five characters; an empty string for <c>default</c>.</summary>
    public string Value => _packed == 0 ? "" : string.Create(5, _packed, static (chars, packed) =>
    {
        for (var i = 0; i < 5; i++) chars[i] = (char)((packed >> (8 * (4 - i))) & 0xFF);
    });

    /// <summary>The first character, such as <c>J</c>; NUL for <c>default</c>.</summary>
    public char Series => (char)((_packed >> 32) & 0xFF);

    /// <summary>The last character: a digit, or a letter such as the <c>T</c> of a new technology; NUL for
    /// <c>default</c>.</summary>
    public char Last => (char)(_packed & 0xFF);

    /// <summary>The four digits behind the first character as a number, or -1 where they are not all digits.</summary>
    public int Number
    {
        get
        {
            var number = 0;
            for (var shift = 24; shift >= 0; shift -= 8)
            {
                var c = (int)((_packed >> shift) & 0xFF);
                if (c is < '0' or > '9') return -1;
                number = (number * 10) + (c - '0');
            }
            return _packed == 0 ? -1 : number;
        }
    }

    /// <summary>The five characters as a number; orders as the text does.</summary>
    internal ulong Packed => _packed;

    /// <summary>A number of all bits in which neighbouring codes lie apart, for hash tables.</summary>
    internal int Spread => unchecked((int)((_packed * 0x9E3779B97F4A7C15UL) >> 33));

    /// <summary>Accepts exactly five ASCII letters or digits in either case. Never throws.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out HcpcsCode code)
    {
        code = default;
        if (text.Length != 5) return false;
        ulong packed = 0;
        foreach (var b in text)
        {
            var upper = b is >= (byte)'a' and <= (byte)'z' ? (byte)(b - 32) : b;
            if (upper is not ((>= (byte)'0' and <= (byte)'9') or (>= (byte)'A' and <= (byte)'Z'))) return false;
            packed = (packed << 8) | upper;
        }
        code = new(packed);
        return true;
    }

    /// <summary>Accepts exactly five ASCII letters or digits in either case. Never throws.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out HcpcsCode code)
    {
        code = default;
        if (text.Length != 5) return false;
        Span<byte> bytes = stackalloc byte[5];
        return Encoding.ASCII.TryGetBytes(text, bytes, out var written) && written == 5 && TryParse(bytes, out code);
    }

    /// <summary>The code for text known to be one, such as a constant in a rule.</summary>
    /// <exception cref="ArgumentException">The text is not five letters or digits.</exception>
    public static HcpcsCode Of(string text) =>
        TryParse(text, out var code) ? code : throw new ArgumentException("Not a five-character code.", nameof(text));

    /// <summary>Orders codes as their text does.</summary>
    public int CompareTo(HcpcsCode other) => _packed.CompareTo(other._packed);

    /// <summary>The same as <see cref="Value"/>.</summary>
    public override string ToString() => Value;
}
