
namespace Noc.Drugs;

/// <summary>One level of a package: how much of what is in a container.</summary>
/// <param name="Count">How much or how many.</param>
/// <param name="Content">A container further in (VIAL), a measure (mL) or a dosage form (TABLET).</param>
/// <param name="Container">The container.</param>
/// <param name="Ndc">The code of the container; null where it has none of its own.</param>
public sealed record PackageLevel(decimal Count, string Content, string Container, Ndc11? Ndc);
