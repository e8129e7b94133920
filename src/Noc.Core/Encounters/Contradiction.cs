
namespace Noc.Encounters;

/// <summary>Something that an encounter says twice, and not the same.</summary>
/// <param name="Pointer">JSON pointer to the value.</param>
/// <param name="Message">What does not agree.</param>
public readonly record struct Contradiction(string Pointer, string Message);
