using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Noc.Tables;

/// <summary>Reference tables as one block of bytes: a directory, then sections of records of one size each.</summary>
/// <remarks>
/// Opened, not parsed: opening checks the directory only, look-ups search the sorted records in place and allocate
/// nothing. Immutable and safe to share between threads. Little-endian.
/// </remarks>
public sealed class TableImage
{
    /// <summary>The layout of header and directory that this version reads and writes.</summary>
    public const int Format = 2;

    // Differs in the kind of checksum only: still read, so that an update of Noc loses no import.
    private const int ShaFormat = 1;

    internal const int HeaderSize = 48, EntrySize = 48, Alignment = 16;

    private const int MaxKinds = 100;   // tests have kinds of their own

    private static int _kinds = -1;

    internal static ReadOnlySpan<byte> Magic => "NOCTABLE"u8;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int _format;
    private readonly Entry[] _entries;
    private readonly ReadOnlyMemory<byte> _texts;
    private readonly object?[] _known = new object?[MaxKinds];

    internal readonly record struct Entry(ulong Name, int Version, int RecordSize, int Count, long Offset, ulong Check);

    private TableImage(ReadOnlyMemory<byte> bytes, int format, Entry[] entries)
    {
        (_bytes, _format, _entries) = (bytes, format, entries);
        _texts = Bytes(Find(TextHeap.Section));
        Name = Text(new(BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[40..])));
    }

    /// <summary>Tables without any record.</summary>
    public static TableImage Empty { get; } = new TableImageBuilder().Build("empty");

    /// <summary>The name of this state of the tables, printed on every report.</summary>
    public string Name { get; }

    /// <summary>The whole image, as it is written to a file.</summary>
    public ReadOnlyMemory<byte> Content => _bytes;

    /// <summary>Opens an image; checks its header and directory.</summary>
    /// <exception cref="UnreadableTablesException">It is damaged, cut off, or of a newer format.</exception>
    public static TableImage Open(ReadOnlyMemory<byte> bytes)
    {
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("Tables need a little-endian machine.");
        var head = bytes.Span;
        if (head.Length < HeaderSize) throw new UnreadableTablesException(TableFault.Cut);
        if (!head.StartsWith(Magic)) throw new UnreadableTablesException(TableFault.Damaged);
        var format = BinaryPrimitives.ReadInt32LittleEndian(head[8..]);
        if (format > Format) throw new UnreadableTablesException(TableFault.Newer);
        if (format < ShaFormat) throw new UnreadableTablesException(TableFault.Older);
        var count = BinaryPrimitives.ReadInt32LittleEndian(head[12..]);
        var length = BinaryPrimitives.ReadInt64LittleEndian(head[16..]);
        if (head.Length < length) throw new UnreadableTablesException(TableFault.Cut);
        if (count is < 1 or > 1000 || head.Length > length || head.Length < HeaderSize + ((long)count * EntrySize))
            throw new UnreadableTablesException(TableFault.Damaged);
        var directory = head.Slice(HeaderSize, count * EntrySize);
        if (Checksum(directory, format) != BinaryPrimitives.ReadUInt64LittleEndian(head[24..]))
            throw new UnreadableTablesException(TableFault.Damaged);
        var entries = new Entry[count];
        for (var i = 0; i < count; i++) entries[i] = EntryAt(directory[(i * EntrySize)..], length);
        return new(bytes, format, entries);
    }

    /// <summary>Compares every section with its checksum, and its records with those of this version. Files are
    /// verified whenever they are opened: it takes a few milliseconds for 25 MB.</summary>
    /// <exception cref="UnreadableTablesException">A section is damaged, or of another version.</exception>
    public void Verify()
    {
        foreach (var entry in _entries)
        {
            if (Checksum(Bytes(entry).Span, _format) != entry.Check)
                throw new UnreadableTablesException(TableFault.Damaged);
            if (TableKinds.BySection.TryGetValue(entry.Name, out var kind)) Check(entry, kind.Version, kind.Size);
        }
    }

    /// <summary>The records of one kind; none where the image has no such section.</summary>
    /// <exception cref="UnreadableTablesException">The section has records of another version.</exception>
    public TableRows<T> Rows<T>() where T : unmanaged, ITableRecord
    {
        // Asked for several times a line of a claim: each kind is looked for once.
        if (Kind<T>.Number >= MaxKinds) return Read<T>();
        if (_known[Kind<T>.Number] is Found<T> known) return known.Rows;
        var found = new Found<T>(Read<T>());
        _known[Kind<T>.Number] = found;
        return found.Rows;
    }

    private TableRows<T> Read<T>() where T : unmanaged, ITableRecord
    {
        var entry = Find(T.Section);
        if (entry.Name == 0) return default;
        Check(entry, T.Version, TableRows<T>.RecordSize);
        return new(Bytes(entry), entry.Count);
    }

    private static void Check(in Entry entry, int version, int size)
    {
        if (entry.Version != version || entry.RecordSize != size)
            throw new UnreadableTablesException(entry.Version > version ? TableFault.Newer : TableFault.Older);
    }

    private sealed class Found<T>(TableRows<T> rows) where T : unmanaged, ITableRecord
    {
        public TableRows<T> Rows { get; } = rows;
    }

    // Numbers the kinds of records as they are first asked for.
    private static class Kind<T>
    {
        public static readonly int Number = Interlocked.Increment(ref _kinds);
    }

    /// <summary>Bytes that are no records; none where the image has no such section.</summary>
    public ReadOnlyMemory<byte> BytesOf(ReadOnlySpan<byte> name) =>
        Find(name) is { Name: not 0 } entry ? Bytes(entry) : default;

    /// <summary>The text of a record; empty where it has none.</summary>
    public string Text(TextRef text) => Encoding.UTF8.GetString(Utf8(text));

    /// <summary>The same as UTF-8 without allocating.</summary>
    public ReadOnlySpan<byte> Utf8(TextRef text)
    {
        if (text.IsEmpty) return [];
        var heap = _texts.Span;
        if (text.Offset > heap.Length - 2) throw new UnreadableTablesException(TableFault.Damaged);
        heap = heap[(int)text.Offset..];
        var length = BinaryPrimitives.ReadUInt16LittleEndian(heap);
        return length <= heap.Length - 2
            ? heap.Slice(2, length)
            : throw new UnreadableTablesException(TableFault.Damaged);
    }

    internal static ulong Checksum(ReadOnlySpan<byte> bytes) => Checksum(bytes, Format);

    // CRC-32C over every fourth word, four of them in step: as fast as memory, and any damage within 32 bits shows.
    private static ulong Checksum(ReadOnlySpan<byte> bytes, int format)
    {
        if (format == ShaFormat) return Sha(bytes);
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        uint first = 0, second = 1, third = 2, fourth = 3;
        var at = 0;
        for (; at + 4 <= words.Length; at += 4)
        {
            first = BitOperations.Crc32C(first, words[at]);
            second = BitOperations.Crc32C(second, words[at + 1]);
            third = BitOperations.Crc32C(third, words[at + 2]);
            fourth = BitOperations.Crc32C(fourth, words[at + 3]);
        }
        foreach (var rest in bytes[(at * sizeof(ulong))..]) first = BitOperations.Crc32C(first, rest);
        var (low, high) = (((ulong)first << 32) | second, ((ulong)third << 32) | fourth);
        return unchecked(low ^ (BitOperations.RotateLeft(high, 17) * Mixer) ^ (ulong)bytes.Length);
    }

    // Odd, so that no bit of the second half is lost.
    private const ulong Mixer = 0x9E37_79B9_7F4A_7C15;

    private static ulong Sha(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }

    /// <summary>A section's name, up to eight ASCII letters, as a number.</summary>
    internal static ulong Packed(ReadOnlySpan<byte> name)
    {
        Span<byte> bytes = stackalloc byte[8];
        bytes.Clear();
        name.CopyTo(bytes);
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
    }

    private static Entry EntryAt(ReadOnlySpan<byte> at, long length)
    {
        var entry = new Entry(
            BinaryPrimitives.ReadUInt64LittleEndian(at), BinaryPrimitives.ReadInt32LittleEndian(at[8..]),
            BinaryPrimitives.ReadInt32LittleEndian(at[12..]), BinaryPrimitives.ReadInt32LittleEndian(at[16..]),
            BinaryPrimitives.ReadInt64LittleEndian(at[24..]), BinaryPrimitives.ReadUInt64LittleEndian(at[32..]));
        var end = entry.Offset + ((long)entry.RecordSize * entry.Count);
        return entry.RecordSize > 0 && entry.Count >= 0 && entry.Offset % Alignment == 0 && end <= length
            ? entry
            : throw new UnreadableTablesException(TableFault.Damaged);
    }

    private Entry Find(ReadOnlySpan<byte> name)
    {
        var packed = Packed(name);
        foreach (var entry in _entries)
            if (entry.Name == packed) return entry;
        return default;
    }

    private ReadOnlyMemory<byte> Bytes(in Entry entry) =>
        _bytes.Slice(checked((int)entry.Offset), checked(entry.RecordSize * entry.Count));
}
