using Noc.Drugs;

namespace Noc.Coding;

/// <summary>A code that a text may mean.</summary>
/// <param name="Ndc">The code.</param>
/// <param name="Listing">Where the tables know it from.</param>
/// <param name="Name">Drug; empty where no table names it.</param>
public sealed record NdcCandidate(Ndc11 Ndc, NdcListing Listing, string Name)
{
    /// <summary>True where a table names this very package.</summary>
    public bool IsKnown => Listing is NdcListing.Package or NdcListing.Inside or NdcListing.PriceFile;
}
