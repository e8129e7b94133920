using Noc.Tables;

namespace Noc.Payers;

/// <summary>One value of a policy, with what it rests on.</summary>
public sealed record PolicyEntry
{
    /// <summary>What it is about.</summary>
    public required PolicyKey Key { get; init; }

    /// <summary>What the payer wants.</summary>
    public required PolicyValue Value { get; init; }

    /// <summary>For which lines.</summary>
    public PolicyScope Scope { get; init; } = PolicyScope.Any;

    /// <summary>What happens where it is not met; null where the rule that uses it decides.</summary>
    public Severity? Severity { get; init; }

    /// <summary>How sure it is.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>Where it comes from.</summary>
    public required Source Source { get; init; }

    /// <summary>Rows of the payer rules that it holds, such as PR-037.</summary>
    public IReadOnlyList<string> Rows { get; init; } = [];

    /// <summary>Rows of the payer rules that say otherwise; another source holds them.</summary>
    public IReadOnlyList<string> DisagreesWith { get; init; } = [];

    /// <summary>Topic of findings that rest on it, where it is not that of the rule; empty elsewhere.</summary>
    public string Topic { get; init; } = "";

    /// <summary>Id of the policy that it stands in.</summary>
    public required string Policy { get; init; }

    /// <summary>Where it stands.</summary>
    public PolicyPlace Place { get; init; }

    /// <summary>Examples that prove it.</summary>
    public IReadOnlyList<PolicyExample> Examples { get; init; } = [];

    /// <summary>Whether it was in force on a date of service: by its own dates, else from the day that its source
    /// names.</summary>
    public bool IsInForce(DateOnly day) => Scope.IsInForce(Source, day);

    /// <summary>Whether it counts for a line. Allocates nothing.</summary>
    /// <param name="line">The line; without a day dates do not matter.</param>
    public bool Includes(in PolicySubject line) =>
        (line.Day is not { } day || IsInForce(day)) && Scope.Includes(line);
}
