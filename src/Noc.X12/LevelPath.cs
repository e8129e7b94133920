namespace Noc.X12;

/// <summary>The HL levels from the outermost down to the current one, as far as the limit of depth allows.</summary>
internal sealed class LevelPath(int maxDepth)
{
    private readonly long[] _numbers = new long[Math.Max(1, maxDepth)];
    private int _depth;

    /// <summary>Leaves every level; a transaction set numbers its own.</summary>
    public void Clear() => _depth = 0;

    /// <summary>Enters a level below its parent (0: below none); false where that is deeper than the limit.</summary>
    /// <remarks>A parent that is not on the path, as in a file with wrong numbers, counts as the outermost.</remarks>
    public bool Enter(long number, long parent)
    {
        while (_depth > 0 && _numbers[_depth - 1] != parent) _depth--;
        var fits = _depth < _numbers.Length;
        if (!fits) _depth--;
        _numbers[_depth++] = number;
        return fits;
    }
}
