using Noc.Drugs;
using Noc.Tables;

namespace Noc.Search;

/// <summary>One thing that a search found.</summary>
/// <param name="Kind">What it leads to.</param>
/// <param name="Score">Higher is better; only the order means something.</param>
/// <param name="Reason">Why it was found, as a phrase such as <c>brand name</c>.</param>
public sealed record FindHit(HitKind Kind, int Score, string Reason)
{
    /// <summary>The code; <c>default</c> for drugs.</summary>
    public HcpcsCode Code { get; init; }

    /// <summary>The drug; null for codes. One without an id is known from the FDA directory only.</summary>
    public Product? Product { get; init; }

    /// <summary>True where it is what was asked for by name, not one of several guesses.</summary>
    public bool IsSure { get; init; }

    /// <summary>Which words of the question are part of its name, one bit a word; none where they are a whole name.
    /// </summary>
    internal uint PartOfName { get; init; }

    /// <summary>The label of a code, or else the brand, that the question names in full; empty for none.</summary>
    public string Named { get; init; } = "";

    /// <summary>The package that was asked for; <c>default</c> where none was.</summary>
    public Ndc11 Ndc { get; init; }
}
