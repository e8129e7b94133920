
namespace Noc.Coding;

/// <summary>What a coded line bills.</summary>
public enum CodedLineKind
{
    /// <summary>The drug that was given.</summary>
    Drug,

    /// <summary>Drug of the same containers that was thrown away.</summary>
    Waste,

    /// <summary>What a pharmacy charges for making a compound.</summary>
    CompoundingFee,

    /// <summary>Giving the drug.</summary>
    Administration,
}
