using Noc.Drugs;

namespace Noc.Reference.Originals;

/// <summary>What the physician fee schedule pays for one code in one locality.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Contractor">Five digits of the Part B contractor.</param>
/// <param name="Locality">Two digits.</param>
/// <param name="Code">The CPT or HCPCS code.</param>
/// <param name="Modifier">26, TC or 53; null for the whole service.</param>
/// <param name="NonFacilityUsd">US dollars outside a facility.</param>
/// <param name="FacilityUsd">US dollars in a facility.</param>
/// <param name="PcTcIndicator">PC/TC indicator; null where blank.</param>
/// <param name="StatusCode">Status letter; null where blank.</param>
/// <param name="OppsNonFacilityUsd">Cap of imaging outside a facility; null where the OPPS indicator is 9.</param>
/// <param name="OppsFacilityUsd">Cap of imaging in a facility; null where the OPPS indicator is 9.</param>
/// <remarks>Source: PFALL and PFREV files of CMS, "Physician Fee Schedule - Payment Amount Files".</remarks>
public sealed record LocalityPaymentRow(
    long Line, string Contractor, string Locality, HcpcsCode Code, Modifier? Modifier, decimal? NonFacilityUsd,
    decimal? FacilityUsd, string? PcTcIndicator, string? StatusCode, decimal? OppsNonFacilityUsd,
    decimal? OppsFacilityUsd);
