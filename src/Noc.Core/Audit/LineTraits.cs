
namespace Noc.Audit;

/// <summary>What a drug line has, as far as it decides which rules judge it.</summary>
[Flags]
public enum LineTraits
{
    /// <summary>Nothing of these.</summary>
    None = 0,

    /// <summary>A code that leaves the drug open.</summary>
    Unclassified = 1,

    /// <summary>A code that names the drug.</summary>
    OwnCode = 2,

    /// <summary>Loop 2410, in which the NDC stands.</summary>
    Ndc = 4,

    /// <summary>A modifier.</summary>
    Modifiers = 8,
}
