
namespace Noc.Audit.Evidence;

/// <summary>One sentence of a necessity statement.</summary>
/// <param name="Topic">who, what, when, where or why.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Pointer">JSON pointer to the fact in the document of the encounter.</param>
public readonly record struct StatementSentence(string Topic, string Text, string Pointer);
