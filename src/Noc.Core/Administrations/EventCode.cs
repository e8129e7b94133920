using Noc.Drugs;

namespace Noc.Administrations;

/// <summary>A code that an event makes.</summary>
/// <param name="Code">The code.</param>
/// <param name="Units">Its units, at least 1.</param>
/// <param name="Modifier">59 for a second access, RT or LT for an eye; none otherwise.</param>
public readonly record struct EventCode(HcpcsCode Code, int Units, Modifier Modifier);
