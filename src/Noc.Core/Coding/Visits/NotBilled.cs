namespace Noc.Coding;

/// <summary>What was given and is not billed as a drug.</summary>
/// <param name="Pointer">JSON pointer to the administration.</param>
/// <param name="Drug">Its name as recorded.</param>
/// <param name="Reason">One sentence.</param>
public sealed record NotBilled(string Pointer, string Drug, string Reason)
{
    /// <summary>True where a procedure that the record does not tell gave it: the claim needs its line.</summary>
    public bool IsProcedure { get; init; }
}
