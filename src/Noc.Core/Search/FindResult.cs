namespace Noc.Search;

/// <summary>The answer of a search.</summary>
/// <param name="Hits">What was found, the best first.</param>
/// <param name="IsCertain">True where the first hit is what was asked for, not one of several guesses.</param>
/// <param name="Missing">Where nothing was found: whether it does not exist, or the tables cannot tell; where something
/// was, the words that nothing is called by. Null for none.</param>
public sealed record FindResult(IReadOnlyList<FindHit> Hits, bool IsCertain, string? Missing);
