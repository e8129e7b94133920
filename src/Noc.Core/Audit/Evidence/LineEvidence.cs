using Noc.Drugs;
using Noc.Encounters;

namespace Noc.Audit.Evidence;

/// <summary>What an encounter says of one drug line.</summary>
public sealed class LineEvidence
{
    /// <summary>The encounter.</summary>
    public required EvidenceItem Item { get; init; }

    /// <summary>True where the patient is surely the same.</summary>
    public required bool IsSure { get; init; }

    /// <summary>What was given of this drug on the days of the line; empty where nothing is recorded.</summary>
    public IReadOnlyList<Administration> Given { get; init; } = [];

    /// <summary>What was given of this drug on other days of the encounter, where nothing was on the line's.</summary>
    public IReadOnlyList<Administration> OtherDays { get; init; } = [];

    /// <summary>True where drugs are recorded for the day, and this one surely is none of them.</summary>
    public bool IsNotGiven { get; init; }

    /// <summary>The order that was carried out; null where none is recorded.</summary>
    public DrugOrder? Order { get; init; }

    /// <summary>Invoices of this drug, the newest first.</summary>
    public IReadOnlyList<InvoiceLine> Invoices { get; init; } = [];

    /// <summary>Authorizations that name this drug or its code, or neither a drug nor a code.</summary>
    public IReadOnlyList<Authorization> Authorizations { get; init; } = [];

    /// <summary>What is known of the product.</summary>
    public ProductFacts? Product { get; init; }

    /// <summary>All that was given; none where a dose is not recorded.</summary>
    public Amount TotalGiven => Sum(given => given.Dose);

    /// <summary>All that was discarded; none where that is not recorded.</summary>
    public Amount TotalDiscarded => Sum(given => given.Discarded);

    /// <summary>NDCs of the containers used, each once.</summary>
    public IReadOnlyList<Ndc11> Ndcs => [.. Given.SelectMany(RecordedDrugs.NdcsOf).Distinct()];

    /// <summary>Lots of the containers used, each once.</summary>
    public IReadOnlyList<string> Lots => [.. Given.SelectMany(given => given.Containers)
        .Select(container => container.Lot).Where(lot => lot.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>True where every container is recorded as a single-dose one; false where one is not.</summary>
    public bool? IsSingleDose
    {
        get
        {
            var containers = Given.SelectMany(given => given.Containers).ToList();
            return containers.Exists(one => one.IsSingleDose is false) ? false
                : containers.Count > 0 && containers.TrueForAll(one => one.IsSingleDose is true) ? true : null;
        }
    }

    private Amount Sum(Func<Administration, Amount> of)
    {
        Amount total = default;
        foreach (var given in Given)
        {
            var amount = of(given);
            if (amount.IsNone || amount.Value > 1e12m) return default;
            if (total.IsNone) total = amount;
            else if (amount.In(total.Unit) is { } more) total = total with { Value = total.Value + more };
            else return default;
        }
        return total;
    }
}
