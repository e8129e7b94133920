using System.Text;
using System.Text.Unicode;

namespace Noc.Reference.Originals;

/// <summary>Reads lines in the encodings that agencies use: UTF-16 and UTF-8 with a mark, UTF-8, cp1252.</summary>
/// <remarks>Without a mark each line decides for itself: what is no valid UTF-8 is cp1252. Files put together
/// from several sources do mix the two.</remarks>
internal sealed class LineReader : IDisposable
{
    private static readonly Encoding Cp1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private readonly Stream _stream;
    private byte[] _buffer = new byte[1 << 16];
    private int _start, _end;
    private bool _atEnd;

    public LineReader(Stream stream)
    {
        _stream = stream;
        Fill();
        var mark = _buffer.AsSpan(0, _end);
        if (mark.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) _start = 3;
        else if (mark.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) _stream = Transcode(Encoding.Unicode);
        else if (mark.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) _stream = Transcode(Encoding.BigEndianUnicode);
    }

    /// <summary>Lines read so far.</summary>
    public int Count { get; private set; }

    /// <summary>The next line without its end; null behind the last.</summary>
    /// <exception cref="UnreadableOriginalException">The line is too long or holds binary data.</exception>
    public string? Read()
    {
        var searched = 0;
        while (true)
        {
            var line = _buffer.AsSpan(_start, _end - _start);
            var feed = line[searched..].IndexOf((byte)'\n');
            if (feed >= 0)
            {
                feed += searched;
                _start += feed + 1;
                return Decode(line[..feed]);
            }
            if (_atEnd)
            {
                _start = _end;
                return line.IsEmpty ? null : Decode(line);
            }
            searched = line.Length;
            if (searched > OriginalLimits.LineBytes)
                throw new UnreadableOriginalException(
                    $"Line {Count + 1} is longer than {OriginalLimits.LineBytes} bytes.");
            Fill();
        }
    }

    /// <summary>Decodes one line on its own.</summary>
    private string Decode(ReadOnlySpan<byte> line)
    {
        Count++;
        if (line.EndsWith((byte)'\r')) line = line[..^1];
        if (line.Contains((byte)0)) throw new UnreadableOriginalException($"Line {Count} holds binary data.");
        return Utf8.IsValid(line) ? Encoding.UTF8.GetString(line) : Cp1252.GetString(line);
    }

    private Stream Transcode(Encoding from)
    {
        var rest = new MemoryStream(_buffer, 2, _end - 2, writable: false);
        _buffer = new byte[1 << 16];
        (_start, _end, _atEnd) = (0, 0, false);
        return Encoding.CreateTranscodingStream(new JoinedStream(rest, _stream), from, Encoding.UTF8);
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        if (_end == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        try
        {
            var read = _stream.Read(_buffer, _end, _buffer.Length - _end);
            (_end, _atEnd) = (_end + read, read == 0);
        }
        catch (IOException fault)
        {
            throw new UnreadableOriginalException($"The file ends in a fault behind line {Count}.", fault);
        }
    }

    public void Dispose() => _stream.Dispose();

    // What was read to find the mark, then the rest.
    private sealed class JoinedStream(MemoryStream first, Stream second) : ForwardStream
    {
        public override int Read(Span<byte> buffer) =>
            first.Read(buffer) is > 0 and var read ? read : second.Read(buffer);

        protected override void Dispose(bool disposing)
        {
            if (disposing) second.Dispose();
            base.Dispose(disposing);
        }
    }
}
