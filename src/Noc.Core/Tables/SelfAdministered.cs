using Noc.Drugs;

namespace Noc.Tables;

/// <summary>An entry of a Medicare contractor's list of drugs that patients usually give to themselves.</summary>
/// <param name="Names">Ingredient and brands as the list names them.</param>
/// <param name="Jurisdictions">Jurisdictions of the contractor, such as JF; <c>all</c> where every contractor is said
/// to list it, <c>some</c> where the contractor is not named.</param>
/// <param name="Code">The drug's own code on the list; <c>default</c> where it is listed by name.</param>
/// <param name="Days">The days on which it is on the list, as far as known.</param>
/// <param name="Routes">The routes that are not paid, as narratives spell them.</param>
/// <param name="HasOtherRoutes">True where the same drug is paid by another route.</param>
/// <param name="Modifier">What a line of the code without JA or JB comes to.</param>
/// <param name="Confidence">How sure the entry is.</param>
/// <param name="Source">The article; null where it is general knowledge.</param>
public sealed record SelfAdministered(
    IReadOnlyList<string> Names, IReadOnlyList<string> Jurisdictions, HcpcsCode Code, Days Days,
    IReadOnlyList<string> Routes, bool HasOtherRoutes, RouteModifier Modifier, Confidence Confidence, Source? Source)
{
    /// <summary>Whether the entry holds for a jurisdiction, or for all.</summary>
    public bool IsFor(string jurisdiction) => Jurisdictions is [var only] && only is "all" or "some"
        || Jurisdictions.Contains(jurisdiction);

    /// <summary>True where the contractor itself is named.</summary>
    public bool IsOwn => Jurisdictions is not (["all"] or ["some"]);
}
