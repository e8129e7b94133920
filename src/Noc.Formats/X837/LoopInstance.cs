namespace Noc.Formats.X837;

/// <summary>One occurrence of a loop on a claim, with its place in the original file.</summary>
/// <param name="Loop">Which loop.</param>
/// <param name="Line">The service line it belongs to, from 1; 0 for the claim and what stands above it.</param>
/// <param name="FirstByte">Offset of its first segment in the file.</param>
/// <param name="LastByte">Offset of the terminator of the last segment in it, loops inside of it included.</param>
/// <param name="FirstSegment">Number of its first segment in the file, from 1.</param>
/// <param name="LastSegment">Number of its last segment, loops inside of it included.</param>
public sealed record LoopInstance(
    Loop837 Loop, int Line, long FirstByte, long LastByte, long FirstSegment, long LastSegment);
