using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Noc.Tables;

/// <summary>Puts records together into a <see cref="TableImage"/>.</summary>
public sealed class TableImageBuilder
{
    private readonly List<(ulong Name, int Version, int RecordSize, int Count, byte[] Bytes)> _sections = [];

    /// <summary>The texts of all records.</summary>
    public TextHeap Texts { get; } = new();

    /// <summary>Adds the records of one kind; sorts them by key and first day, otherwise in the order given.</summary>
    /// <exception cref="ArgumentException">The kind was added before.</exception>
    public void Add<T>(IEnumerable<T> records) where T : unmanaged, ITableRecord
    {
        var name = TableImage.Packed(T.Section);
        if (_sections.Exists(section => section.Name == name))
            throw new ArgumentException($"{typeof(T).Name} was added before.", nameof(records));
        var sorted = records.OrderBy(record => record.Key).ThenBy(record => record.Days.First).ToArray();
        var bytes = MemoryMarshal.AsBytes<T>(sorted).ToArray();
        _sections.Add((name, T.Version, TableRows<T>.RecordSize, sorted.Length, bytes));
    }

    /// <summary>Adds bytes that are no records, under a name of up to eight ASCII letters.</summary>
    public void AddBytes(ReadOnlySpan<byte> name, byte[] bytes) =>
        _sections.Add((TableImage.Packed(name), 1, 1, bytes.Length, bytes));

    /// <summary>Writes directory and sections. The same records in the same order give the same bytes.</summary>
    public TableImage Build(string name)
    {
        var title = Texts.Add(name);
        var heap = Texts.ToArray();
        (ulong, int, int, int, byte[])[] sections =
            [.. _sections, (TableImage.Packed(TextHeap.Section), 1, 1, heap.Length, heap)];
        var directoryEnd = TableImage.HeaderSize + (sections.Length * TableImage.EntrySize);
        var length = (long)Aligned(directoryEnd);
        foreach (var (_, _, _, _, bytes) in sections) length += Aligned(bytes.Length);
        var image = new byte[length];
        var at = Aligned(directoryEnd);
        for (var i = 0; i < sections.Length; i++)
        {
            var (of, version, size, count, bytes) = sections[i];
            var entry = image.AsSpan(TableImage.HeaderSize + (i * TableImage.EntrySize));
            BinaryPrimitives.WriteUInt64LittleEndian(entry, of);
            BinaryPrimitives.WriteInt32LittleEndian(entry[8..], version);
            BinaryPrimitives.WriteInt32LittleEndian(entry[12..], size);
            BinaryPrimitives.WriteInt32LittleEndian(entry[16..], count);
            BinaryPrimitives.WriteInt64LittleEndian(entry[24..], at);
            BinaryPrimitives.WriteUInt64LittleEndian(entry[32..], TableImage.Checksum(bytes));
            bytes.CopyTo(image.AsSpan(at));
            at += Aligned(bytes.Length);
        }
        var head = image.AsSpan();
        TableImage.Magic.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head[8..], TableImage.Format);
        BinaryPrimitives.WriteInt32LittleEndian(head[12..], sections.Length);
        BinaryPrimitives.WriteInt64LittleEndian(head[16..], length);
        BinaryPrimitives.WriteUInt64LittleEndian(
            head[24..], TableImage.Checksum(head[TableImage.HeaderSize..directoryEnd]));
        BinaryPrimitives.WriteUInt32LittleEndian(head[40..], title.Offset);
        return TableImage.Open(image);
    }

    private static int Aligned(int length) => checked(length + TableImage.Alignment - 1) & ~(TableImage.Alignment - 1);
}
