using System.Globalization;

namespace Noc.Payers.Expressions;

/// <summary>Checks the types of an expression and builds its closures, from the leaves up.</summary>
/// <remarks>Goes on after an error, so that one reading names them all. A null result has been reported.</remarks>
internal sealed partial class ExpressionBinder
{
    private readonly List<ExpressionError> _errors = [];
    private readonly List<ExpressionVariable> _variables = [];

    public IReadOnlyList<ExpressionError> Errors => _errors;

    public IReadOnlyList<ExpressionVariable> Variables => _variables;

    public Bound? Bind(ExpressionNode node) => node switch
    {
        NumberNode number => Constant(number.Value),
        TextNode text => Constant(text.Value),
        TruthNode truth => Constant(truth.Value),
        DateNode date => Constant(date.Value),
        VariableNode variable => Variable(variable),
        ListNode list => List(list),
        CallNode call => Call(call),
        SignNode sign => Signed(sign),
        JoinNode join => Joined(join),
        BinaryNode { Operator: "in" } search => Search(search),
        BinaryNode { Operator: "+" or "-" or "*" or "/" } sum => Arithmetic(sum),
        BinaryNode comparison => Compare(comparison),
        _ => null,
    };

    private static BoundNumber Constant(decimal value) => new(_ => value);

    private static BoundText Constant(string value) => new(_ => value, value);

    private static BoundTruth Constant(bool value) => new(_ => value);

    private static BoundDate Constant(DateOnly value) => new(_ => value);

    private static Bound List(ListNode list)
    {
        switch (list.Items[0])
        {
            case NumberNode: return new BoundNumbers([.. list.Items.Select(item => ((NumberNode)item).Value)]);
            case DateNode: return new BoundDates([.. list.Items.Select(item => ((DateNode)item).Value)]);
            default:
                string[] texts = [.. list.Items.Select(item => ((TextNode)item).Value)];
                return new BoundTexts(_ => texts, texts.ToHashSet(StringComparer.OrdinalIgnoreCase));
        }
    }

    private Bound? Variable(VariableNode node)
    {
        if (ExpressionVariables.Find(node.Name) is { } variable)
        {
            if (!_variables.Contains(variable)) _variables.Add(variable);
            return variable.Value;
        }
        if (ExpressionFunctions.Find(node.Name) is { } function)
        {
            return Fail(node.Column, $"{function.Name} is a function.",
                $"Write {function.Name}({function.Arguments}).");
        }
        if (node.Name == "date") return Fail(node.Column, "date needs a day.", "Write date(\"2026-01-31\").");
        var nearest = NearestName.Of(node.Name, ExpressionVariables.All.Select(known => known.Name));
        return Fail(node.Column, $"There is no variable {ExpressionText.Quote(node.Name)}.", nearest is null
            ? "All variables are listed in docs/payers/expressions.md."
            : $"Did you mean {nearest}?");
    }

    private Bound? Call(CallNode call)
    {
        if (ExpressionFunctions.Find(call.Name) is not { } function)
        {
            return ExpressionVariables.Find(call.Name) is not null
                ? Fail(call.Column, $"{call.Name} is a variable, not a function.", "Leave out the parentheses.")
                : Fail(call.Column, $"There is no function {ExpressionText.Quote(call.Name)}.",
                    NearestName.Of(call.Name, ExpressionFunctions.All.Select(f => f.Name).Append("date")) is { } nearest
                        ? $"Did you mean {nearest}?"
                        : $"The functions are {string.Join(", ", ExpressionFunctions.All.Select(f => f.Name))}.");
        }
        var form = $"{function.Name}({function.Arguments})";
        var count = function.Overloads[0].Types.Count;
        if (call.Arguments.Count != count)
        {
            return Fail(call.Column, string.Create(CultureInfo.InvariantCulture,
                $"{function.Name} takes {count} argument{(count == 1 ? "" : "s")}, not {call.Arguments.Count}."),
                $"Write {form}.");
        }
        var arguments = call.Arguments.Select(Bind).ToList();
        if (arguments.Contains(null)) return null;
        IEnumerable<ExpressionOverload> fitting = function.Overloads;
        for (var i = 0; i < count; i++)
        {
            var (index, type) = (i, arguments[i]!.Type);
            fitting = fitting.Where(overload => overload.Types[index] == type).ToList();
            if (!fitting.Any())
            {
                return Fail(call.Arguments[i].Column, string.Create(CultureInfo.InvariantCulture,
                    $"Argument {i + 1} of {function.Name} is {type.Phrase()}."), $"Write {form}{Hint(function, type)}");
            }
        }
        var chosen = fitting.First();
        return chosen.Pattern < 0 || IsPattern(call.Arguments[chosen.Pattern]) ? chosen.Make(arguments!) : null;
    }

    private static string Hint(ExpressionFunction function, ExpressionType found) =>
        function.Name == "contains" && found is ExpressionType.Texts ? "; for an item of a list, \"item\" in list."
        : function.Name is "matches" && found is ExpressionType.Texts ? "; for a list, any(list, \"pattern\")."
        : function.Name is "any" && found is ExpressionType.Text ? "; for one text, matches(text, \"pattern\")."
        : ".";

    private bool IsPattern(ExpressionNode node)
    {
        if (node is not TextNode text)
        {
            Fail(node.Column, "A pattern is written out.", "Write it in quotes: \"Z51*\".");
            return false;
        }
        if (text.Value.Length <= ExpressionLimits.MaxPatternLength) return true;
        Fail(node.Column, $"A pattern has at most {ExpressionLimits.MaxPatternLength} characters.",
            "Use * for a part of it.");
        return false;
    }

    private BoundTruth? Joined(JoinNode join)
    {
        var word = join.IsAnd ? "&&" : "||";
        var bound = new List<BoundTruth>();
        foreach (var condition in join.Conditions)
        {
            switch (Bind(condition))
            {
                case BoundTruth truth: bound.Add(truth); break;
                case { } other:
                    Fail(condition.Column, $"{word} joins conditions; this is {other.Type.Phrase()}.",
                        other.Type is ExpressionType.Texts ? "Compare it, or write has(...)."
                            : "Compare it with something, or write has(...).");
                    break;
            }
        }
        if (bound.Count < join.Conditions.Count) return null;
        Func<ClaimLineView, bool?>[] conditions = [.. bound.Select(truth => truth.Get)];
        return join.IsAnd ? new(view => AllHold(conditions, view)) : new(view => OneHolds(conditions, view));
    }

    private static bool AllHold(Func<ClaimLineView, bool?>[] conditions, ClaimLineView view)
    {
        foreach (var condition in conditions)
            if (condition(view) != true) return false;
        return true;
    }

    private static bool OneHolds(Func<ClaimLineView, bool?>[] conditions, ClaimLineView view)
    {
        foreach (var condition in conditions)
            if (condition(view) == true) return true;
        return false;
    }

    private Bound? Signed(SignNode sign)
    {
        switch (sign.Sign, Bind(sign.Operand))
        {
            case ("!", BoundTruth truth):
                var holds = truth.Get;
                return new BoundTruth(view => holds(view) != true);
            case ("-", BoundNumber number):
                var value = number.Get;
                return new BoundNumber(view => -value(view));
            case (_, null): return null;
            case ("!", { } other):
                return Fail(sign.Column, $"! turns a condition round; this is {other.Type.Phrase()}.",
                    "Put the whole comparison in parentheses: !(a == b); or write a != b.");
            case (_, { } other):
                return Fail(sign.Column, $"- stands before a number; this is {other.Type.Phrase()}.",
                    other.Type is ExpressionType.Date ? "For days between dates write days(from, to)." : "");
        }
    }

    private BoundNumber? Arithmetic(BinaryNode node)
    {
        var (left, right) = (Bind(node.Left), Bind(node.Right));
        if (left is null || right is null) return null;
        if (left is BoundNumber a && right is BoundNumber b)
        {
            var (x, y) = (a.Get, b.Get);
            Func<decimal, decimal, decimal> compute = node.Operator switch
            {
                "+" => decimal.Add,
                "-" => decimal.Subtract,
                "*" => decimal.Multiply,
                _ => decimal.Divide,
            };
            var isDivision = node.Operator == "/";
            return new(view => x(view) is { } first && y(view) is { } second && !(isDivision && second == 0)
                ? Computed(compute, first, second)
                : null);
        }
        var wrong = left is BoundNumber ? right : left;
        Fail(node.Column, $"{node.Operator} needs numbers; one side is {wrong.Type.Phrase()}.", wrong.Type switch
        {
            ExpressionType.Date => "For the time between dates write days(from, to) or months(from, to).",
            ExpressionType.Text => "Text is not put together; compare its parts with contains or startsWith.",
            _ => "",
        });
        return null;
    }

    // A result too large for a number is not known; no claim has one.
    private static decimal? Computed(Func<decimal, decimal, decimal> compute, decimal x, decimal y)
    {
        try
        {
            return compute(x, y);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private Bound? Fail(int column, string message, string remedy)
    {
        _errors.Add(new(column, message, remedy));
        return null;
    }
}
