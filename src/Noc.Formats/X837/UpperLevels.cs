namespace Noc.Formats.X837;

/// <summary>Where a level's own segments stand in a unit: HL and what follows it, up to the next HL or CLM.</summary>
/// <param name="Start">First byte in the unit.</param>
/// <param name="End">Just behind the last one; the start where the level is absent.</param>
/// <param name="Number">Number of its first segment in the file.</param>
internal readonly record struct LevelExtent(int Start, int End, long Number);

/// <summary>Where header, billing provider, subscriber and patient above a claim stand in its unit.</summary>
/// <remarks>Never changed once made: the claims below the same levels share it.</remarks>
internal sealed class UpperLevels
{
    private readonly LevelExtent[] _extents = new LevelExtent[4];

    /// <summary>The extent of a level, by <see cref="LoopLevel"/> from Header to Dependent.</summary>
    public LevelExtent this[int level] => _extents[level];

    /// <summary>These levels with one that starts anew, where <paramref name="open"/> ends if it has not ended yet;
    /// those below the new one are gone.</summary>
    public UpperLevels Started(LoopLevel level, int start, long number, LoopLevel open)
    {
        var next = new UpperLevels();
        for (var i = 0; i < (int)level; i++) next._extents[i] = _extents[i];
        if (open < level && IsOpen(open)) next._extents[(int)open] = _extents[(int)open] with { End = start };
        next._extents[(int)level] = new(start, start, number);
        return next;
    }

    private bool IsOpen(LoopLevel level) => _extents[(int)level].End == _extents[(int)level].Start;

    /// <summary>These levels, the last one of which ends at <paramref name="end"/> if it has not ended yet.</summary>
    public UpperLevels Ended(LoopLevel level, int end)
    {
        if (!IsOpen(level)) return this;
        var next = new UpperLevels();
        _extents.CopyTo(next._extents, 0);
        next._extents[(int)level] = _extents[(int)level] with { End = end };
        return next;
    }
}
