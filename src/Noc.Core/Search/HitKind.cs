namespace Noc.Search;

/// <summary>What a hit leads to.</summary>
public enum HitKind
{
    /// <summary>A procedure code.</summary>
    Code,

    /// <summary>A drug.</summary>
    Drug,
}
