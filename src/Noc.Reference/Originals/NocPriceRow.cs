namespace Noc.Reference.Originals;

/// <summary>The Medicare payment limit of a drug without a code of its own.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Name">Generic name with the trade name in brackets, as printed: the only key, the same as in the NOC
/// crosswalk.</param>
/// <param name="DosageText">What one limit pays for, such as <c>1 UNIT</c>.</param>
/// <param name="LimitUsd">US dollars; null where not known.</param>
/// <param name="LimitText">The limit as printed.</param>
/// <param name="Notes">Notes as printed.</param>
/// <remarks>Source: CMS, Medicare Part B NOC pricing file. It names no HCPCS code: contractors say which unclassified
/// code they want.</remarks>
public sealed record NocPriceRow(
    long Line, string Name, string DosageText, decimal? LimitUsd, string LimitText, string Notes);
