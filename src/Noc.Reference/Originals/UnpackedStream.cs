using System.Buffers.Binary;
using System.IO.Compression;

namespace Noc.Reference.Originals;

/// <summary>Reads an unpacked member, turns damage into one kind of exception, and ends beyond the limit. At its end
/// the content must have the length and the checksum that the archive says: a download that was cut off, or bytes that
/// changed on the way, would pass for a shorter file else.</summary>
internal sealed class UnpackedStream : ForwardStream
{
    private readonly Stream _inner;
    private readonly IDisposable _owner;
    private readonly Func<Seal?> _seal;
    private long _read;
    private uint _crc = Crc32.Start;

    private UnpackedStream(Stream inner, IDisposable owner, Func<Seal?> seal) =>
        (_inner, _owner, _seal) = (inner, owner, seal);

    /// <summary>The inside of a gzip.</summary>
    public static UnpackedStream OfGzip(Stream packed)
    {
        var tail = new TailStream(packed);
        return new(new GZipStream(tail, CompressionMode.Decompress), tail, tail.Seal);
    }

    /// <summary>A member of a zip.</summary>
    /// <param name="entry">The member.</param>
    /// <param name="archive">What to close with it; null for none.</param>
    public static UnpackedStream OfZip(ZipArchiveEntry entry, IDisposable? archive = null)
    {
        var content = entry.Open();
        return new(content, archive ?? content, () => new(entry.Crc32, (uint)entry.Length));
    }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty) return 0;
        int read;
        try
        {
            read = _inner.Read(buffer);
            if (read == 0 && _seal() != new Seal(~_crc, (uint)_read)) throw new InvalidDataException();
        }
        catch (InvalidDataException fault)
        {
            throw new UnreadableOriginalException("The archive is cut off or damaged. Download it again.", fault);
        }
        _crc = Crc32.Add(_crc, buffer[..read]);
        _read += read;
        return _read <= OriginalLimits.MemberBytes ? read
            : throw new UnreadableOriginalException($"A member has more than {OriginalLimits.MemberBytes} bytes.");
    }

    /// <summary>Reads on to the end, which shows damage.</summary>
    public void ReadToEnd()
    {
        var buffer = new byte[1 << 16];
        while (Read(buffer) > 0) { }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
            _owner.Dispose();
        }
        base.Dispose(disposing);
    }

    // What an archive says of a member: checksum, and length modulo 2^32.
    private readonly record struct Seal(uint Crc, uint Length);

    // Remembers the last eight bytes: those of a gzip are its checksum and its length.
    private sealed class TailStream(Stream inner) : ForwardStream
    {
        private const int Size = 8;

        private readonly byte[] _tail = new byte[Size];
        private long _count;

        /// <summary>The trailer; null where the file is too short for one.</summary>
        public Seal? Seal()
        {
            var rest = new byte[1 << 12];
            while (Read(rest) > 0) { }
            return _count < Size ? null : new(BinaryPrimitives.ReadUInt32LittleEndian(_tail),
                BinaryPrimitives.ReadUInt32LittleEndian(_tail.AsSpan(4)));
        }

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            if (read >= Size) buffer[(read - Size)..read].CopyTo(_tail);
            else if (read > 0)
            {
                _tail.AsSpan(read).CopyTo(_tail);
                buffer[..read].CopyTo(_tail.AsSpan(Size - read));
            }
            _count += read;
            return read;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}

/// <summary>The checksum of zip and gzip (CRC-32 of ISO 3309), eight bytes at a time.</summary>
internal static class Crc32
{
    /// <summary>Before the first byte; the complement of the last value is the checksum.</summary>
    public const uint Start = uint.MaxValue;

    private const uint Polynomial = 0xEDB88320;

    private static readonly uint[] Table = Fill();

    /// <summary>The checksum with more bytes.</summary>
    public static uint Add(uint crc, ReadOnlySpan<byte> bytes)
    {
        var table = Table;
        while (bytes.Length >= 8)
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = table[0x700 + (low & 0xFF)] ^ table[0x600 + ((low >> 8) & 0xFF)]
                ^ table[0x500 + ((low >> 16) & 0xFF)] ^ table[0x400 + (low >> 24)]
                ^ table[0x300 + (high & 0xFF)] ^ table[0x200 + ((high >> 8) & 0xFF)]
                ^ table[0x100 + ((high >> 16) & 0xFF)] ^ table[high >> 24];
            bytes = bytes[8..];
        }
        foreach (var value in bytes) crc = table[(crc ^ value) & 0xFF] ^ (crc >> 8);
        return crc;
    }

    private static uint[] Fill()
    {
        var table = new uint[0x800];
        for (var i = 0u; i < 0x100; i++)
        {
            var crc = i;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ Polynomial : crc >> 1;
            table[i] = crc;
        }
        for (var i = 0x100; i < table.Length; i++) table[i] = (table[i - 0x100] >> 8) ^ table[table[i - 0x100] & 0xFF];
        return table;
    }
}
