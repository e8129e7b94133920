using Noc.Tables;

namespace Noc.Payers;

/// <summary>How wide a policy is; a narrower one overrides a wider one value by value.</summary>
public enum PolicyLevel
{
    /// <summary>The transaction standard: everyone.</summary>
    Standard,

    /// <summary>A program: Medicare, Medicaid, commercial.</summary>
    Program,

    /// <summary>A contractor of a program.</summary>
    Contractor,

    /// <summary>A plan.</summary>
    Plan,

    /// <summary>A plan or program in one state.</summary>
    State,
}

/// <summary>Where a value stands in a policy file.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
public readonly record struct PolicyPlace(string File, int Line, int Column)
{
    /// <summary>File, line and column with colons between.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}";
}

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

/// <summary>What an example of a policy expects.</summary>
public enum ExampleKind
{
    /// <summary>The value applies to the line.</summary>
    Gives,

    /// <summary>The value does not apply to the line.</summary>
    GivesNot,

    /// <summary>A rule fires on the claim.</summary>
    Fires,

    /// <summary>A rule is silent on the claim.</summary>
    Silent,
}

/// <summary>An example of a policy value or rule.</summary>
/// <param name="Kind">What it expects.</param>
/// <param name="Rule">The rule that fires or is silent; empty for the other kinds.</param>
/// <param name="Facts">The line and claim, by the names that policy files use; dotted for parts of the line.</param>
/// <param name="Place">Where it stands.</param>
public sealed record PolicyExample(
    ExampleKind Kind, string Rule, IReadOnlyDictionary<string, IReadOnlyList<string>> Facts, PolicyPlace Place);

/// <summary>What people should know of a payer.</summary>
/// <param name="Topic">The topic, such as <c>pricing</c>.</param>
/// <param name="Scope">For which lines.</param>
/// <param name="Rules">Ids of the rules whose findings it helps to mend; empty where it is for the list only.</param>
/// <param name="Says">In our words.</param>
/// <param name="Confidence">How sure it is.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Rows">Rows of the payer rules that it holds.</param>
/// <param name="DisagreesWith">Values that say otherwise, each a row and a key, such as PR-044/narrative.refused.
/// </param>
/// <param name="Place">Where it stands.</param>
public sealed record PolicyGuidance(
    string Topic, PolicyScope Scope, IReadOnlyList<string> Rules, string Says, Confidence Confidence, Source Source,
    IReadOnlyList<string> Rows, IReadOnlyList<string> DisagreesWith, PolicyPlace Place)
{
    /// <summary>Codes that it is about; empty for all.</summary>
    public IReadOnlyList<string> Codes => Scope.Codes;

    /// <summary>Whether it was in force on a date of service: by its own dates, else from the day that its source
    /// names.</summary>
    public bool IsInForce(DateOnly day) => Scope.IsInForce(Source, day);

    /// <summary>Whether it is about a line. Allocates nothing.</summary>
    /// <param name="line">The line; without a day dates do not matter.</param>
    public bool Includes(in PolicySubject line) =>
        (line.Day is not { } day || IsInForce(day)) && Scope.Includes(line);
}

/// <summary>A rule written in a policy file.</summary>
/// <param name="Id">Its permanent id, such as <c>tricare-east-payer-id</c>.</param>
/// <param name="Topic">The topic.</param>
/// <param name="When">The condition, in the language of <c>docs/payers/expressions.md</c>.</param>
/// <param name="Says">What is wrong, in our words.</param>
/// <param name="Expected">What would be right; empty where it depends.</param>
/// <param name="Severity">What happens.</param>
/// <param name="Confidence">How sure it is.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Rows">Rows of the payer rules that it holds.</param>
/// <param name="Examples">Examples that prove it.</param>
/// <param name="Place">Where it stands.</param>
public sealed record PolicyRule(
    string Id, string Topic, string When, string Says, string Expected, Severity Severity, Confidence Confidence,
    Source Source, IReadOnlyList<string> Rows, IReadOnlyList<PolicyExample> Examples, PolicyPlace Place)
{
    /// <summary>Dates of service on which it is in force; <c>default</c> where its source tells.</summary>
    public Days Service { get; init; }

    /// <summary>Dates of receipt on which it is in force; <c>default</c> for any.</summary>
    public Days Received { get; init; }

    /// <summary>Whether it is in force: by its own dates, else from the day that its source names.</summary>
    /// <param name="service">Date of service; null where not known: then it does not matter.</param>
    /// <param name="received">Date of receipt, where the rule asks for one and it is known; null elsewhere.</param>
    public bool IsInForce(DateOnly? service, DateOnly? received)
    {
        if (Service != default || Received != default)
            return (service is not { } day || Service.Include(day))
                && (received is not { } arrival || Received.Include(arrival));
        return Source.Effective is not { } effective || (service ?? effective) >= effective || received >= effective;
    }
}

/// <summary>Whom a policy matches.</summary>
/// <param name="Payers">Ids of the payer directory.</param>
/// <param name="Programs">Programs, such as medicaid.</param>
/// <param name="States">States, for programs; empty for all.</param>
public sealed record PolicyMatch(
    IReadOnlyList<string> Payers, IReadOnlyList<string> Programs, IReadOnlyList<string> States)
{
    /// <summary>Payer ids as claims send them (NM109), for payers that the directory does not have.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>Payer names as claims send them (NM103), upper and lower case alike; the whole name.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];
}

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
