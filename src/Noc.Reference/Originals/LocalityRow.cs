namespace Noc.Reference.Originals;

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
