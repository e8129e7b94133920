namespace Noc.Reference.Store;

/// <summary>What became of a file in an import.</summary>
public enum ImportOutcome
{
    /// <summary>Read; its rows are in the tables.</summary>
    Imported,

    /// <summary>The same content is in the tables already.</summary>
    Known,

    /// <summary>No file of an agency that Noc knows.</summary>
    NotRecognised,

    /// <summary>Recognised, but not readable.</summary>
    Refused,
}
