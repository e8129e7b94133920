
namespace Noc.Coding;

/// <summary>Whether a package was on the market on a day.</summary>
public enum NdcMarketKind
{
    /// <summary>The tables do not say from when to when.</summary>
    NotKnown,

    /// <summary>Marketing starts after the day.</summary>
    NotYet,

    /// <summary>Marketed on the day.</summary>
    Marketed,

    /// <summary>Marketing ended before the day, but packages may still be within their shelf life.</summary>
    WithinShelfLife,

    /// <summary>Marketing ended before the day, and the last packages have expired.</summary>
    Ended,

    /// <summary>The lot of this one package had expired on the day, by its own label.</summary>
    LotExpired,
}
