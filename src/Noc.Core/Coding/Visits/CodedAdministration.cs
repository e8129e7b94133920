namespace Noc.Coding;

/// <summary>The administration lines of a visit, from the folder that knows how to code them.</summary>
/// <param name="Lines">The lines, without charge and diagnoses.</param>
/// <param name="Gaps">What is missing for them.</param>
/// <param name="NotBilled">Events that are not reported, with the reason.</param>
public sealed record CodedAdministration(
    IReadOnlyList<CodedLine> Lines, IReadOnlyList<CodingGap> Gaps, IReadOnlyList<NotBilled> NotBilled);
