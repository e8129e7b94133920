using Noc.Drugs;
using Noc.Encounters;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>Doses that a record counts in containers, such as "2 vials", as amounts of drug.</summary>
/// <remarks>Only where what one holds is known and one thing: by the containers recorded with the dose, else by their
/// one NDC, else by the strength that the record of the product tells for each. A name alone tells no size: most drugs
/// are sold in several.</remarks>
public static class ContainerDoses
{
    /// <summary>The encounter with every dose that can be told so; the same where there is none.</summary>
    public static Encounter Told(Encounter encounter, ReferenceTables tables) =>
        encounter.Administrations.All(IsTold) ? encounter : encounter with
        {
            Administrations = [.. encounter.Administrations.Select(given =>
                !IsTold(given) && Of(given, encounter.Products, tables) is { IsNone: false } dose
                    ? given with { Dose = dose } : given)],
        };

    private static bool IsTold(Administration given) => given.DoseInContainers.IsNone || !given.Dose.IsNone;

    /// <summary>The drug in the containers of a dose; none where nobody can tell, and for other doses.</summary>
    /// <param name="given">The administration.</param>
    /// <param name="products">What the encounter says of products.</param>
    /// <param name="tables">What the tables say of its NDC.</param>
    public static Amount Of(Administration given, IReadOnlyList<ProductFacts> products, ReferenceTables tables)
    {
        var count = given.DoseInContainers;
        if (count.IsNone) return default;
        if (count.Value == 0) return new(0, "MG");
        var each = One(given, products, tables, count);
        return each.IsNone || each.Value is <= 0 or > 1e12m ? default : new(each.Value * count.Value, each.Unit);
    }

    private static Amount One(
        Administration given, IReadOnlyList<ProductFacts> products, ReferenceTables tables, Amount count)
    {
        var isDose = count.Unit is ContainerText.Dose;
        if (given.Containers.Count > 0 && given.Containers.All(one => !one.Holds.IsNone))
            return isDose && given.Containers.Any(one => one.IsSingleDose is not true) ? default
                : Recorded(given.Containers, count.Value);
        List<Ndc11> ndcs = [.. given.Containers.Select(one => one.Ndc).Append(given.Ndc).Where(ndc => !ndc.IsNone)
            .Distinct()];
        if (ndcs is not [var ndc]) return default;
        var facts = NdcFacts.Of(tables, ndc, given.Day);
        if (isDose && !IsSingle(given, facts)) return default;
        if (NdcUnits.InPackage(facts, NdcUnit.Each) is { IsNone: false } known) return known;
        foreach (var product in products)
            if (product.Ndc == ndc) return DoseNdc.DrugInItem(product);
        return default;
    }

    // Of one size each; else all of them together.
    private static Amount Recorded(IReadOnlyList<Container> containers, decimal count)
    {
        var first = containers[0].Holds;
        if (containers.All(one => one.Holds.SameAs(first) is true)) return first;
        var all = 0m;
        foreach (var one in containers)
        {
            if (one.Count == 0 || one.Holds.In(first.Unit) is not ({ } held and <= 1e12m)) return default;
            all += held * one.Count;
        }
        return containers.Sum(one => (decimal)one.Count) == count ? new(all / count, first.Unit) : default;
    }

    private static bool IsSingle(Administration given, NdcFacts facts) =>
        given.Containers.Count > 0 ? given.Containers.All(one => one.IsSingleDose is true)
        : facts.Item.Contains("SINGLE", StringComparison.OrdinalIgnoreCase);
}
