using Noc.Coding;
using Noc.Encounters;
using Noc.Tables;

namespace Noc.Administrations;

/// <summary>The family of a drug's administration codes.</summary>
/// <param name="Category">The family.</param>
/// <param name="Kind">Whether the drug has codes of its own.</param>
/// <param name="Flags">Where it comes from, and what to mind.</param>
public sealed record FamilyChoice(
    AdministrationCategory Category, DrugKind Kind, IReadOnlyList<AdministrationFlag> Flags)
{
    /// <summary>The only route that the list of families has for the drug; empty where it has none, or several.
    /// </summary>
    public string Route { get; private init; } = "";

    /// <summary>Chooses a family.</summary>
    /// <param name="given">What was given.</param>
    /// <param name="route">Its route, such as IV; empty where not known.</param>
    /// <param name="encounter">The encounter, for its diagnoses.</param>
    /// <param name="tables">What is known of drugs.</param>
    /// <param name="payer">Who pays.</param>
    /// <remarks>Source: coding guide F4: a family the record gives counts; else the payer's own word on the drug, then
    /// what all say of it, then its class.</remarks>
    public static FamilyChoice Of(
        Administration given, string route, Encounter encounter, ReferenceTables tables, FamilyPayer payer)
    {
        var known = tables.Families.Find(given.Drug, route, given.Day, payer.Ids, encounter.Diagnoses);
        var product = known is null ? ProductOf(given, route, encounter, tables) : default;
        // By its ingredient, not by its other brands: they may be for another use.
        if (known is null && !product.IsNone)
            known = tables.Families.Find(product.Products[0].Ingredient, route, given.Day, payer.Ids,
                encounter.Diagnoses);
        if (known is { Category: AdministrationCategory.Hydration } && DrugFamilies.IsConcentrated(given.Drug))
            known = null;
        var kind = known is { Kind: not DrugKind.Ordinary } ? known.Kind : KindOf(given.Drug, product);
        // Chemotherapy is the wider word: of hormones against cancer the record says no more by it.
        if (given.Category is AdministrationCategory.Chemotherapy
            && known is { Category: AdministrationCategory.HormonalChemotherapy })
            return new(known.Category, kind, [new(FlagKind.FamilyAssumed, $"The record says chemotherapy; "
                + $"{NameOf(given)} is {Name(known.Category)}{From(known)}.")]);
        if (given.Category is not AdministrationCategory.Unknown)
            return new(given.Category, kind, Doubts(given, known)) { Route = RouteOf(known) };
        if (given.Method is AdministrationMethod.Vaccine)
            return new(AdministrationCategory.Vaccine, kind, []) { Route = RouteOf(known) };
        if (known is not null)
            return new(known.Category, kind, [Assumed(given, known)]) { Route = RouteOf(known) };
        return product.IsNone
            ? new(AdministrationCategory.Therapeutic, kind, [new(FlagKind.FamilyAssumed,
                "The record gives no category and Noc does not know the drug: taken as a drug like most.")])
            : OfClass(product.Products[0], route) with { Kind = kind };
    }

    private static string RouteOf(DrugFamily? known) => known is { Routes: [var only] } ? only : "";

    // By the name, else as the record of the product or the NDC tells it: "MEDICATION 1" out of a package of Keytruda.
    private static ProductMatch ProductOf(
        Administration given, string route, Encounter encounter, ReferenceTables tables)
    {
        var named = tables.FindProduct(given.Drug);
        var ndc = !given.Ndc.IsNone ? given.Ndc : given.Containers is [{ Ndc: var first }, ..] ? first : default;
        if (!named.IsNone || ndc.IsNone) return named;
        foreach (var told in encounter.Products)
        {
            if (told.Ndc != ndc) continue;
            named = tables.FindProduct(told.Name);
            if (named.IsNone) named = tables.FindProduct(told.Ingredient);
            if (!named.IsNone) return named;
        }
        return RouteChoice.Of(tables, NdcFacts.Of(tables, ndc, given.Day).Drug, route.Length > 0 ? route : null);
    }

    private static DrugKind KindOf(string drug, ProductMatch match) => match.IsNone
        ? BloodComponents.Has(drug) ? DrugKind.Blood : DrugKind.Ordinary
        : match.Products[0].IsRadiopharmaceutical ? DrugKind.Radiopharmaceutical
        : match.Products[0].Kind switch
        {
            ProductKind.BotulinumToxin => DrugKind.BotulinumToxin,
            ProductKind.Contrast or ProductKind.Gadolinium => DrugKind.Contrast,
            ProductKind.CarTCells => DrugKind.CarTCells,
            _ => DrugKind.Ordinary,
        };

    private static FamilyChoice OfClass(Product product, string route)
    {
        if (product.IsAntineoplastic is true)
            return new(AdministrationCategory.Chemotherapy, DrugKind.Ordinary, [new(FlagKind.FamilyAssumed,
                "The record gives no category; the tables know an anticancer drug: complex family.")]);
        if (product.Kind is ProductKind.Vaccine or ProductKind.FluVaccine)
            return new(AdministrationCategory.Vaccine, DrugKind.Ordinary, []);
        if (!IsAntibody(product))
            return new(AdministrationCategory.Therapeutic, DrugKind.Ordinary, []);
        // Under the skin contractors named many antibodies as not complex; into a vein the work usually is.
        return route is "IV"
            ? new(AdministrationCategory.Chemotherapy, DrugKind.Ordinary, [new(FlagKind.DocumentComplexity,
                "The record gives no category; an antibody into a vein is taken in the complex family. Payers look at "
                + "the work, not at the name alone: the record must show monitoring, rate changes and special "
                + "handling, or it is the therapeutic family.")])
            : route is not ("SC" or "IM") ? new(AdministrationCategory.Therapeutic, DrugKind.Ordinary, [])
            : new(AdministrationCategory.Therapeutic, DrugKind.Ordinary, [new(FlagKind.PayerDependent,
                "An antibody by injection is taken in the therapeutic family; some payers take 96401 where the record "
                + "shows the extra work.")]);
    }

    private static bool IsAntibody(Product product) => product.IsBiologic is true && product.Names.Any(name =>
        name.Split(' ')[0] is var first && (first.EndsWith("mab", StringComparison.Ordinal)
            || first.EndsWith("cept", StringComparison.Ordinal)
            || (first.Length > 5 && first[^5] == '-' && (first[..^5].EndsWith("mab", StringComparison.Ordinal)
                || first[..^5].EndsWith("cept", StringComparison.Ordinal)))));

    private static IReadOnlyList<AdministrationFlag> Doubts(Administration given, DrugFamily? known) =>
        known is { Category: AdministrationCategory.Therapeutic } && given.Category is
            AdministrationCategory.Chemotherapy or AdministrationCategory.HormonalChemotherapy
            ? [new(FlagKind.DownCoded, $"{(known.IsOwn ? "This payer takes" : "Payers take")} {NameOf(given)} in the "
                + $"therapeutic family{From(known)}; the record says complex. The record must show the extra work.")]
            : [];

    private static AdministrationFlag Assumed(Administration given, DrugFamily known) => new(
        known.IsOwn ? FlagKind.PayerDependent : FlagKind.FamilyAssumed,
        $"The record gives no category; {NameOf(given)} is taken as {Name(known.Category)}{From(known)}.");

    // As the record calls it: the row of the table may stand under the name of another brand.
    private static string NameOf(Administration given) => given.Drug.Trim();

    private static string From(DrugFamily known) => known.Source is { } source
        ? $" ({source.Title}, {source.Section})" : "";

    private static string Name(AdministrationCategory category) => category switch
    {
        AdministrationCategory.Chemotherapy => "of the complex family",
        AdministrationCategory.HormonalChemotherapy => "a hormone of the complex family",
        AdministrationCategory.Hydration => "hydration",
        AdministrationCategory.Vaccine => "a vaccine",
        _ => "a drug like most",
    };
}
