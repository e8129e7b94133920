namespace Noc.Reference.Originals;

/// <summary>One active ingredient of a product.</summary>
/// <param name="Substance">Name of the substance.</param>
/// <param name="Strength">Strength as written, such as .75; null where blank.</param>
/// <param name="Unit">Unit as written, such as mg/.5mL; null where blank.</param>
public sealed record NdcIngredient(string Substance, string? Strength, string? Unit);
