namespace Noc.Tables;

/// <summary>Where a rule or fact comes from.</summary>
/// <param name="Title">The document.</param>
/// <param name="Section">The section in it; empty where it has none.</param>
/// <param name="Url">Where it can be read; null where it has no address.</param>
/// <param name="Effective">First day in force; null where only the reading date is known.</param>
/// <param name="Read">When it was read; null where not recorded.</param>
public sealed record Source(
    string Title, string Section, string? Url = null, DateOnly? Effective = null, DateOnly? Read = null);
