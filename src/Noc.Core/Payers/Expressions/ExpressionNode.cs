namespace Noc.Payers.Expressions;

/// <summary>A part of an expression as written, before its types are known.</summary>
/// <param name="Column">Its place in the expression, from 1.</param>
/// <param name="Depth">How many parts are nested below it.</param>
internal abstract record ExpressionNode(int Column, int Depth)
{
    public static int Below(IReadOnlyList<ExpressionNode> nodes) =>
        nodes.Count == 0 ? 1 : 1 + nodes.Max(node => node.Depth);
}

internal sealed record NumberNode(int Column, decimal Value) : ExpressionNode(Column, 0);

internal sealed record TextNode(int Column, string Value) : ExpressionNode(Column, 0);

internal sealed record TruthNode(int Column, bool Value) : ExpressionNode(Column, 0);

internal sealed record DateNode(int Column, DateOnly Value) : ExpressionNode(Column, 0);

internal sealed record VariableNode(int Column, string Name) : ExpressionNode(Column, 0);

/// <summary>A list as written; its items are numbers, texts or dates.</summary>
internal sealed record ListNode(int Column, IReadOnlyList<ExpressionNode> Items) : ExpressionNode(Column, Below(Items));

internal sealed record CallNode(int Column, string Name, IReadOnlyList<ExpressionNode> Arguments)
    : ExpressionNode(Column, Below(Arguments));

/// <summary><c>!</c> or <c>-</c> before its operand.</summary>
internal sealed record SignNode(int Column, string Sign, ExpressionNode Operand)
    : ExpressionNode(Column, Operand.Depth + 1);

/// <summary>A comparison, <c>in</c>, or arithmetic; the column is that of the operator.</summary>
internal sealed record BinaryNode(int Column, string Operator, ExpressionNode Left, ExpressionNode Right)
    : ExpressionNode(Column, Math.Max(Left.Depth, Right.Depth) + 1);

/// <summary>All conditions joined by one kind of operator: <c>a &amp;&amp; b &amp;&amp; c</c> is one node.</summary>
internal sealed record JoinNode(int Column, bool IsAnd, IReadOnlyList<ExpressionNode> Conditions)
    : ExpressionNode(Column, Below(Conditions));
