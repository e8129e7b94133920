namespace Noc.Payers.Expressions;

/// <summary>The <c>when:</c> of a free rule: a condition on one claim line, checked and ready to run.</summary>
/// <remarks>Immutable and safe for all threads. It reads the view and nothing else, and ends after a bounded number of
/// steps: the language has no loops. The language is described in docs/payers/expressions.md.</remarks>
public sealed class WhenExpression
{
    private readonly Func<ClaimLineView, bool?> _holds;
    private readonly ExpressionNode _node;

    private WhenExpression(string source, ExpressionNode node, Func<ClaimLineView, bool?> holds,
        IReadOnlyList<ExpressionVariable> variables)
    {
        Source = source;
        _node = node;
        _holds = holds;
        Variables = variables;
    }

    /// <summary>The expression as written.</summary>
    public string Source { get; }

    /// <summary>The variables it reads, each once, in the order of their first use.</summary>
    public IReadOnlyList<ExpressionVariable> Variables { get; }

    /// <summary>Reads and checks an expression. Never throws.</summary>
    /// <param name="text">The expression, at most <see cref="ExpressionLimits.MaxLength"/> characters.</param>
    public static ExpressionReading Read(string text)
    {
        var (node, error) = ExpressionParser.Parse(text);
        if (node is null) return new(null, [error!.Value]);
        var binder = new ExpressionBinder();
        var bound = binder.Bind(node);
        if (bound is not (null or BoundTruth))
        {
            return new(null, [new(1, $"The expression as a whole is {bound.Type.Phrase()}, not a condition.",
                "Compare it with something, such as line.units > 1.")]);
        }
        return bound is BoundTruth truth
            ? new(new(text, node, truth.Get, binder.Variables), [])
            : new(null, [.. binder.Errors.OrderBy(found => found.Column).Take(ExpressionLimits.MaxErrors)]);
    }

    /// <summary>Whether the condition holds on this line; false where what decides is not known. Never
    /// throws.</summary>
    public bool Holds(ClaimLineView view) => _holds(view) == true;

    /// <summary>The expression in its normal form; reading it gives the same expression.</summary>
    public override string ToString() => ExpressionPrinter.Print(_node);
}
