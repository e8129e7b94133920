using Noc.Drugs;

namespace Noc.Reference.Originals;

/// <summary>The Medicare payment limit of one drug code in a quarter.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Code">The code; CPT numbers of vaccines and immune globulins too.</param>
/// <param name="ShortDescription">CMS's short description; empty for CPT numbers.</param>
/// <param name="DosageText">One unit of the code as printed, such as <c>10 MG</c> or <c>PER VIAL</c>.</param>
/// <param name="LimitUsd">US dollars for one unit, add-on of 6 or 8 percent included; null where not known.</param>
/// <param name="LimitText">The limit as printed, such as <c>N/A</c>.</param>
/// <param name="CoinsurancePercent">The patient's part in percent, 20 or lower; null where the file has none.</param>
/// <param name="VaccineAwpPercent">Percent of the average wholesale price, for vaccines; null for others.</param>
/// <param name="VaccineLimitUsd">The vaccine's limit; null for others.</param>
/// <param name="BloodAwpPercent">Percent of the average wholesale price, for blood products; null for others.</param>
/// <param name="BloodLimitUsd">The blood product's limit; null for others.</param>
/// <param name="IsClottingFactor">True where a furnishing fee is paid on top.</param>
/// <param name="Notes">Notes as printed; may hold line breaks.</param>
/// <remarks>Source: CMS, Medicare Part B Payment Limit File (ASP Pricing File before 2026), section 508 version.
/// </remarks>
public sealed record PaymentLimitRow(
    long Line, HcpcsCode Code, string ShortDescription, string DosageText, decimal? LimitUsd, string LimitText,
    decimal? CoinsurancePercent, decimal? VaccineAwpPercent, decimal? VaccineLimitUsd, decimal? BloodAwpPercent,
    decimal? BloodLimitUsd, bool IsClottingFactor, string Notes);
