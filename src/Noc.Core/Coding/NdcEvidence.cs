namespace Noc.Coding;

/// <summary>How well the tables know that an NDC is billed with a code on a day; the surest last.</summary>
public enum NdcEvidence
{
    /// <summary>They do not.</summary>
    None,

    /// <summary>Nothing of the day is loaded, but another quarter lists it, and the code is valid on the day.</summary>
    OtherQuarter,

    /// <summary>An extract of the day's quarter lists it.</summary>
    Extract,

    /// <summary>The complete crosswalk of the day's quarter lists it.</summary>
    Release,
}
