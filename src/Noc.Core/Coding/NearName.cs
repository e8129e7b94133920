namespace Noc.Coding;

/// <summary>The drug name that a misspelt word most likely stands for.</summary>
/// <param name="Name">The name, in capitals.</param>
/// <param name="Slips">Letters that are wrong, missing or too many.</param>
public sealed record NearName(string Name, int Slips);
