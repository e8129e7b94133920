using Noc.Tables;

namespace Noc.Audit;

/// <summary>What never changes about a rule.</summary>
/// <param name="Id">Permanent id, such as <c>COD001</c>.</param>
/// <param name="Name">Kebab-case name of what is wrong.</param>
/// <param name="Topic">Topic of the payer-rule vocabulary.</param>
/// <param name="Severity">Severity where the payer's policy says nothing else.</param>
/// <param name="Why">One line: why it matters.</param>
/// <param name="Source">Where the rule comes from.</param>
/// <param name="Confidence">How sure the rule is.</param>
public sealed record RuleInfo(
    string Id, string Name, string Topic, Severity Severity, string Why, Source Source,
    Confidence Confidence = Confidence.High)
{
    /// <summary>What a drug line must have for the rule to judge it: others are passed over. None for a rule that
    /// judges every line, and for rules about the claim.</summary>
    public LineTraits Judges { get; init; }
}
