namespace Noc.Payers;

/// <summary>A word of a list with the value that says it.</summary>
/// <param name="Word">The word.</param>
/// <param name="Entry">The value: its severity, confidence and source are those of the word.</param>
public readonly record struct PolicyWord(string Word, PolicyEntry Entry);
