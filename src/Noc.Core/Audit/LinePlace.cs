namespace Noc.Audit;

/// <summary>A line of a file.</summary>
/// <param name="Claim">Number of its claim in the file, from 1.</param>
/// <param name="Line">Number of the line in the claim, from 1.</param>
public readonly record struct LinePlace(int Claim, int Line);
