namespace Noc.App.CodeEncounter;

/// <summary>How coded visits are written.</summary>
public enum CodeFormat
{
    /// <summary>For people, 80 columns.</summary>
    Text,

    /// <summary>One JSON object.</summary>
    Json,

    /// <summary>One visit a line.</summary>
    Ndjson,
}
