using Noc.Drugs;

namespace Noc.Reference.Originals;

/// <summary>One package of a drug and the code that it is billed with.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Code">The code; CPT numbers of vaccines and immune globulins too.</param>
/// <param name="ShortDescription">CMS's short description; empty for CPT numbers.</param>
/// <param name="Labeler">Who sells it, as printed.</param>
/// <param name="Ndc">The eleven-digit code; null for what is none, such as the ids of skin substitutes.</param>
/// <param name="NdcText">The code or alternate id as printed.</param>
/// <param name="DrugName">Brand or generic name as printed.</param>
/// <param name="DosageText">One unit of the code as printed, such as <c>10 MG</c>.</param>
/// <param name="PackageSize">Amount in one item of the package, in the measure of its form (ML, vial, square
/// centimetre ...); null where not known.</param>
/// <param name="PackageQuantity">Items in the package; null where not known.</param>
/// <param name="BillingUnits">Code units in one item; may be a fraction. Null where not known.</param>
/// <param name="BillingUnitsPerPackage">Code units in the package; from July 2025 on rounded up for items that are
/// part of a unit. Null where not known.</param>
/// <remarks>Source: CMS, ASP NDC-HCPCS crosswalk, section 508 version. One NDC can stand in several rows with
/// different codes.</remarks>
public sealed record NdcCrosswalkRow(
    long Line, HcpcsCode Code, string ShortDescription, string Labeler, Ndc11? Ndc, string NdcText, string DrugName,
    string DosageText, decimal? PackageSize, decimal? PackageQuantity, decimal? BillingUnits,
    decimal? BillingUnitsPerPackage);
