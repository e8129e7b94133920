using System.Globalization;

namespace Noc.Payers.Expressions;

/// <summary>Reads an expression by the strength of its operators (a Pratt parser). Stops at the first error.</summary>
internal sealed class ExpressionParser
{
    // How strongly an operator binds; a higher one is done first.
    public const int Or = 1, And = 2, Comparison = 3, Sum = 4, Product = 5, Sign = 6, Value = 7;

    private static readonly Dictionary<string, string> OtherSpellings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["and"] = "&&",
        ["or"] = "||",
        ["is"] = "==",
        ["equals"] = "==",
        ["not"] = "!",
    };

    private readonly IReadOnlyList<Token> _tokens;
    private int _at, _depth;

    private ExpressionParser(IReadOnlyList<Token> tokens) => _tokens = tokens;

    private ExpressionError? Error { get; set; }

    private Token Next => _tokens[_at];

    /// <summary>The tree of an expression, or what is wrong with it.</summary>
    public static (ExpressionNode? Node, ExpressionError? Error) Parse(string text)
    {
        if (text.Length > ExpressionLimits.MaxLength)
        {
            return (null, new(ExpressionLimits.MaxLength + 1,
                $"An expression has at most {ExpressionLimits.MaxLength} characters; this one has {text.Length}.",
                "Write two rules."));
        }
        var lexer = new ExpressionLexer(text);
        var tokens = lexer.Read();
        if (lexer.Error is { } error) return (null, error);
        if (tokens.Count == 1)
            return (null, new(1, "The expression is empty.", "Write a condition, such as line.units > 1."));
        var parser = new ExpressionParser(tokens);
        var node = parser.Expression(0);
        if (node is not null && parser.Next.Kind is not TokenKind.End) node = parser.Unexpected();
        return (node, parser.Error);
    }

    /// <summary>How strongly an operator between two values binds; 0 for anything else.</summary>
    public static int Power(string symbol) => symbol switch
    {
        "||" => Or,
        "&&" => And,
        "==" or "!=" or "<" or "<=" or ">" or ">=" or "in" => Comparison,
        "+" or "-" => Sum,
        "*" or "/" => Product,
        _ => 0,
    };

    private static int PowerOf(Token token) =>
        token.Kind is TokenKind.Symbol || (token.Kind is TokenKind.Name && token.Value == "in")
            ? Power(token.Value)
            : 0;

    private ExpressionNode? Expression(int above)
    {
        var left = Prefix();
        while (left is not null && PowerOf(Next) is var power && power > above)
        {
            var op = _tokens[_at++];
            if (Expression(power) is not { } right) return null;
            left = Limited(power <= And ? Join(op, left, right) : new BinaryNode(op.Column, op.Value, left, right));
            if (left is not null && power == Comparison && PowerOf(Next) == Comparison)
            {
                return Fail(Next.Column, "Comparisons cannot follow one another.",
                    "Join two of them: a < b && b < c; or put one of them in parentheses.");
            }
        }
        return left;
    }

    // a && (b && c) is the same as a && b && c: one node, so that long chains are not deep.
    private static JoinNode Join(Token op, ExpressionNode left, ExpressionNode right)
    {
        var isAnd = op.Value == "&&";
        var parts = new List<ExpressionNode>();
        foreach (var side in (ReadOnlySpan<ExpressionNode>)[left, right])
        {
            if (side is JoinNode join && join.IsAnd == isAnd) parts.AddRange(join.Conditions);
            else parts.Add(side);
        }
        return new(left is JoinNode first && first.IsAnd == isAnd ? first.Column : op.Column, isAnd, parts);
    }

    private ExpressionNode? Prefix()
    {
        var token = _tokens[_at];
        if (token.Kind is not TokenKind.End) _at++;
        switch (token.Kind)
        {
            case TokenKind.Number: return new NumberNode(token.Column, token.Number);
            case TokenKind.Text: return new TextNode(token.Column, token.Value);
            case TokenKind.Name when token.Value is "true" or "false":
                return new TruthNode(token.Column, token.Value == "true");
            case TokenKind.Name when token.Value == "in" || OtherSpellings.ContainsKey(token.Value):
                _at--;
                return Unexpected();
            case TokenKind.Name: return Next.Is("(") ? Call(token) : new VariableNode(token.Column, token.Value);
            case TokenKind.Symbol when token.Value == "-" && Next.Kind is TokenKind.Number:
                return new NumberNode(token.Column, -_tokens[_at++].Number);
            case TokenKind.Symbol when token.Value is "!" or "-":
                return Nested(token, () => Expression(Sign)) is { } operand
                    ? Limited(new SignNode(token.Column, token.Value, operand))
                    : null;
            case TokenKind.Symbol when token.Value == "(":
                return Nested(token, () => Expression(0)) is { } inner && Close(token, ")") ? inner : null;
            case TokenKind.Symbol when token.Value == "[":
                return Nested(token, () => List(token));
            default:
                if (token.Kind is not TokenKind.End) _at--;
                return Unexpected();
        }
    }

    private ExpressionNode? Call(Token name)
    {
        var open = _tokens[_at++];
        var arguments = new List<ExpressionNode>();
        while (!Next.Is(")"))
        {
            if (arguments.Count > 0 && !Comma(open)) return null;
            if (Nested(open, () => Expression(0)) is not { } argument) return null;
            arguments.Add(argument);
        }
        _at++;
        return name.Value == "date" ? Date(name, arguments) : Limited(new CallNode(name.Column, name.Value, arguments));
    }

    private ExpressionNode? Date(Token name, List<ExpressionNode> arguments)
    {
        if (arguments is [TextNode text])
        {
            if (DateOnly.TryParseExact(text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
                out var day)) return new DateNode(name.Column, day);
            return Fail(text.Column, $"{ExpressionText.Quote(text.Value)} is no day.",
                "Write year, month and day: date(\"2026-01-31\").");
        }
        return Fail(name.Column, "date takes one day as text.", "Write date(\"2026-01-31\").");
    }

    private ListNode? List(Token open)
    {
        var items = new List<ExpressionNode>();
        while (!Next.Is("]"))
        {
            if (items.Count > 0 && !Comma(open)) return null;
            var column = Next.Column;
            if (Expression(0) is not { } item) return null;
            if (item is not (NumberNode or TextNode or DateNode))
            {
                Fail(column, "A list holds numbers, texts or dates as they are.",
                    "Compare other values one by one, joined by ||.");
                return null;
            }
            if (items.Count > 0 && items[0].GetType() != item.GetType())
            {
                Fail(column, "The items of a list are all of one type.", "Write two lists, joined by ||.");
                return null;
            }
            items.Add(item);
        }
        _at++;
        if (items.Count > 0) return new(open.Column, items);
        Fail(open.Column, "The list is empty.", "Write at least one item, such as [\"J3490\"].");
        return null;
    }

    private bool Comma(Token open)
    {
        if (Next.Is(","))
        {
            _at++;
            return true;
        }
        var close = open.Value == "[" ? "]" : ")";
        if (Next.Kind is TokenKind.End) NotClosed(open, close);
        else Fail(Next.Column, $"{Shown(Next)} has no place here.", $"Write a comma or {close} before it.");
        return false;
    }

    private bool Close(Token open, string close)
    {
        if (Next.Is(close))
        {
            _at++;
            return true;
        }
        if (Next.Kind is TokenKind.End) NotClosed(open, close);
        else Unexpected();
        return false;
    }

    private void NotClosed(Token open, string close) => Fail(Next.Column,
        $"The {open.Value} of column {open.Column} is not closed.", $"Write {close} where it ends.");

    private T? Nested<T>(Token token, Func<T?> read) where T : class
    {
        if (_depth >= ExpressionLimits.MaxDepth)
        {
            TooDeep(token.Column);
            return null;
        }
        _depth++;
        var node = read();
        _depth--;
        return node;
    }

    private ExpressionNode? Limited(ExpressionNode node) =>
        node.Depth <= ExpressionLimits.MaxDepth ? node : TooDeep(node.Column);

    private ExpressionNode? TooDeep(int column) => Fail(column,
        $"Parts are nested more than {ExpressionLimits.MaxDepth} deep here.", "Write two rules.");

    private ExpressionNode? Unexpected()
    {
        var isBehindValue = _at > 0 && _tokens[_at - 1] is var last
            && (last.Kind is TokenKind.Number or TokenKind.Text || last.Is(")") || last.Is("]")
                || (last.Kind is TokenKind.Name && last.Value != "in" && !OtherSpellings.ContainsKey(last.Value)));
        if (Next.Kind is TokenKind.End)
        {
            return Fail(Next.Column, "A value is missing at the end.",
                "Write a variable, a number, \"text\" or a function.");
        }
        var message = $"{Shown(Next)} has no place here.";
        if (Next.Kind is TokenKind.Name && OtherSpellings.TryGetValue(Next.Value, out var spelling))
            return Fail(Next.Column, message, $"Write {spelling}.");
        if (Next.Is(")") || Next.Is("]"))
        {
            return Fail(Next.Column, message, isBehindValue ? "Nothing is open that it could close."
                : "Write a value before it.");
        }
        if (Next.Is(","))
        {
            return Fail(Next.Column, message,
                "A comma stands between arguments and between items of a list; numbers have none.");
        }
        return Fail(Next.Column, message, isBehindValue
            ? "Write an operator before it: && || == != < <= > >= in + - * /."
            : "Write a variable, a number, \"text\" or a function before it.");
    }

    private static string Shown(Token token) =>
        token.Kind is TokenKind.Text ? "This text" : ExpressionText.Quote(token.Value);

    private ExpressionNode? Fail(int column, string message, string remedy)
    {
        Error ??= new(column, message, remedy);
        return null;
    }
}
