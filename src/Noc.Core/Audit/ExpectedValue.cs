using Noc.Drugs;

namespace Noc.Audit;

/// <summary>What should stand on the line instead; absent parts are as they are.</summary>
public sealed record ExpectedValue
{
    /// <summary>The code to bill.</summary>
    public HcpcsCode Code { get; init; }

    /// <summary>The units to bill; null where they stay or are not known.</summary>
    public decimal? Units { get; init; }

    /// <summary>The eleven digits of LIN03; empty where they stay.</summary>
    public string Ndc { get; init; } = "";

    /// <summary>The text to write; empty where it stays. Parts in angle brackets are for a person to fill in.</summary>
    public string Narrative { get; init; } = "";

    /// <summary>Any other value or advice, ready to copy; empty where there is none.</summary>
    public string Text { get; init; } = "";
}
