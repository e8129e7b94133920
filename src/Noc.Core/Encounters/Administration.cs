using Noc.Drugs;

namespace Noc.Encounters;

/// <summary>One drug given once.</summary>
public sealed record Administration
{
    /// <summary>JSON pointer to it in its document; empty where it was not read from one.</summary>
    public string Pointer { get; init; } = "";

    /// <summary>Its number; empty where it has none.</summary>
    public string Id { get; init; } = "";

    /// <summary>Number of the <see cref="DrugOrder"/> that it follows; empty where not known.</summary>
    public string Order { get; init; } = "";

    /// <summary>Name of the drug as recorded.</summary>
    public required string Drug { get; init; }

    /// <summary>NDC of the container used; none where not recorded, or where <see cref="Containers"/> tell.</summary>
    public Ndc11 Ndc { get; init; }

    /// <summary>What was given; none where not recorded.</summary>
    public Amount Dose { get; init; }

    /// <summary>What was given as a count of containers, such as 2 VIAL, where the record tells it so; else none.
    /// </summary>
    /// <remarks><c>ContainerDoses</c> turns it into a dose.</remarks>
    public Amount DoseInContainers { get; init; }

    /// <summary>What was discarded; none where not recorded. Zero is a record of no waste.</summary>
    public Amount Discarded { get; init; }

    /// <summary>Route in the words of narratives, such as IV, SC, IM; empty where not recorded.</summary>
    public string Route { get; init; } = "";

    /// <summary>Place on the body, such as "left eye"; empty where not recorded.</summary>
    public string Site { get; init; } = "";

    /// <summary>How it was given.</summary>
    public AdministrationMethod Method { get; init; }

    /// <summary>The family of its administration code.</summary>
    public AdministrationCategory Category { get; init; }

    /// <summary>Which access: two sites have different words. Empty for the one there is.</summary>
    public string Access { get; init; } = "";

    /// <summary>Name of the bag that it was mixed in with others; empty where it hung alone. Drugs of one bag are one
    /// infusion.</summary>
    public string Bag { get; init; } = "";

    /// <summary>Name of the visit it belongs to, where the patient left and came back on the same day; empty where
    /// there was one visit.</summary>
    public string Visit { get; init; } = "";

    /// <summary>When it began; null where not recorded.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>When it ended; null where not recorded.</summary>
    public DateTimeOffset? Stop { get; init; }

    /// <summary>True where the record gives a clock time without a day, which is taken for the day after the visit
    /// began.</summary>
    public bool IsTakenAfterMidnight { get; init; }

    /// <summary>Day of service, from the start; the encounter's first day where no start is recorded.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>True for the main reason of the visit: it decides the initial service of a physician's claim.</summary>
    public bool IsPrimaryReason { get; init; }

    /// <summary>Containers opened.</summary>
    public IReadOnlyList<Container> Containers { get; init; } = [];

    /// <summary>True where the drug cost the provider nothing.</summary>
    public bool IsFree { get; init; }

    /// <summary>True where the drug was bought under 340B.</summary>
    public bool IsDiscounted340B { get; init; }

    /// <summary>US dollars that the provider charges for the drug, discarded drug included; null where not said.
    /// </summary>
    public decimal? ChargeUsd { get; init; }

    /// <summary>True where the record calls the use beyond the label.</summary>
    public bool IsOffLabel { get; init; }

    /// <summary>True where a pharmacy mixed it for this patient.</summary>
    public bool IsCompounded { get; init; }

    /// <summary>Whole minutes from start to stop; null where one is not recorded, or stop lies before start.</summary>
    public int? Minutes => Start is { } start && Stop is { } stop && stop >= start
        ? (int)Math.Min((stop - start).TotalMinutes, int.MaxValue) : null;
}
