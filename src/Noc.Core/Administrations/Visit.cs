namespace Noc.Administrations;

/// <summary>What was given to one patient in one visit, as far as administration codes depend on it.</summary>
public sealed record Visit
{
    /// <summary>Who bills.</summary>
    public required VisitSetting Setting { get; init; }

    /// <summary>Two digits on professional claims; empty where not known.</summary>
    public string PlaceOfService { get; init; } = "";

    /// <summary>True where Medicare pays: it has codes of its own.</summary>
    public bool IsMedicare { get; init; }

    /// <summary>True where a dialysis facility bills Medicare.</summary>
    public bool IsDialysis { get; init; }

    /// <summary>True where a supplier of equipment bills.</summary>
    public bool IsEquipment { get; init; }

    /// <summary>Date of service: the day on which the visit began, also where it went on past midnight.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Its name, where the record tells several of one day apart; else empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>Id of an earlier encounter of the patient on this day that has an initial service; empty for none. Then
    /// the initial service of this one is of a separate encounter.</summary>
    public string EarlierEncounter { get; init; } = "";

    /// <summary>True where <see cref="EarlierEncounter"/>, though read first, began after this visit.</summary>
    public bool IsBeforeEarlier { get; init; }

    /// <summary>What was given, in any order.</summary>
    public required IReadOnlyList<DrugEvent> Events { get; init; }

    /// <summary>What is to be said of the visit, such as what was assumed of it.</summary>
    public IReadOnlyList<AdministrationFlag> Flags { get; init; } = [];
}
