using Noc.Administrations;

namespace Noc.App.CodeInfusions;

/// <summary>What <c>noc infuse</c> was asked.</summary>
public sealed record InfusionRequest
{
    /// <summary>Files of encounters; <c>-</c> for standard input.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>How the answer is written.</summary>
    public InfusionFormat Format { get; init; }

    /// <summary>Where a picture goes beside the answer; null for none.</summary>
    public string? SvgPath { get; init; }

    /// <summary>Who bills, whatever the encounters say; null for what they say.</summary>
    public VisitSetting? Setting { get; init; }

    /// <summary>True to set headings off in a terminal.</summary>
    public bool IsColored { get; init; }
}
