namespace Noc.Audit;

/// <summary>How far a correction may go without a person.</summary>
public enum CorrectionSafety
{
    /// <summary>Same meaning; applied unasked.</summary>
    Safe,

    /// <summary>Likely; a person confirms.</summary>
    Review,

    /// <summary>Advice only.</summary>
    Advice,
}
