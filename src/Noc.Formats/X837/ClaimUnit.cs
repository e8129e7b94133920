using System.Buffers;
using Noc.Claims;
using Noc.X12;

namespace Noc.Formats.X837;

/// <summary>A run of claims of one functional group, and the context above them, in one pooled buffer.</summary>
/// <remarks>Fields of the claims point into the buffer: dispose the unit when its claims are no longer used.</remarks>
public sealed class ClaimUnit : IDisposable
{
    // A line break or two between segments is kept as blanks, so that the run stays one piece.
    private const int MaxFiller = 8;

    private readonly List<Piece> _pieces = [];
    private byte[] _buffer;
    private long _nextOffset = -1, _nextNumber;   // of the segment that would continue the last piece
    private bool _lastIsContext;

    internal ClaimUnit(int capacity) => _buffer = ArrayPool<byte>.Shared.Rent(capacity);

    internal readonly record struct Piece(int Start, long Offset, long Number, bool IsContext);

    internal byte[] Buffer => _buffer;

    /// <summary>The runs of bytes of the file, in order; each ends where the next one starts.</summary>
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

    /// <summary>True where the last claim exceeds <see cref="Limits837.MaxClaimBytes"/>: it is not whole.</summary>
    internal bool EndsTooLong { get; set; }

    /// <summary>True where a segment of the last claim was too long and was left out: it is not whole.</summary>
    internal bool EndsTorn { get; set; }

    /// <summary>Gives the buffer back.</summary>
    public void Dispose()
    {
        if (_buffer.Length > 0) ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        Length = 0;
    }

    /// <summary>Where a piece ends in the buffer.</summary>
    internal int EndOf(int piece) => piece + 1 < _pieces.Count ? _pieces[piece + 1].Start : Length;

    internal void Append(ReadOnlySpan<byte> bytes, long offset, long number, bool isContext)
    {
        var filler = (offset - _nextOffset) / BytesPerCharacter;
        if (_nextOffset < 0 || filler is < 0 or > MaxFiller || number != _nextNumber
            || _lastIsContext != isContext)
        {
            _pieces.Add(new(Length, offset, number, isContext));
            (filler, _lastIsContext) = (0, isContext);
        }
        var start = Length + (int)filler;
        if (start + bytes.Length > _buffer.Length) Grow(start + bytes.Length);
        if (filler > 0) _buffer.AsSpan(Length, (int)filler).Fill((byte)'\n');
        bytes.CopyTo(_buffer.AsSpan(start));
        Length = start + bytes.Length;
        (_nextOffset, _nextNumber) = (offset + ((long)bytes.Length * BytesPerCharacter), number + 1);
    }

    private void Grow(int needed)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, needed));
        _buffer.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
