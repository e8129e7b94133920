using System.Globalization;
using System.Text;

namespace Noc.Payers.Expressions;

/// <summary>Writes an expression in its one normal form: single blanks, no parentheses that change nothing.</summary>
internal static class ExpressionPrinter
{
    public static string Print(ExpressionNode node)
    {
        var text = new StringBuilder();
        Write(text, node, 0);
        return text.ToString();
    }

    // An operand that binds less than its place asks for stands in parentheses.
    private static void Write(StringBuilder text, ExpressionNode node, int least)
    {
        var power = node switch
        {
            JoinNode join => join.IsAnd ? ExpressionParser.And : ExpressionParser.Or,
            BinaryNode binary => ExpressionParser.Power(binary.Operator),
            SignNode => ExpressionParser.Sign,
            _ => ExpressionParser.Value,
        };
        if (power < least) text.Append('(');
        switch (node)
        {
            case JoinNode join:
                Write(text, join.Conditions, join.IsAnd ? " && " : " || ", power + 1);
                break;
            case BinaryNode binary:
                Write(text, binary.Left, power == ExpressionParser.Comparison ? power + 1 : power);
                text.Append(' ').Append(binary.Operator).Append(' ');
                Write(text, binary.Right, power + 1);
                break;
            case SignNode sign:
                // Without parentheses, - before a number would be read as a part of the number.
                var isNumber = sign is { Sign: "-", Operand: NumberNode { Value: >= 0 } };
                text.Append(sign.Sign).Append(isNumber ? "(" : "");
                Write(text, sign.Operand, power);
                text.Append(isNumber ? ")" : "");
                break;
            case CallNode call:
                text.Append(call.Name).Append('(');
                Write(text, call.Arguments, ", ", 0);
                text.Append(')');
                break;
            case ListNode list:
                text.Append('[');
                Write(text, list.Items, ", ", 0);
                text.Append(']');
                break;
            default:
                text.Append(Word(node));
                break;
        }
        if (power < least) text.Append(')');
    }

    private static void Write(StringBuilder text, IReadOnlyList<ExpressionNode> nodes, string between, int least)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            if (i > 0) text.Append(between);
            Write(text, nodes[i], least);
        }
    }

    private static string Word(ExpressionNode node) => node switch
    {
        NumberNode number => number.Value.ToString(CultureInfo.InvariantCulture),
        TextNode word => Quoted(word.Value),
        DateNode date => $"date(\"{date.Value:yyyy-MM-dd}\")",
        TruthNode truth => truth.Value ? "true" : "false",
        VariableNode variable => variable.Name,
        _ => "",
    };

    private static string Quoted(string value) => "\"" + value.Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
