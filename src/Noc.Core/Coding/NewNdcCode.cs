using Noc.Drugs;

namespace Noc.Coding;

/// <summary>A package that Medicare priced by name until a code was assigned to it.</summary>
/// <param name="Ndc">The package.</param>
/// <param name="Name">Name under which it was priced.</param>
/// <param name="Code">The code since.</param>
/// <param name="DosageText">One unit of the code as printed.</param>
/// <param name="First">First day of the quarter whose crosswalk names the code.</param>
public sealed record NewNdcCode(Ndc11 Ndc, string Name, HcpcsCode Code, string DosageText, DateOnly First);
