namespace Noc.Drugs;

/// <summary>A two-character procedure modifier, upper case, such as <c>JZ</c>.</summary>
public readonly record struct Modifier
{
    private readonly ushort _packed;

    private Modifier(ushort packed) => _packed = packed;

    /// <summary>True for <c>default</c>: no modifier.</summary>
    public bool IsNone => _packed == 0;

    /// <summary>The two characters; an empty string for <c>default</c>.</summary>
    public string Value => _packed == 0 ? "" : string.Create(2, _packed, static (chars, packed) =>
    {
        chars[0] = (char)(packed >> 8);
        chars[1] = (char)(packed & 0xFF);
    });

    /// <summary>A number below <see cref="Slots"/> of its own, for tables.</summary>
    internal int Slot => (Digit(_packed >> 8) * 36) + Digit(_packed & 0xFF);

    /// <summary>How many modifiers there can be.</summary>
    internal const int Slots = 36 * 36;

    private static int Digit(int c) => c is >= '0' and <= '9' ? c - '0' : c is >= 'A' and <= 'Z' ? c - 'A' + 10 : 0;

    /// <summary>Accepts exactly two ASCII letters or digits in either case. Never throws.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out Modifier modifier)
    {
        modifier = default;
        if (text.Length != 2 || !IsPart(text[0]) || !IsPart(text[1])) return false;
        modifier = new((ushort)((Upper(text[0]) << 8) | Upper(text[1])));
        return true;
    }

    /// <summary>The modifier for text known to be one, such as a constant in a rule.</summary>
    /// <exception cref="ArgumentException">The text is not two letters or digits.</exception>
    public static Modifier Of(string text) =>
        text is [var a, var b] && a < 128 && b < 128 && TryParse([(byte)a, (byte)b], out var modifier)
            ? modifier
            : throw new ArgumentException("Not a two-character modifier.", nameof(text));

    private static bool IsPart(byte b) => char.IsAsciiLetterOrDigit((char)b);

    private static byte Upper(byte b) => b is >= (byte)'a' and <= (byte)'z' ? (byte)(b - 32) : b;

    /// <summary>The same as <see cref="Value"/>.</summary>
    public override string ToString() => Value;
}
