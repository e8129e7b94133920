namespace Noc.Claims;

/// <summary>The bytes that one or more claims were read from, and where those bytes stand in the original
/// file.</summary>
/// <remarks>Fields are slices into it; it stays alive, unchanged, as long as they are used.</remarks>
/// <param name="bytes">The bytes; only the parts that pieces name are meaningful.</param>
/// <param name="pieces">Where the bytes stand in the original, in order; none where they are the original.</param>
/// <param name="elements">Names of elements, such as <c>2410/LIN03</c>; fields give them by number.</param>
/// <param name="bytesPerCharacter">2 where the original was UTF-16.</param>
public sealed class ClaimText(
    byte[] bytes, Items<ClaimTextPiece> pieces, IReadOnlyList<string> elements, int bytesPerCharacter = 1)
{
    private readonly ClaimTextPiece[] _pieces = [.. pieces];

    /// <summary>The bytes; only the parts that pieces name are meaningful.</summary>
    public byte[] Bytes => bytes;

    /// <summary>Names of elements, by the number that a field carries.</summary>
    public IReadOnlyList<string> Elements => elements;

    /// <summary>The byte offset in the original file (from 0) of the byte at <paramref name="position"/>.</summary>
    /// <remarks>UTF-16 input is read as one byte a character, so an offset is scaled back by two.</remarks>
    public long OriginalOffset(int position)
    {
        var (low, high) = (0, _pieces.Length - 1);   // the last piece that starts at or before the position
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_pieces[middle].Start <= position) low = middle;
            else high = middle - 1;
        }
        if (high < 0 || _pieces[low].Start > position) return position;
        return _pieces[low].OriginalOffset + ((long)(position - _pieces[low].Start) * bytesPerCharacter);
    }
}
