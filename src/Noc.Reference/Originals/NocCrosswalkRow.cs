using Noc.Drugs;

namespace Noc.Reference.Originals;

/// <summary>One package of a drug without a code of its own.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Name">Generic name, the same as in the NOC pricing file.</param>
/// <param name="Labeler">Who sells it, as printed.</param>
/// <param name="Ndc">The eleven-digit code; null for an alternate id.</param>
/// <param name="NdcText">The code or id as printed.</param>
/// <param name="DrugName">Name of the product.</param>
/// <param name="DosageText">What one billing unit is, such as <c>1 UNIT</c>.</param>
/// <param name="PackageSize">Amount in one item; null where not known.</param>
/// <param name="PackageQuantity">Items in the package; null where not known.</param>
/// <param name="BillingUnits">Billing units in one item; null where not known.</param>
/// <param name="BillingUnitsPerPackage">Billing units in the package; null where not known.</param>
/// <remarks>Source: CMS, ASP NOC NDC-HCPCS crosswalk. It has no column for codes.</remarks>
public sealed record NocCrosswalkRow(
    long Line, string Name, string Labeler, Ndc11? Ndc, string NdcText, string DrugName, string DosageText,
    decimal? PackageSize, decimal? PackageQuantity, decimal? BillingUnits, decimal? BillingUnitsPerPackage);
