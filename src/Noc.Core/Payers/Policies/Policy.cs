
namespace Noc.Payers;

/// <summary>What one payer wants, where it differs from the wider policy.</summary>
public sealed record Policy
{
    /// <summary>Its permanent id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name for people.</summary>
    public required string Name { get; init; }

    /// <summary>How wide it is.</summary>
    public required PolicyLevel Level { get; init; }

    /// <summary>The wider policy; empty for the standard.</summary>
    public string Extends { get; init; } = "";

    /// <summary>Whom it matches.</summary>
    public PolicyMatch Who { get; init; } = new([], [], []);

    /// <summary>Its values.</summary>
    public IReadOnlyList<PolicyEntry> Values { get; init; } = [];

    /// <summary>Its own rules.</summary>
    public IReadOnlyList<PolicyRule> Rules { get; init; } = [];

    /// <summary>What people should know.</summary>
    public IReadOnlyList<PolicyGuidance> Guidance { get; init; } = [];

    /// <summary>Where it stands.</summary>
    public PolicyPlace Place { get; init; }
}
