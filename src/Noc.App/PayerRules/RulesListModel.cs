using System.Text.Json.Serialization;

namespace Noc.App.PayerRules;

/// <summary>What <c>noc rules list</c> answers (schema noc.rules-list/1).</summary>
/// <param name="Schema">Name of the schema.</param>
/// <param name="Noc">Version of Noc.</param>
/// <param name="PayerRules">Version of the policies.</param>
/// <param name="On">Date of service that it speaks for.</param>
/// <param name="Notice">What to know of the answer; null where nothing.</param>
/// <param name="Policies">All policies; null where a payer was asked for.</param>
/// <param name="Policy">The policy of the payer; null where none was asked for.</param>
internal sealed record RulesListReport(
    string Schema, string Noc, string PayerRules, DateOnly On, string? Notice, IReadOnlyList<PolicyLine>? Policies,
    PolicyCard? Policy);

/// <summary>A policy in the list.</summary>
internal sealed record PolicyLine(
    string Id, string Name, string Level, string? Extends, int Values, int Rules, int Guidance, DateOnly? NewestRead,
    PlaceCard Place);

/// <summary>What one payer wants on a day. Payer: that of the directory that was asked for; null where it is a
/// policy.</summary>
internal sealed record PolicyCard(
    string Id, string Name, string? Payer, bool HasOwnPolicy, IReadOnlyList<ChainCard> Path,
    IReadOnlyList<ValueCard> Values, IReadOnlyList<RuleCard> Rules, IReadOnlyList<GuidanceCard> Guidance);

/// <summary>A step from the policy to the standard.</summary>
internal sealed record ChainCard(string Id, string Name, string Level, PlaceCard Place);

/// <summary>Where something stands in a policy file.</summary>
internal sealed record PlaceCard(string File, int Line, int Column);

/// <summary>A document that says so.</summary>
internal sealed record SourceCard(string Title, string Section, string? Url, DateOnly? Effective, DateOnly? Read);

/// <summary>One value that counts, with the values of wider policies that it replaces. Severity: what happens where it
/// is not met, capped at warn where confidence is low; null where the rule that uses it decides.</summary>
internal sealed record ValueCard(
    string Key, string Meaning, string Value, IReadOnlyList<string> Words, decimal? Number, bool Adds, string Scope,
    string? Severity, string Confidence, SourceCard Source, IReadOnlyList<string> Rows, string Policy, PlaceCard Place,
    IReadOnlyList<ReplacedCard> Overrides);

/// <summary>A value that another one replaces.</summary>
internal sealed record ReplacedCard(string Value, string Scope, string Policy, PlaceCard Place);

/// <summary>A free rule.</summary>
internal sealed record RuleCard(
    string Id, string Topic, string When, string Says, string Expected, string Severity, string Confidence,
    SourceCard Source, IReadOnlyList<string> Rows, string Policy, PlaceCard Place);

/// <summary>What people should know.</summary>
internal sealed record GuidanceCard(
    string Topic, IReadOnlyList<string> Codes, string Says, string Confidence, SourceCard Source,
    IReadOnlyList<string> Rows, IReadOnlyList<string> DisagreesWith, string Policy, PlaceCard Place)
{
    /// <summary>For which lines, in words; null for every line.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Scope { get; init; }

    /// <summary>Rules whose findings show it; null where it stands in lists only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Rules { get; init; }
}

/// <summary>What <c>noc rules conflicts</c> answers (schema noc.rules-conflicts/1).</summary>
internal sealed record ConflictsReport(
    string Schema, string Noc, string PayerRules, DateOnly On, IReadOnlyList<ConflictCard> Conflicts);

/// <summary>Two sources that disagree.</summary>
/// <param name="Kind">told: a file says that they disagree; overlap: one line cannot meet both values of a policy, or
/// of it and one that it builds on.</param>
/// <param name="Topic">The topic, such as units.</param>
/// <param name="Used">What counts.</param>
/// <param name="Other">What the other source says.</param>
internal sealed record ConflictCard(string Kind, string Topic, ClaimCard Used, ClaimCard Other);

/// <summary>What one source says. Kind: value, rule or guidance.</summary>
internal sealed record ClaimCard(
    string Kind, string Says, string Scope, string Confidence, SourceCard Source, IReadOnlyList<string> Rows,
    string Policy, PlaceCard Place);

/// <summary>The shape of the JSON output.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(RulesListReport))]
[JsonSerializable(typeof(ConflictsReport))]
internal sealed partial class RulesJson : JsonSerializerContext
{
    /// <summary>Indented, with letters beyond ASCII as they are.</summary>
    public static RulesJson Shaped { get; } = new(JsonOutput.Shaped());
}
