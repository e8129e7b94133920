namespace Noc.Claims;

/// <summary>A reference number: REF01 with REF02.</summary>
/// <param name="Qualifier">REF01, such as G1, F8, P4, 9F, 6R, XZ, VY.</param>
/// <param name="Value">REF02.</param>
public readonly record struct ReferenceNumber(Field Qualifier, Field Value);
