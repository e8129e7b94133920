using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Noc.Tables;

/// <summary>The texts of an image, each once.</summary>
public sealed class TextHeap
{
    private readonly Dictionary<string, TextRef> _known = new(StringComparer.Ordinal);
    private readonly ArrayBufferWriter<byte> _bytes = new(1 << 16);

    internal TextHeap() => _bytes.Write((ReadOnlySpan<byte>)[0, 0]);   // the empty text

    internal static ReadOnlySpan<byte> Section => "TEXT"u8;

    /// <summary>The place of a text; of more than 65,535 bytes the beginning is kept.</summary>
    public TextRef Add(string? text)
    {
        if (string.IsNullOrEmpty(text)) return default;
        if (_known.TryGetValue(text, out var place)) return place;
        var bytes = Encoding.UTF8.GetBytes(text);
        var length = Math.Min(bytes.Length, ushort.MaxValue);
        place = new((uint)_bytes.WrittenCount);
        Span<byte> prefix = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(prefix, (ushort)length);
        _bytes.Write(prefix);
        _bytes.Write(bytes.AsSpan(0, length));
        _known.Add(text, place);
        return place;
    }

    /// <summary>The text at a place.</summary>
    public string this[TextRef place]
    {
        get
        {
            if (place.IsEmpty) return "";
            var at = _bytes.WrittenSpan[(int)place.Offset..];
            return Encoding.UTF8.GetString(at.Slice(2, BinaryPrimitives.ReadUInt16LittleEndian(at)));
        }
    }

    internal byte[] ToArray() => _bytes.WrittenSpan.ToArray();
}
