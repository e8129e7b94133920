using System.Buffers.Text;
using System.Text;

namespace Noc.Claims;

/// <summary>One value as it stands on a claim: its bytes, its element name and its place in the file.</summary>
/// <remarks><c>default</c> is an absent value: empty bytes, no element. A value of blanks counts as absent.</remarks>
public readonly struct Field
{
    private const int ElementBits = 16, LengthBits = 20, StartBits = 28, MaxElement = (1 << ElementBits) - 1;

    private readonly ClaimText? _text;
    private readonly ulong _place;   // start, length, element: a claim has many fields, so they are small

    /// <summary>The longest value in bytes.</summary>
    public const int MaxLength = (1 << LengthBits) - 1;

    /// <summary>A slice of <paramref name="text"/>; blanks at both ends are left out.</summary>
    /// <param name="text">The bytes and the element names.</param>
    /// <param name="start">Where the slice starts, below 256 MiB.</param>
    /// <param name="length">Its bytes, at most <see cref="MaxLength"/>.</param>
    /// <param name="element">Number of its element name in <see cref="ClaimText.Elements"/>, below 65,536.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public Field(ClaimText text, int start, int length, int element)
    {
        var bytes = text.Bytes.AsSpan(start, length);
        if (start >> StartBits != 0 || length > MaxLength || element is < 0 or > MaxElement)
            throw new ArgumentOutOfRangeException(nameof(start));
        var lead = 0;
        while (lead < length && bytes[lead] == (byte)' ') lead++;
        while (length > lead && bytes[length - 1] == (byte)' ') length--;
        _text = text;
        _place = ((ulong)(uint)(start + lead) << (LengthBits + ElementBits))
            | ((ulong)(uint)(length - lead) << ElementBits) | (uint)element;
    }

    private int Start => (int)(_place >> (LengthBits + ElementBits));

    private int Length => (int)((_place >> ElementBits) & MaxLength);

    /// <summary>True where the value is absent or blank.</summary>
    public bool IsEmpty => Length == 0;

    /// <summary>The name of the place, such as <c>2410/LIN03</c>; empty where the value is absent.</summary>
    public string Element => _text?.Elements[(int)(_place & MaxElement)] ?? "";

    /// <summary>The bytes without blanks at the ends; empty where the value is absent.</summary>
    public ReadOnlySpan<byte> Bytes => _text is null ? [] : _text.Bytes.AsSpan(Start, Length);

    /// <summary>The offset of the first byte in the original file, or null where the value is absent.</summary>
    public long? Offset => _text?.OriginalOffset(Start);

    /// <summary>The value as text: UTF-8 where it is valid, else Latin-1. Empty where absent.</summary>
    public string Text => IsEmpty ? "" : Decode(Bytes);

    /// <summary>The value as a number with a point, or null where it is absent or is no such number.</summary>
    public decimal? Number => IsEmpty ? null : TryReadPlain(Bytes) ?? TryReadAny(Bytes);

    /// <summary>Whether the bytes are exactly <paramref name="ascii"/>.</summary>
    public bool Is(ReadOnlySpan<byte> ascii) => Bytes.SequenceEqual(ascii);

    /// <summary>Bytes of a claim as text: UTF-8 where valid, else Latin-1. Never throws.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes) =>
        Ascii.IsValid(bytes) || !System.Text.Unicode.Utf8.IsValid(bytes)
            ? Encoding.Latin1.GetString(bytes)
            : Encoding.UTF8.GetString(bytes);

    // Nearly every amount on a claim: up to 18 digits with at most one point between them.
    private static decimal? TryReadPlain(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 18) return null;
        long value = 0;
        var scale = -1;
        foreach (var b in bytes)
        {
            if (b == (byte)'.' && scale < 0)
            {
                scale = 0;
                continue;
            }
            if (b is < (byte)'0' or > (byte)'9') return null;
            value = unchecked((value * 10) + (b - '0'));
            if (scale >= 0) scale++;
        }
        if (scale == 0 || bytes[0] == (byte)'.') return null;   // a bare point at an end: left to the other reader
        return new decimal(unchecked((int)value), (int)(value >> 32), 0, isNegative: false, (byte)Math.Max(scale, 0));
    }

    private static decimal? TryReadAny(ReadOnlySpan<byte> bytes) =>
        Utf8Parser.TryParse(bytes, out decimal value, out var used) && used == bytes.Length ? value : null;

    /// <summary>The element name only. A field may hold patient data, so its value is never printed by
    /// accident.</summary>
    public override string ToString() => Element;
}
