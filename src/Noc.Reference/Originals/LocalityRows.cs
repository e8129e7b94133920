using Noc.Drugs;

namespace Noc.Reference.Originals;

/// <summary>The geographic practice cost indices of one payment locality.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Contractor">Five digits of the Part B contractor, such as 01112.</param>
/// <param name="State">Two letters, such as CA.</param>
/// <param name="Locality">Two digits; unique only together with the contractor.</param>
/// <param name="Name">Name of the locality without the marks of its footnotes.</param>
/// <param name="WorkWithFloor">Work index with the floor of 1.0; null where the file does not print it.</param>
/// <param name="WorkWithoutFloor">Work index without that floor; null where the file does not print it.</param>
/// <param name="PracticeExpense">Practice expense index.</param>
/// <param name="Malpractice">Malpractice index.</param>
/// <remarks>Source: GPCI file of the CMS "PFS Relative Value Files" (addendum E of the final rule). The floor of
/// 1.0 is law for some periods only, so a table must say which of the two it takes for which dates.</remarks>
public sealed record GpciRow(
    long Line, string Contractor, string State, string Locality, string Name, decimal? WorkWithFloor,
    decimal? WorkWithoutFloor, decimal PracticeExpense, decimal Malpractice);

/// <summary>The counties of one payment locality.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Contractor">Five digits of the Part B contractor; zeros that the csv drops are put back.</param>
/// <param name="Locality">Two digits; a contractor and locality can stand twice (Missouri 99 in 2025).</param>
/// <param name="State">Name of the state in capitals, such as HAWAII/GUAM; null where its block prints none
/// (California in the text file of 2025): then ask the cost index file.</param>
/// <param name="FeeScheduleArea">Name of the area without the marks of its footnotes.</param>
/// <param name="Counties">The counties as written.</param>
/// <param name="MayBeCut">True where the counties fill the whole column of the text file, so that the end may be
/// missing; the csv has them whole.</param>
/// <remarks>Source: LOCCO file of the CMS "PFS Relative Value Files".</remarks>
public sealed record LocalityRow(
    long Line, string Contractor, string Locality, string? State, string FeeScheduleArea, string Counties,
    bool MayBeCut);

/// <summary>The Part B contractor and payment locality of one ZIP code.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="State">Two letters of CMS, not of the post: EK and WK are Kansas, EM and WM Missouri.</param>
/// <param name="Zip">Five digits.</param>
/// <param name="Contractor">Five digits of the Part B contractor.</param>
/// <param name="Locality">Two digits.</param>
/// <param name="Rural">R rural, B super rural; null urban (ambulance payment).</param>
/// <param name="LabLocality">Z1, Z2 or Z9: competitive bidding of laboratories.</param>
/// <param name="NeedsPlusFour">True where the last four digits decide the locality (file ZIP9).</param>
/// <param name="PartBIndicator">Part B payment indicator; null where blank.</param>
/// <remarks>Source: ZIP5 file of CMS, "Zip Code to Carrier Locality", and its record layout.</remarks>
public sealed record ZipLocalityRow(
    long Line, string State, string Zip, string Contractor, string Locality, char? Rural, string? LabLocality,
    bool NeedsPlusFour, char? PartBIndicator);

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
