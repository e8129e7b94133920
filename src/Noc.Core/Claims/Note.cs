namespace Noc.Claims;

/// <summary>A note: NTE01 with NTE02.</summary>
/// <param name="Kind">NTE01, such as ADD, DCP, TPO.</param>
/// <param name="Text">NTE02, at most 80 characters.</param>
/// <param name="IsSplit">Whether the text holds the separator of components, which no element may.</param>
public readonly record struct Note(Field Kind, Field Text, bool IsSplit = false);
