using Noc.Drugs;

namespace Noc.Audit.Evidence;

/// <summary>A code of administration: what the times of the record make, and what the claim bills.</summary>
/// <param name="Code">The code.</param>
/// <param name="Timed">Units by the record.</param>
/// <param name="Billed">Units billed.</param>
/// <param name="Why">What the coder says of it; empty where the record makes none.</param>
public sealed record AdministrationUnits(HcpcsCode Code, int Timed, int Billed, string Why);
