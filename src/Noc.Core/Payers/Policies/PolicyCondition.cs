using Noc.Payers.Expressions;

namespace Noc.Payers;

/// <summary>A rule of a policy file, ready to run.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="When">Its condition.</param>
public sealed record PolicyCondition(PolicyRule Rule, WhenExpression When)
{
    /// <summary>True where the condition asks for the day on which the claim is sent or judged.</summary>
    public bool AsksForReceipt { get; } = When.Variables.Any(read => read.Name is "claim.sent" or "claim.asof");
}
