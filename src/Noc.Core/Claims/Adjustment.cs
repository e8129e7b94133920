namespace Noc.Claims;

/// <summary>A claim adjustment: group and reason with its amount, from CAS.</summary>
/// <param name="Group">CAS01: CO, PR, OA, PI, CR.</param>
/// <param name="Reason">A claim adjustment reason code.</param>
/// <param name="Amount">US dollars, signed.</param>
public readonly record struct Adjustment(Field Group, Field Reason, Field Amount);
