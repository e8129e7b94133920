namespace Noc.Tables;

/// <summary>How far the tables can speak of a dataset on a day.</summary>
public enum CoverageKind
{
    /// <summary>Nothing of that day is loaded.</summary>
    None,

    /// <summary>An extract is loaded: what is not in it may exist.</summary>
    Partial,

    /// <summary>The whole dataset of that day is loaded: what is not in it does not exist.</summary>
    Complete,
}
