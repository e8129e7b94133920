using Noc.Encounters;

namespace Noc.Administrations;

/// <summary>Drugs that were mixed in one bag: one infusion, which the drug of the highest family stands for.</summary>
/// <remarks>Source: coding guide F1.</remarks>
internal static class MixedBags
{
    /// <summary>The events with one for each bag; the others of a bag are told to be in it.</summary>
    public static List<DrugEvent> Joined(List<DrugEvent> events, Ledger ledger)
    {
        if (!events.Exists(one => one.Bag.Length > 0)) return events;
        var left = new List<DrugEvent>(events.Count);
        var bags = events.Where(one => IsMixed(one)).GroupBy(one => one.Bag.Trim().ToUpperInvariant())
            .ToDictionary(bag => bag.Key, bag => bag.OrderBy(Rank).ThenBy(one => one.Number).First());
        foreach (var one in events)
        {
            if (!IsMixed(one) || bags[one.Bag.Trim().ToUpperInvariant()] is var lead && lead.Number == one.Number)
            {
                left.Add(one);
                continue;
            }
            ledger.Skip(one, NotReported.SameInfusion,
                $"It is in the same bag as event {lead.Number}: drugs of one bag are one infusion.");
        }
        return left;
    }

    private static bool IsMixed(DrugEvent one) =>
        one.Bag.Trim().Length > 0 && one.Method is AdministrationMethod.IvInfusion;

    private static int Rank(DrugEvent one) => one.IsComplex ? 0
        : one.Category is AdministrationCategory.Hydration ? 2 : 1;
}
