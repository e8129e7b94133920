using Noc.Payers.Expressions;

namespace Noc.Payers;

/// <summary>A rule of a policy file, ready to run.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="When">Its condition.</param>
public sealed record PolicyCondition(PolicyRule Rule, WhenExpression When);
