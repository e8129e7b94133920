using Noc.Drugs;

namespace Noc.Tables;

/// <summary>What kind of catch-all a code is.</summary>
public enum CatchAllKind
{
    /// <summary>Names no ingredient: J3490 and its kin.</summary>
    Unclassified,

    /// <summary>Names the ingredient but no maker: a specific code with a real unit.</summary>
    Named,

    /// <summary>An unlisted administration procedure.</summary>
    Procedure,

    /// <summary>Any prescription drug or contrast agent, for the few payers that ask for it.</summary>
    Generic,
}

/// <summary>A catch-all code with the dates on which it is valid.</summary>
/// <param name="Code">The code.</param>
/// <param name="Kind">What it leaves open.</param>
/// <param name="Meaning">What it stands for, in our words.</param>
/// <param name="From">First valid day; null where it was always there as far as the tables reach.</param>
/// <param name="To">Last valid day; null while it goes on.</param>
/// <param name="OppsStatus">OPPS status indicator of April 2026; empty where not known.</param>
public sealed record UnclassifiedCode(
    HcpcsCode Code, CatchAllKind Kind, string Meaning, DateOnly? From, DateOnly? To, string OppsStatus)
{
    /// <summary>Whether the code is valid on a day.</summary>
    public bool IsValidOn(DateOnly day) => (From is null || day >= From) && (To is null || day <= To);
}
