namespace Noc.X12;

/// <summary>Every limit the reader keeps, so that no input can exhaust memory or time.</summary>
public sealed record X12Limits
{
    /// <summary>The limits used where none are given.</summary>
    public static X12Limits Default { get; } = new();

    /// <summary>Longest segment in bytes; a longer one is left out and is a problem of the file.</summary>
    public int MaxSegmentBytes { get; init; } = 1 << 20;

    /// <summary>Most elements of a segment behind its tag. A segment with more is a problem of the file; it is still
    /// delivered, since <see cref="MaxSegmentBytes"/> bounds it. No guide defines a segment of more than 30.</summary>
    public int MaxElements { get; init; } = 1_000;

    /// <summary>How deep HL levels may nest; one below is a problem of the file, and is read as if it stood at this
    /// depth. The guides of health care nest at most six.</summary>
    public int MaxLevelDepth { get; init; } = 32;

    /// <summary>How many bytes of text may stand before the first ISA.</summary>
    public int MaxLeadingBytes { get; init; } = 1 << 16;

    /// <summary>How many problems are kept; further ones are only counted.</summary>
    public int MaxProblems { get; init; } = 1_000;

    /// <summary>How many bytes are read at a time.</summary>
    public int BlockBytes { get; init; } = 1 << 17;
}
