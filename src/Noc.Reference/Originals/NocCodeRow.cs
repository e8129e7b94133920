using Noc.Drugs;

namespace Noc.Reference.Originals;

/// <summary>A HCPCS code that names nothing in particular.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Code">The code: drugs, but supplies and services too.</param>
/// <param name="Description">The description; cut off at 80 characters in the print (.prn).</param>
/// <param name="Added">First day; null where the list does not say.</param>
/// <param name="LastDay">Last day of use; null while it is valid.</param>
/// <remarks>Source: CMS, list of HCPCS NOC codes, beside the HCPCS Level II file.</remarks>
public sealed record NocCodeRow(long Line, HcpcsCode Code, string Description, DateOnly? Added, DateOnly? LastDay);
