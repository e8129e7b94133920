namespace Noc.Reference.Originals;

/// <summary>One number of a code list without its text (the texts belong to X12 or the AHA).</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Code">The code.</param>
/// <param name="IsActive">True or false where the file says whether the code is in use; null where it does not.</param>
public sealed record CodeNumberRow(long Line, string Code, bool? IsActive);
