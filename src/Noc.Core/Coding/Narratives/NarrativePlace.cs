namespace Noc.Coding;

/// <summary>A place that takes text.</summary>
public enum NarrativePlace
{
    /// <summary>SV101-7 or SV202-7.</summary>
    Description,

    /// <summary>NTE of the line; professional claims only.</summary>
    LineNote,

    /// <summary>NTE of the claim; the remarks of an institutional claim.</summary>
    ClaimNote,

    /// <summary>Item 19 of the CMS-1500.</summary>
    Item19,

    /// <summary>The shaded line of item 24 of the CMS-1500.</summary>
    Shaded24,

    /// <summary>Form locator 43 of the UB-04.</summary>
    FormLocator43,

    /// <summary>Form locator 80 of the UB-04.</summary>
    FormLocator80,
}
