namespace Noc.X12;

/// <summary>How much a problem of the file can hide.</summary>
public enum ProblemSeverity
{
    /// <summary>Odd, but nothing is lost.</summary>
    Warn,

    /// <summary>Something may be lost or wrong; reading goes on.</summary>
    Error,

    /// <summary>Reading could not go on.</summary>
    Fatal,
}
