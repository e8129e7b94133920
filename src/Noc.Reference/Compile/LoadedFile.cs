using Noc.Reference.Originals;

namespace Noc.Reference.Compile;

/// <summary>An agency's file that was read, and where it came from.</summary>
/// <param name="Original">Its rows.</param>
/// <param name="File">Name of the file on disk, without its folder.</param>
/// <param name="Member">Name of the member inside an archive; the same as the file's where it is none.</param>
/// <param name="Hash">SHA-256 of its content, hexadecimal.</param>
public sealed record LoadedFile(IOriginal Original, string File, string Member, string Hash);
