using Noc.Encounters;
using Noc.Tables;

namespace Noc.Administrations;

/// <summary>One drug given once.</summary>
public sealed record DrugEvent
{
    /// <summary>Its number in the visit, from 1; no two are the same.</summary>
    public required int Number { get; init; }

    /// <summary>JSON pointer to it in its document; empty where it was not read from one.</summary>
    public string Pointer { get; init; } = "";

    /// <summary>Name of the drug as the record has it.</summary>
    public required string Substance { get; init; }

    /// <summary>What two events of one drug share, whatever the record calls it: the ingredient where the tables know
    /// the name, else the name in small letters.</summary>
    public string Drug { get => field ??= Substance.Trim().ToLowerInvariant(); init; }

    /// <summary>The family of codes; a drug like most where not known.</summary>
    public AdministrationCategory Category { get; init; }

    /// <summary>How it was given.</summary>
    public required AdministrationMethod Method { get; init; }

    /// <summary>Whether the drug has codes of its own.</summary>
    public DrugKind Kind { get; init; }

    /// <summary>The route in the words of narratives; empty where not known.</summary>
    public string Route { get; init; } = "";

    /// <summary>Place on the body; empty where not known.</summary>
    public string Site { get; init; } = "";

    /// <summary>Which access into a vein; empty for the one there is, or where <see cref="Site"/> tells.</summary>
    public string Access { get; init; } = "";

    /// <summary>Name of the bag that it was mixed in with others; empty where it hung alone.</summary>
    public string Bag { get; init; } = "";

    /// <summary>When it began; null where not recorded.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>When it ended; null where not recorded.</summary>
    public DateTimeOffset? Stop { get; init; }

    /// <summary>True where its times stand without a day and are taken for the day after the visit began.</summary>
    public bool IsTakenAfterMidnight { get; init; }

    /// <summary>True where the record gives a time that cannot be: nothing is coded before it is put right.</summary>
    public bool HasWrongTimes { get; init; }

    /// <summary>True where the record says a dose of 0: nothing was given.</summary>
    public bool IsNotGiven { get; init; }

    /// <summary>True for the main reason of the visit.</summary>
    public bool IsPrimaryReason { get; init; }

    /// <summary>What is to be said of the event whatever it becomes, such as where its family comes from.</summary>
    public IReadOnlyList<AdministrationFlag> Flags { get; init; } = [];

    /// <summary>Whole minutes from start to stop; null where one is not recorded or stop lies before start.</summary>
    public int? Minutes => Start is { } start && Stop is { } stop && stop >= start
        ? (int)Math.Min((stop - start).TotalMinutes, 1_000_000) : null;

    /// <summary>Whether the drug is of the family of chemotherapy and complex biologics.</summary>
    public bool IsComplex =>
        Category is AdministrationCategory.Chemotherapy or AdministrationCategory.HormonalChemotherapy;
}
