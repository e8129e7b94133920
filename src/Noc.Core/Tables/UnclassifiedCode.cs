using Noc.Drugs;

namespace Noc.Tables;

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
