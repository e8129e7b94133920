namespace Noc.Claims;

/// <summary>A run of bytes taken from one place of the original file.</summary>
/// <param name="Start">Where the run starts in the claim text.</param>
/// <param name="OriginalOffset">Where the same run starts in the original file, in bytes from 0.</param>
public readonly record struct ClaimTextPiece(int Start, long OriginalOffset);
