using Noc.Drugs;

namespace Noc.Tables;

/// <summary>What the tables say of a modifier.</summary>
/// <param name="Modifier">The modifier.</param>
/// <param name="Days">The days on which it is valid; <c>default</c> where not known.</param>
/// <param name="IsNever">True where it has no place on any drug line.</param>
public sealed record ModifierFact(Modifier Modifier, Days Days, bool IsNever);
