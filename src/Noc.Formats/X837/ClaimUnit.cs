using System.Buffers;
using Noc.Claims;
using Noc.X12;

namespace Noc.Formats.X837;

/// <summary>A run of claims of one functional group, with the context above them, copied into one pooled buffer.</summary>
/// <remarks>Fields of the claims point into the buffer: dispose the unit when its claims are no longer used.</remarks>
public sealed class ClaimUnit : IDisposable
{
    private readonly List<Piece> _pieces = [];
    private byte[] _buffer;

    internal ClaimUnit(int capacity) => _buffer = ArrayPool<byte>.Shared.Rent(capacity);

    internal readonly record struct Piece(int Start, int Length, long Offset, long Number, bool IsContext);

    internal byte[] Buffer => _buffer;

    internal IReadOnlyList<Piece> Pieces => _pieces;

    internal Delimiters Delimiters { get; init; }

    internal int BytesPerCharacter { get; init; } = 1;

    /// <summary>Where the unit's first claim stands.</summary>
    public ClaimPlace FirstPlace { get; internal init; }

    /// <summary>GS08, which names the guide where ST03 does not.</summary>
    internal byte[] GroupVersion { get; init; } = [];

    /// <summary>How many bytes the unit holds.</summary>
    public int Length { get; private set; }

    /// <summary>How many CLM segments it holds, context not counted.</summary>
    public int ClaimCount { get; internal set; }

    /// <summary>False where the file or the transaction set was cut off behind the last segment.</summary>
    public bool EndsWhole { get; internal set; } = true;

    /// <summary>True where the last claim is longer than <see cref="Limits837.MaxClaimBytes"/>: it is not whole.</summary>
    internal bool EndsTooLong { get; set; }

    /// <summary>Gives the buffer back.</summary>
    public void Dispose()
    {
        if (_buffer.Length > 0) ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        Length = 0;
    }

    internal void Append(ReadOnlySpan<byte> bytes, long offset, long number, bool isContext)
    {
        var last = _pieces.Count - 1;
        var gap = -1L;
        if (last >= 0 && _pieces[last].IsContext == isContext)
        {
            var expected = _pieces[last].Offset + ((long)_pieces[last].Length * BytesPerCharacter);
            gap = (offset - expected) / BytesPerCharacter;
        }
        // Line breaks between segments are kept as blanks, so that the run stays one linear piece.
        var filler = gap is >= 0 and <= 8 ? (int)gap : 0;
        Reserve(bytes.Length + filler);
        if (gap is >= 0 and <= 8)
        {
            _buffer.AsSpan(Length, filler).Fill((byte)'\n');
            bytes.CopyTo(_buffer.AsSpan(Length + filler));
            Length += filler + bytes.Length;
            _pieces[last] = _pieces[last] with { Length = _pieces[last].Length + filler + bytes.Length };
            return;
        }
        bytes.CopyTo(_buffer.AsSpan(Length));
        _pieces.Add(new(Length, bytes.Length, offset, number, isContext));
        Length += bytes.Length;
    }

    private void Reserve(int more)
    {
        if (Length + more <= _buffer.Length) return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, Length + more));
        _buffer.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
