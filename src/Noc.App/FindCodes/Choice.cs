namespace Noc.App.FindCodes;

/// <summary>A choice that an answer may take.</summary>
/// <param name="Value">Its name in options and JSON.</param>
/// <param name="Text">What it means, for people.</param>
public sealed record Choice(string Value, string Text);
