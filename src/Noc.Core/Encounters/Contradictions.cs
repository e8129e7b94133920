using Noc.Drugs;

namespace Noc.Encounters;

/// <summary>Finds what an encounter contradicts itself in. A pure function of the encounter.</summary>
public static class Contradictions
{
    /// <summary>All contradictions, in the order of the document.</summary>
    public static IReadOnlyList<Contradiction> Of(Encounter encounter)
    {
        var found = new List<Contradiction>();
        if (encounter.Claim.SentOn < encounter.From)
            found.Add(new($"{encounter.Pointer}/claim/sentOn", "The claim was sent before the first date of service."));
        var orders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var order in encounter.Orders)
        {
            if (order.Id.Length > 0 && !orders.Add(order.Id))
                found.Add(new($"{order.Pointer}/id", "Another order has the same number."));
            if (order.To < order.From) found.Add(new($"{order.Pointer}/to", "The order ends before it begins."));
        }
        foreach (var given in encounter.Administrations)
        {
            if (given.Order.Length > 0 && !orders.Contains(given.Order))
                found.Add(new($"{given.Pointer}/order", "No order of the encounter has this number."));
            OfContainers(given, found);
        }
        foreach (var one in encounter.Authorizations)
        {
            if (one.To < one.From) found.Add(new($"{one.Pointer}/to", "The authorization ends before it begins."));
            if (one.UnitsUsed > one.Units)
                found.Add(new($"{one.Pointer}/unitsUsed", "More units are used than the authorization allows."));
        }
        foreach (var therapy in encounter.PriorTherapies)
            if (therapy.To < therapy.From)
                found.Add(new($"{therapy.Pointer}/to", "The therapy ends before it begins."));
        return found;
    }

    private static void OfContainers(Administration given, List<Contradiction> found)
    {
        Amount opened = default;
        var isWhole = given.Containers.Count > 0;
        for (var i = 0; i < given.Containers.Count; i++)
        {
            var container = given.Containers[i];
            if (!given.Ndc.IsNone && !container.Ndc.IsNone && given.Containers.Count == 1
                && container.Ndc.LabelerProduct != given.Ndc.LabelerProduct)
                found.Add(new($"{given.Pointer}/containers/{i}/ndc", "The container is of another product than the "
                    + "administration says."));
            if (container.Expires < given.Day)
                found.Add(new($"{given.Pointer}/containers/{i}/expires", "The container had expired on the day."));
            isWhole &= container.IsSingleDose is true && Add(ref opened, container);
        }
        if (!isWhole || given.Dose.In(opened.Unit) is not { } dose) return;
        if (given.Discarded.In(opened.Unit) is { } discarded)
        {
            if (dose + discarded != opened.Value)
                found.Add(new($"{given.Pointer}/discarded",
                    "Dose and waste together are not what the containers hold."));
        }
        else if (dose > opened.Value)
        {
            found.Add(new($"{given.Pointer}/dose", "The dose is more than the containers hold."));
        }
    }

    private static bool Add(ref Amount sum, Container container)
    {
        if (container.Holds.IsNone || container.Holds.Value > 1e12m || container.Count == 0) return false;
        var all = container.Holds with { Value = container.Holds.Value * container.Count };
        if (sum.IsNone) sum = all;
        else if (all.In(sum.Unit) is { } more) sum = sum with { Value = sum.Value + more };
        else return false;
        return true;
    }
}
