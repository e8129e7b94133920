
namespace Noc.Administrations;

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

    /// <summary>The line needs a side of the body, and the record names none.</summary>
    SideMissing,

    /// <summary>Something in the visit was assumed.</summary>
    Assumed,

    /// <summary>A recorded time is possible, and so unusual that nursing should confirm it.</summary>
    TimesDoubtful,

    /// <summary>Hours lie between what was given: a second encounter of the day, perhaps.</summary>
    SecondEncounter,
}
