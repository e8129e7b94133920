using Noc.Drugs;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>What Medicare pays for a drug without a code of its own, by name.</summary>
/// <param name="Name">Name that joins NDC and price.</param>
/// <param name="DosageText">What the price is for, such as 1 UNIT.</param>
/// <param name="LimitUsd">US dollars for that; null where the price file has no row or no number.</param>
/// <param name="PackageSize">Amount in one item, without its measure; null where not printed.</param>
/// <param name="UnitsPerItem">Price units in one item; null where not printed.</param>
/// <param name="UnitsPerPackage">Price units in the package; null where not printed.</param>
/// <param name="Days">The quarter of the crosswalk.</param>
/// <remarks>Source: CMS, NOC NDC crosswalk and NOC pricing file of the quarter.</remarks>
public sealed record NdcNocPrice(
    string Name, string DosageText, decimal? LimitUsd, decimal? PackageSize, decimal? UnitsPerItem,
    decimal? UnitsPerPackage, Days Days)
{
    /// <summary>What the price is for; none where the text is no single amount.</summary>
    public Amount Dose => CodeUnitText.Parse(DosageText).Dose;
}
