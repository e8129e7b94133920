using Noc.Drugs;

namespace Noc.Reference.Originals;

/// <summary>One line of the ICD-10-CM order file.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Order">Place in the tabular order, from 1.</param>
/// <param name="Code">The code without a dot, upper case, three to seven characters.</param>
/// <param name="IsBillable">True for a code that is valid on claims; false for a heading.</param>
/// <param name="ShortTitle">Title of up to 60 characters.</param>
/// <param name="LongTitle">Whole title.</param>
/// <remarks>Source: icd10cm_order file of CMS and NCHS.</remarks>
public sealed record Icd10CmRow(
    long Line, int Order, string Code, bool IsBillable, string ShortTitle, string LongTitle);

/// <summary>The medically unlikely edit of one code: more units than this on a day are denied.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Code">The CPT or HCPCS code.</param>
/// <param name="Units">The most units; 0 says "never".</param>
/// <param name="Indicator">1 line edit, 2 day edit by policy (absolute), 3 day edit by clinical data.</param>
/// <param name="IndicatorText">That cell as written.</param>
/// <param name="Rationale">The reason as written; null where blank.</param>
/// <remarks>Source: NCCI practitioner MUE table of CMS.</remarks>
public sealed record MueRow(
    long Line, HcpcsCode Code, decimal Units, int Indicator, string IndicatorText, string? Rationale);

/// <summary>One place of service.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Code">Two digits.</param>
/// <param name="Name">Name of the place.</param>
/// <param name="IsFacilityRate">True where the physician fee schedule pays the facility amount; null where not known.
/// </param>
/// <remarks>Source: place of service code set of CMS; the rate column is compiled, to be checked before use.</remarks>
public sealed record PlaceOfServiceRow(long Line, string Code, string Name, bool? IsFacilityRate);

/// <summary>One number of a code list without its text (the texts belong to X12 or the AHA).</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Code">The code.</param>
/// <param name="IsActive">True or false where the file says whether the code is in use; null where it does not.</param>
public sealed record CodeNumberRow(long Line, string Code, bool? IsActive);

/// <summary>Who pays Medicare claims of one state.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="State">Two letters.</param>
/// <param name="Jurisdiction">Jurisdiction for parts A and B, such as JE.</param>
/// <param name="Contractor">Its contractor.</param>
/// <param name="PartBNumbers">Five digits each; empty where the cost index file names none (small territories).</param>
/// <param name="DmeJurisdiction">Jurisdiction for equipment, A to D.</param>
/// <param name="DmeContractor">Its contractor.</param>
/// <remarks>Source: compiled from award notices of CMS and the cost index file of 2025.</remarks>
public sealed record ContractorRow(
    long Line, string State, string Jurisdiction, string Contractor, IReadOnlyList<string> PartBNumbers,
    string DmeJurisdiction, string DmeContractor);
