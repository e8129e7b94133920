namespace Noc.Claims;

/// <summary>A diagnosis in the order of the claim; pointers count from 1.</summary>
/// <param name="Code">The code as written, without qualifier.</param>
/// <param name="Qualifier">HIxx-1, such as ABK (principal) or ABF (other).</param>
public readonly record struct Diagnosis(Field Code, Field Qualifier);
