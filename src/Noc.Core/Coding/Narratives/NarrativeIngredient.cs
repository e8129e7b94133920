using Noc.Drugs;

namespace Noc.Coding;

/// <summary>One ingredient of a compound.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Dose">How much was given; <c>default</c> where only the strength is known.</param>
/// <param name="Strength">Its strength, such as 20MG/ML; empty where not known.</param>
public sealed record NarrativeIngredient(string Name, Amount Dose, string Strength = "");
