namespace Noc.Reference.Originals;

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
