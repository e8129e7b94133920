namespace Noc.X12;

/// <summary>Bytes of a stream with the byte order mark taken off and UTF-16 narrowed to one byte a character.</summary>
internal sealed class ByteSource(Stream stream)
{
    private byte[] _raw = [];
    private int _rawLength;
    private bool _started, _bigEndian;

    /// <summary>Original bytes per character: 2 for UTF-16, else 1.</summary>
    public int BytesPerCharacter { get; private set; } = 1;

    /// <summary>Length of the byte order mark.</summary>
    public int MarkBytes { get; private set; }

    /// <summary>Original bytes read so far, the byte order mark among them.</summary>
    public long BytesRead { get; private set; }

    /// <summary>True once a UTF-16 character above U+00FF was replaced by a question mark.</summary>
    public bool ReplacedCharacters { get; private set; }

    /// <summary>Fills some of <paramref name="target"/>; 0 at the end of the stream.</summary>
    public int Read(Span<byte> target)
    {
        if (!_started) Start();
        if (BytesPerCharacter == 2) return ReadWide(target);
        if (_rawLength > 0)
        {
            var taken = Math.Min(_rawLength, target.Length);
            _raw.AsSpan(0, taken).CopyTo(target);
            _raw.AsSpan(taken, _rawLength - taken).CopyTo(_raw);
            _rawLength -= taken;
            return taken;
        }
        var read = stream.Read(target);
        BytesRead += read;
        return read;
    }

    private void Start()
    {
        _started = true;
        _raw = new byte[4];
        while (_rawLength < 4 && ReadRaw(_raw.AsSpan(_rawLength)) is > 0 and var read) _rawLength += read;
        var head = _raw.AsSpan(0, _rawLength);
        (MarkBytes, BytesPerCharacter, _bigEndian) = head switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (3, 1, false),
            [0xFF, 0xFE, ..] => (2, 2, false),
            [0xFE, 0xFF, ..] => (2, 2, true),
            [(byte)'I' or (byte)'i', 0, (byte)'S' or (byte)'s', 0] => (0, 2, false),
            [0, (byte)'I' or (byte)'i', 0, (byte)'S' or (byte)'s'] => (0, 2, true),
            _ => (0, 1, false),
        };
        head[MarkBytes..].CopyTo(head);
        _rawLength -= MarkBytes;
    }

    private int ReadRaw(Span<byte> target)
    {
        var read = stream.Read(target);
        BytesRead += read;
        return read;
    }

    private int ReadWide(Span<byte> target)
    {
        var wanted = target.Length * 2;
        if (_raw.Length < wanted) Array.Resize(ref _raw, wanted);
        while (_rawLength < 2)
        {
            var read = ReadRaw(_raw.AsSpan(_rawLength, wanted - _rawLength));
            if (read == 0) return 0;   // half a character at the very end is dropped; the file is cut there anyway
            _rawLength += read;
        }
        var count = Math.Min(_rawLength / 2, target.Length);
        for (var i = 0; i < count; i++)
        {
            var (low, high) = _bigEndian ? (_raw[(2 * i) + 1], _raw[2 * i]) : (_raw[2 * i], _raw[(2 * i) + 1]);
            target[i] = high == 0 ? low : (byte)'?';
            ReplacedCharacters |= high != 0;
        }
        _raw.AsSpan(2 * count, _rawLength - (2 * count)).CopyTo(_raw);
        _rawLength -= 2 * count;
        return count;
    }
}
