using Noc.Drugs;

namespace Noc.Reference.Originals;

/// <summary>A correction to a HCPCS release already published.</summary>
/// <param name="Line">Row of the sheet.</param>
/// <param name="Code">The code; none where a modifier is corrected.</param>
/// <param name="Modifier">The modifier; none where a code is corrected.</param>
/// <param name="Action">What is corrected, in free text, such as <c>ADD CODE</c>.</param>
/// <param name="Effective">First day; null where blank or misprinted.</param>
/// <param name="EffectiveText">The day as printed.</param>
/// <param name="ShortDescription">The new one; empty where it stays, and for CPT numbers.</param>
/// <param name="LongDescription">The new one; empty where it stays, and for CPT numbers.</param>
/// <param name="Coverage">The new coverage letter; empty where it stays.</param>
/// <param name="Pricing">The new pricing indicator; empty where it stays.</param>
/// <param name="CrossReference">The new successor or cross reference; empty where it stays.</param>
/// <param name="Comments">Remarks; empty for most.</param>
/// <remarks>Source: CMS, corrections beside the HCPCS Level II file.</remarks>
public sealed record HcpcsCorrectionRow(
    long Line, HcpcsCode Code, Modifier Modifier, string Action, DateOnly? Effective, string EffectiveText,
    string ShortDescription, string LongDescription, string Coverage, string Pricing, string CrossReference,
    string Comments);
