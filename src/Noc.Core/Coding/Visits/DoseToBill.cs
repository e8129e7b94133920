using Noc.Drugs;
using Noc.Encounters;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>What one drug line bills: a drug of one NDC, given by one route on one day.</summary>
/// <remarks>A line has one NDC (loop 2410 stands once), so containers of two NDCs make two of these.</remarks>
internal sealed record DoseToBill
{
    /// <summary>The administrations, the first one first; never empty.</summary>
    public required IReadOnlyList<Administration> Given { get; init; }

    /// <summary>Its NDC; none where not known.</summary>
    public Ndc11 Ndc { get; init; }

    /// <summary>What was given out of it; none where not known.</summary>
    public Amount Dose { get; init; }

    /// <summary>What the containers hold by their labels; none where not known.</summary>
    public Amount Opened { get; init; }

    /// <summary>What was recorded as thrown away; none where not recorded.</summary>
    public Amount Discarded { get; init; }

    /// <summary>How the volume of the dose comes about; empty where the dose is counted as it was recorded.</summary>
    public string VolumeReason { get; init; } = "";

    /// <summary>Containers opened; 0 where not recorded.</summary>
    public int Containers { get; init; }

    /// <summary>True out of single-dose containers; null where the record does not say.</summary>
    public bool? IsSingleDose { get; init; }

    /// <summary>US dollars charged; null where not said.</summary>
    public decimal? ChargeUsd { get; init; }

    /// <summary>How many lines share the dose: 1 but for containers of several NDCs.</summary>
    public int Parts { get; init; } = 1;

    /// <summary>Which of them this is, from 1.</summary>
    public int Part { get; init; } = 1;

    /// <summary>The first administration.</summary>
    public Administration First => Given[0];

    /// <summary>Day of service.</summary>
    public DateOnly Day => First.Day;

    /// <summary>Route as narratives spell it; null where not recorded.</summary>
    public string? Route => First.Route.Length > 0 ? RouteText.Spelled(First.Route) : OfMethod(First.Method);

    /// <summary>The route that a method implies; null where it leaves it open.</summary>
    private static string? OfMethod(AdministrationMethod method) => method switch
    {
        AdministrationMethod.IvInfusion or AdministrationMethod.IvPush => "IV",
        AdministrationMethod.Intramuscular => "IM",
        AdministrationMethod.Subcutaneous or AdministrationMethod.SubcutaneousInfusion
            or AdministrationMethod.OnBody => "SC",
        AdministrationMethod.Intrathecal => "IT",
        AdministrationMethod.Intravitreal => "IVT",
        AdministrationMethod.Inhalation => "INH",
        AdministrationMethod.Oral => "PO",
        _ => null,
    };
}

/// <summary>Sorts administrations into what drug lines bill.</summary>
internal static class DosesToBill
{
    /// <summary>One for each drug, NDC, route and day, in the order of the record.</summary>
    public static List<DoseToBill> Of(VisitFacts visit)
    {
        var doses = new List<DoseToBill>();
        foreach (var given in visit.Given)
        {
            if (given.Method is AdministrationMethod.Flush || IsFluidOnly(visit, given)) continue;
            foreach (var dose in Parts(given))
            {
                var at = doses.FindIndex(other => IsSame(visit, other, dose));
                if (at < 0) doses.Add(dose);
                else doses[at] = Join(doses[at], dose);
            }
        }
        return doses;
    }

    /// <summary>Whether fluid of hydration is no drug line: it was pushed, no volume is recorded, or it has no code of
    /// its own.</summary>
    public static bool IsFluidOnly(VisitFacts visit, Administration given) =>
        given.Category is AdministrationCategory.Hydration
        && (given.Method is AdministrationMethod.IvPush || given.Dose.IsNone || given.Dose.In("ML") is null
            || !visit.Tables.FindProduct(given.Drug).Products.Any(product =>
                SpecificCodes.Find(product, given.Day, visit.Setting).Count > 0));

    private static bool IsSame(VisitFacts visit, DoseToBill a, DoseToBill b) =>
        a.Ndc == b.Ndc && a.Day == b.Day && a.Route == b.Route
        && a.First.IsFree == b.First.IsFree && a.First.IsCompounded == b.First.IsCompounded
        && a.First.IsDiscounted340B == b.First.IsDiscounted340B
        && a.Dose.IsNone == b.Dose.IsNone && (a.Dose.IsNone || b.Dose.In(a.Dose.Unit) is not null)
        && (a.First.Drug.Equals(b.First.Drug, StringComparison.OrdinalIgnoreCase)
            || IsOneSubstance(visit.Tables, a, b));

    // Of one NDC, whatever the record calls it.
    private static bool IsOneSubstance(ReferenceTables tables, DoseToBill a, DoseToBill b) => !a.Ndc.IsNone
        && tables.FindProduct(a.First.Drug).Substance is { Length: > 0 } substance
        && tables.FindProduct(b.First.Drug).Substance == substance;

    // What only one of them records is not known of both.
    private static DoseToBill Join(DoseToBill a, DoseToBill b) => a with
    {
        Given = [.. a.Given, .. b.Given],
        Dose = Sum(a.Dose, b.Dose),
        Opened = Sum(a.Opened, b.Opened),
        Discarded = Sum(a.Discarded, b.Discarded),
        Containers = a.Containers > 0 && b.Containers > 0 ? a.Containers + b.Containers : 0,
        IsSingleDose = a.IsSingleDose == b.IsSingleDose ? a.IsSingleDose : null,
        ChargeUsd = a.ChargeUsd + b.ChargeUsd,
        Part = Math.Max(a.Part, b.Part),
        Parts = Math.Max(a.Parts, b.Parts),
    };

    private static Amount Sum(Amount a, Amount b) =>
        !a.IsNone && b.In(a.Unit) is { } more ? new(a.Value + more, a.Unit) : default;

    private static List<DoseToBill> Parts(Administration given)
    {
        var groups = new List<List<Container>>();
        foreach (var container in given.Containers)
        {
            var ndc = container.Ndc.IsNone ? given.Ndc : container.Ndc;
            if (groups.Find(group => (group[0].Ndc.IsNone ? given.Ndc : group[0].Ndc) == ndc) is { } known)
                known.Add(container);
            else groups.Add([container]);
        }
        if (groups.Count < 2 || given.IsCompounded) return [Whole(given)];
        // The larger containers are emptied first, so what is left over comes out of the smallest.
        var parts = groups.ConvertAll(group => (Held: Held(group), Group: group));
        if (given.Dose.IsNone || parts.Exists(part => part.Held.In(given.Dose.Unit) is null)) return [Whole(given)];
        parts.Sort((a, b) => b.Held.In(given.Dose.Unit)!.Value.CompareTo(a.Held.In(given.Dose.Unit)!.Value));
        var (left, doses) = (given.Dose.Value, new List<DoseToBill>(parts.Count));
        foreach (var (held, group) in parts)
        {
            var all = held.In(given.Dose.Unit)!.Value;
            var taken = Math.Min(all, left);
            left -= taken;
            doses.Add(Whole(given) with
            {
                Ndc = group[0].Ndc.IsNone ? given.Ndc : group[0].Ndc,
                Dose = new(taken, given.Dose.Unit),
                Opened = new(all, given.Dose.Unit),
                Discarded = given.Discarded.IsNone ? default : new(all - taken, given.Dose.Unit),
                Containers = Count(group),
                IsSingleDose = Single(group),
                ChargeUsd = null,
                Part = doses.Count + 1,
                Parts = parts.Count,
            });
        }
        return Charged(doses, given);
    }

    // The charge of a dose out of two packages is shared by amount, to the cent.
    private static List<DoseToBill> Charged(List<DoseToBill> doses, Administration given)
    {
        if (given.ChargeUsd is not { } charge || doses.Sum(dose => dose.Opened.Value) is not (> 0 and var total))
            return doses;
        var rest = charge;
        for (var i = 0; i < doses.Count; i++)
        {
            var share = i == doses.Count - 1 ? rest
                : Rounding.Cents(charge * doses[i].Opened.Value / total);
            rest -= share;
            doses[i] = doses[i] with { ChargeUsd = share };
        }
        return doses;
    }

    private static DoseToBill Whole(Administration given) => new()
    {
        Given = [given],
        Ndc = !given.Ndc.IsNone ? given.Ndc : given.Containers is [{ Ndc: var only }, ..] ? only : default,
        Dose = given.Dose,
        Opened = Held(given.Containers),
        Discarded = given.Discarded,
        Containers = Count(given.Containers),
        IsSingleDose = Single(given.Containers),
        ChargeUsd = given.ChargeUsd,
    };

    private static int Count(IReadOnlyList<Container> containers)
    {
        var count = 0;
        foreach (var container in containers)
        {
            if (container.Count == 0) return 0;
            count += container.Count;
        }
        return count;
    }

    private static bool? Single(IReadOnlyList<Container> containers)
    {
        bool? all = containers.Count == 0 ? null : containers[0].IsSingleDose;
        foreach (var container in containers)
            if (container.IsSingleDose != all) return null;
        return all;
    }

    private static Amount Held(IReadOnlyList<Container> containers)
    {
        Amount sum = default;
        foreach (var container in containers)
        {
            if (container.Holds.IsNone || container.Holds.Value > 1e12m || container.Count == 0) return default;
            var held = container.Holds with { Value = container.Holds.Value * container.Count };
            sum = sum.IsNone ? held : Sum(sum, held);
            if (sum.IsNone) return default;
        }
        return sum;
    }
}
