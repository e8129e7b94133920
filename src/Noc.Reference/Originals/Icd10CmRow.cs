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
