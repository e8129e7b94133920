namespace Noc.Search;

/// <summary>What kind of statement a note makes about a catch-all code.</summary>
public enum NoteTopic
{
    /// <summary>What the code stands for.</summary>
    Meaning,

    /// <summary>Another name that people use.</summary>
    AlsoCalled,

    /// <summary>A short value for comparing codes side by side; the label says of what.</summary>
    Short,

    /// <summary>When to use it.</summary>
    Use,

    /// <summary>When not to use it.</summary>
    NotFor,

    /// <summary>What the line must say; the label says where or for whom.</summary>
    Say,

    /// <summary>What must be at hand or attached.</summary>
    Document,

    /// <summary>How it is paid.</summary>
    Payment,

    /// <summary>A code that belongs beside it; the label is the code.</summary>
    Related,

    /// <summary>A question, in the label, with its answer.</summary>
    Question,

    /// <summary>A line as it should be.</summary>
    Clean,

    /// <summary>A line that was denied, and why.</summary>
    Denied,

    /// <summary>The denied line put right.</summary>
    Corrected,

    /// <summary>Who uses it.</summary>
    Specialty,

    /// <summary>What happened to it; the label is the day.</summary>
    History,
}
