namespace Noc.X12;

/// <summary>Every limit the reader keeps, so that no input can exhaust memory or time.</summary>
public sealed record X12Limits
{
    /// <summary>The limits used where none are given.</summary>
    public static X12Limits Default { get; } = new();

    /// <summary>Longest segment in bytes; a longer one is a fatal problem.</summary>
    public int MaxSegmentBytes { get; init; } = 1 << 20;

    /// <summary>How many bytes of text may stand before the first ISA.</summary>
    public int MaxLeadingBytes { get; init; } = 1 << 16;

    /// <summary>How many problems are kept; further ones are only counted.</summary>
    public int MaxProblems { get; init; } = 1_000;

    /// <summary>How many bytes are read at a time.</summary>
    public int BlockBytes { get; init; } = 1 << 17;
}
