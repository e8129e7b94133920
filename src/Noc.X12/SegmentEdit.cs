namespace Noc.X12;

/// <summary>One change to a file: bytes taken out at a place, and bytes put there instead.</summary>
/// <param name="Offset">Byte offset in the original file, from 0.</param>
/// <param name="Length">How many bytes of the original are taken out; 0 to insert.</param>
/// <param name="Replacement">What stands there instead; empty to remove.</param>
public readonly record struct SegmentEdit(long Offset, long Length, ReadOnlyMemory<byte> Replacement);
