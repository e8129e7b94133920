using Noc.Drugs;

namespace Noc.Administrations;

/// <summary>Why an event makes no code.</summary>
public enum NotReported
{
    /// <summary>The hospital bills giving drugs; the physician does not.</summary>
    FacilityPlaceOfService,

    /// <summary>Giving drugs belongs to the procedure in a surgery centre.</summary>
    SurgeryCenter,

    /// <summary>A second infusion at the same time: that is reported once in a visit.</summary>
    ConcurrentOnce,

    /// <summary>The same drug pushed again, on a professional claim.</summary>
    SameDrugPushProfessional,

    /// <summary>The same drug pushed again within 30 minutes.</summary>
    SameDrugPushTooSoon,

    /// <summary>The same drug pushed again; its family has no code for that.</summary>
    SameDrugPushComplex,

    /// <summary>The same drug infused again for 16 to 30 minutes: payers differ.</summary>
    SameDrugInfusionShort,

    /// <summary>A further bag of an infusion that is counted already.</summary>
    SameInfusion,

    /// <summary>Fluid for less than 31 minutes.</summary>
    HydrationTooShort,

    /// <summary>Fluid that ran beside a drug, and for less than 31 minutes alone.</summary>
    HydrationBesideDrug,

    /// <summary>Fluid without start or stop: 31 minutes are not shown.</summary>
    HydrationTimesMissing,

    /// <summary>Flushing or keeping the line open is part of what else was done.</summary>
    FlushIncluded,

    /// <summary>A further infusion under the skin at the same time or of the same set-up.</summary>
    SubcutaneousOnce,

    /// <summary>The same eye, or the same service, once already on the day.</summary>
    OnceADay,

    /// <summary>Swallowed: giving it is not billed.</summary>
    Oral,

    /// <summary>A procedure code by the note stands for it, not a code of administration.</summary>
    ProcedureCode,

    /// <summary>The record does not say how it was given.</summary>
    MethodMissing,

    /// <summary>The recorded times cannot be.</summary>
    TimesImpossible,

    /// <summary>More is recorded than any visit holds.</summary>
    TooMany,

    /// <summary>The record says a dose of 0.</summary>
    NothingGiven,

    /// <summary>Giving drugs belongs to dialysis.</summary>
    DialysisFacility,
}

/// <summary>How sure it is that payers see it the same way.</summary>
public enum CodingBasis
{
    /// <summary>A rule text says so.</summary>
    Settled,

    /// <summary>Common practice, without a single rule text.</summary>
    Convention,

    /// <summary>Payers differ.</summary>
    PayerDependent,
}

/// <summary>What somebody should look at.</summary>
public enum FlagKind
{
    /// <summary>A start or stop is missing: ask nursing for a late entry before billing.</summary>
    LateEntry,

    /// <summary>Common practice, without a single rule text.</summary>
    Convention,

    /// <summary>Payers differ.</summary>
    PayerDependent,

    /// <summary>The record must show why a second access was needed.</summary>
    SecondAccess,

    /// <summary>The record must show the extra work of the complex family.</summary>
    DocumentComplexity,

    /// <summary>The payer takes the drug in the therapeutic family.</summary>
    DownCoded,

    /// <summary>The family was not given and is taken from what is known of the drug.</summary>
    FamilyAssumed,

    /// <summary>The main reason of the visit is not recorded.</summary>
    PrimaryReasonAssumed,

    /// <summary>An unlisted code: a description and records go with it.</summary>
    Unlisted,

    /// <summary>A code stands without one that it usually needs on the claim.</summary>
    BaseMissing,

    /// <summary>Another code may be right by a fact that was not given.</summary>
    OtherCode,

    /// <summary>Something in the visit was assumed.</summary>
    Assumed,

    /// <summary>A recorded time is possible, and so unusual that nursing should confirm it.</summary>
    TimesDoubtful,

    /// <summary>Hours lie between what was given: a second encounter of the day, perhaps.</summary>
    SecondEncounter,
}

/// <summary>What somebody should look at, in words.</summary>
/// <param name="Kind">What of.</param>
/// <param name="Text">One or two sentences.</param>
public sealed record AdministrationFlag(FlagKind Kind, string Text);

/// <summary>A code that an event makes.</summary>
/// <param name="Code">The code.</param>
/// <param name="Units">Its units, at least 1.</param>
/// <param name="Modifier">59 for a second access, RT or LT for an eye; none otherwise.</param>
public readonly record struct EventCode(HcpcsCode Code, int Units, Modifier Modifier);

/// <summary>What one event became.</summary>
public sealed record EventOutcome
{
    /// <summary>The event.</summary>
    public required DrugEvent Event { get; init; }

    /// <summary>Its codes; empty where it is not reported.</summary>
    public required IReadOnlyList<EventCode> Codes { get; init; }

    /// <summary>Why it is not reported; null where it is.</summary>
    public required NotReported? Reason { get; init; }

    /// <summary>The reasoning, in sentences.</summary>
    public required string Why { get; init; }

    /// <summary>How sure it is.</summary>
    public required CodingBasis Basis { get; init; }

    /// <summary>Minutes that count: of a fluid those beside no drug. Null where it is not timed.</summary>
    public required int? CountedMinutes { get; init; }

    /// <summary>What somebody should look at.</summary>
    public required IReadOnlyList<AdministrationFlag> Flags { get; init; }
}

/// <summary>One line of administration as a claim carries it.</summary>
public sealed record CodedService
{
    /// <summary>The code.</summary>
    public required HcpcsCode Code { get; init; }

    /// <summary>Its units.</summary>
    public required int Units { get; init; }

    /// <summary>Its modifiers, in their order.</summary>
    public required IReadOnlyList<Modifier> Modifiers { get; init; }

    /// <summary>Date of service.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Numbers of the events that it stands for.</summary>
    public required IReadOnlyList<int> Events { get; init; }

    /// <summary>How sure the least sure of its events is.</summary>
    public required CodingBasis Basis { get; init; }
}

/// <summary>The administration codes of a visit.</summary>
public sealed record VisitCodes
{
    /// <summary>The visit.</summary>
    public required Visit Visit { get; init; }

    /// <summary>The lines, by code; the same code with other modifiers is a line of its own.</summary>
    public required IReadOnlyList<CodedService> Services { get; init; }

    /// <summary>What each event became, in order of their starts; those without one come last.</summary>
    public required IReadOnlyList<EventOutcome> Events { get; init; }

    /// <summary>What somebody should look at in the visit as a whole.</summary>
    public required IReadOnlyList<AdministrationFlag> Flags { get; init; }

    /// <summary>Whether an initial service into a vein is among them.</summary>
    public bool HasInitial => Services.Any(static service => InfusionCodes.RankOf(service.Code) >= 0);
}
