namespace Noc.App.CodeInfusions;

/// <summary>How the codes of a visit are written.</summary>
public enum InfusionFormat
{
    /// <summary>For a terminal of 80 columns.</summary>
    Text,

    /// <summary>As docs/schemas/noc.infuse-1.schema.json says.</summary>
    Json,

    /// <summary>A picture.</summary>
    Svg,
}
