
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
