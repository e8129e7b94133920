using Noc.Encounters;

namespace Noc.Tables;

/// <summary>In which family of administration codes a payer takes a drug.</summary>
/// <param name="Names">Ingredient and brands.</param>
/// <param name="Payers">Medicare jurisdictions, such as J6, and ids of payers; empty for all.</param>
/// <param name="Routes">The routes it is said of, as narratives spell them.</param>
/// <param name="Diagnosis">Start of a diagnosis code, without dot, that must be there; empty for any.</param>
/// <param name="Category">The family.</param>
/// <param name="Kind">Whether the drug has codes of its own.</param>
/// <param name="Days">Days of service on which it holds.</param>
/// <param name="Confidence">How sure it is.</param>
/// <param name="Source">Where it is from; null where it is general knowledge.</param>
public sealed record DrugFamily(
    IReadOnlyList<string> Names, IReadOnlyList<string> Payers, IReadOnlyList<string> Routes, string Diagnosis,
    AdministrationCategory Category, DrugKind Kind, Days Days, Confidence Confidence, Source? Source)
{
    /// <summary>True where it is a payer's own word.</summary>
    public bool IsOwn => Payers.Count > 0;
}
