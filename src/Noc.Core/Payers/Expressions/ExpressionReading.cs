namespace Noc.Payers.Expressions;

/// <summary>What reading an expression gave.</summary>
/// <param name="Expression">The expression; null where there are errors.</param>
/// <param name="Errors">What is wrong with it, by column; empty where nothing is.</param>
public readonly record struct ExpressionReading(WhenExpression? Expression, IReadOnlyList<ExpressionError> Errors);
