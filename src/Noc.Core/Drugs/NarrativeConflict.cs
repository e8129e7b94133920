namespace Noc.Drugs;

/// <summary>One fact with two values.</summary>
/// <param name="Fact">Which fact.</param>
/// <param name="First">Where the first text tells it.</param>
/// <param name="Second">Where the second text tells it.</param>
public readonly record struct NarrativeConflict(NarrativeFact Fact, TextSpan First, TextSpan Second);
