namespace Noc.Reference.Originals;

/// <summary>Which conversion factor a file of the physician fee schedule was computed with.</summary>
/// <remarks>Source: section 1848(d)(1)(A) of the Social Security Act: two factors from 2026 on.</remarks>
public enum FeeScheduleTrack
{
    /// <summary>From 2026 on: the file's name does not say which; compare the factors, the higher is QPP.</summary>
    NotSaid,

    /// <summary>Before 2026: one factor for everybody.</summary>
    Single,

    /// <summary>From 2026 on: clinicians who are no qualifying participants of an alternative payment model.</summary>
    NonQualifying,

    /// <summary>From 2026 on: qualifying participants of an alternative payment model.</summary>
    Qualifying,
}
