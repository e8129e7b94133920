using System.Text;

namespace Noc.Audit;

/// <summary>The FNV-1a hash, 64 bits: stable between runs, machines and versions.</summary>
internal struct Fnv64()
{
    /// <summary>The hash of what was added.</summary>
    public ulong Value { get; private set; } = 14695981039346656037;

    /// <summary>Adds bytes, with a border behind them, so that "ab" and "c" are not "a" and "bc".</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        var value = Value;
        foreach (var b in bytes) value = unchecked((value ^ b) * 1099511628211);
        Value = unchecked((value ^ 0xFF) * 1099511628211);
    }

    /// <summary>Adds a text; of a long one its beginning.</summary>
    public void Add(string text)
    {
        Span<byte> bytes = stackalloc byte[64];
        Add(bytes[..Encoding.ASCII.GetBytes(text.AsSpan(0, Math.Min(64, text.Length)), bytes)]);
    }

    /// <summary>Adds a number.</summary>
    public void Add(int number) => Add(BitConverter.GetBytes(number));

    /// <summary>Adds the letters and digits of a text, whatever its case, blanks and marks.</summary>
    public void AddPlain(ReadOnlySpan<byte> text)
    {
        var value = Value;
        foreach (var b in text)
            if (char.IsAsciiLetterOrDigit((char)b)) value = unchecked((value ^ (byte)(b & ~0x20)) * 1099511628211);
        Value = unchecked((value ^ 0xFF) * 1099511628211);
    }

    /// <summary>Thirteen letters and digits.</summary>
    public override readonly string ToString() => string.Create(13, Value, static (chars, value) =>
    {
        const string digits = "0123456789abcdefghjkmnpqrstvwxyz";
        for (var i = 12; i >= 0; i--, value >>= 5) chars[i] = digits[(int)(value & 31)];
    });
}
