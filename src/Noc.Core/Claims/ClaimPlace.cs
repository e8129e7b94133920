namespace Noc.Claims;

/// <summary>Where a claim stands in its file; every number counts from 1.</summary>
/// <param name="Interchange">Which ISA of the file.</param>
/// <param name="Group">Which GS of the interchange.</param>
/// <param name="Transaction">Which ST of the group.</param>
/// <param name="Ordinal">Which claim of the file.</param>
public readonly record struct ClaimPlace(int Interchange, int Group, int Transaction, int Ordinal);
