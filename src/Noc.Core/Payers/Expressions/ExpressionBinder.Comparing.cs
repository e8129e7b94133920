using System.Globalization;

namespace Noc.Payers.Expressions;

/// <content>Comparisons and the search in lists.</content>
internal sealed partial class ExpressionBinder
{
    private BoundTruth? Compare(BinaryNode node)
    {
        var (left, right) = (Bind(node.Left), Bind(node.Right));
        if (left is null || right is null || !CheckWords(node.Left, node.Right) || !CheckWords(node.Right, node.Left))
            return null;
        var isOrder = node.Operator is not ("==" or "!=");
        switch (left, right)
        {
            case (BoundNumber a, BoundNumber b): return Ordered(node.Operator, a.Get, b.Get);
            case (BoundDate a, BoundDate b): return Ordered(node.Operator, a.Get, b.Get);
            case (BoundText a, BoundText b): return Texts(node.Operator, a.Get, b.Get);
            case (BoundTruth a, BoundTruth b) when !isOrder: return Truths(node.Operator == "==", a.Get, b.Get);
        }
        Fail(node.Column, left.Type == right.Type
            ? $"{node.Operator} does not compare {left.Type.Phrase()} with another."
            : $"{node.Operator} compares {left.Type.Phrase()} with {right.Type.Phrase()}.", Remedy(node, left, right));
        return null;
    }

    private static string Remedy(BinaryNode node, Bound left, Bound right)
    {
        var written = node.Right as TextNode ?? node.Left as TextNode;
        var isText = left.Type is ExpressionType.Text || right.Type is ExpressionType.Text;
        var other = left.Type is ExpressionType.Text ? right.Type : left.Type;
        var number = node.Right as NumberNode ?? node.Left as NumberNode;
        return (isText, other) switch
        {
            (true, ExpressionType.Number) when written is not null && decimal.TryParse(written.Value,
                NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) =>
                $"Write {ExpressionText.Quote(written.Value)} without quotes.",
            (true, ExpressionType.Number) when number is not null => string.Create(CultureInfo.InvariantCulture,
                $"Write it in quotes: \"{number.Value}\"."),
            (true, ExpressionType.Date) when written is not null => $"Write date(\"2026-01-31\") for a day.",
            (true, ExpressionType.Truth) => "Write true or false without quotes.",
            (_, ExpressionType.Texts or ExpressionType.Numbers or ExpressionType.Dates) => "Write value in list.",
            _ when right.Type is ExpressionType.Texts or ExpressionType.Numbers or ExpressionType.Dates =>
                "Write value in list.",
            _ when left.Type is ExpressionType.Truth && right.Type is ExpressionType.Truth => "Write == or !=.",
            _ => "Both sides are of one type.",
        };
    }

    private static BoundTruth Ordered<T>(string op, Func<ClaimLineView, T?> left, Func<ClaimLineView, T?> right)
        where T : struct, IComparable<T> => op switch
        {
            "==" => new(view => left(view) is { } a && right(view) is { } b && a.CompareTo(b) == 0),
            "!=" => new(view => left(view) is { } a && right(view) is { } b && a.CompareTo(b) != 0),
            "<" => new(view => left(view) is { } a && right(view) is { } b && a.CompareTo(b) < 0),
            "<=" => new(view => left(view) is { } a && right(view) is { } b && a.CompareTo(b) <= 0),
            ">" => new(view => left(view) is { } a && right(view) is { } b && a.CompareTo(b) > 0),
            _ => new(view => left(view) is { } a && right(view) is { } b && a.CompareTo(b) >= 0),
        };

    private static BoundTruth Texts(string op, Func<ClaimLineView, string?> left, Func<ClaimLineView, string?> right)
    {
        switch (op)
        {
            case "==": return new(view => left(view) is { } a && right(view) is { } b && Same(a, b));
            case "!=": return new(view => left(view) is { } a && right(view) is { } b && !Same(a, b));
        }
        Func<int, bool> holds = op switch
        {
            "<" => order => order < 0,
            "<=" => order => order <= 0,
            ">" => order => order > 0,
            _ => order => order >= 0,
        };
        return new(view => left(view) is { } a && right(view) is { } b
            && holds(string.Compare(a, b, StringComparison.OrdinalIgnoreCase)));
    }

    private static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);

    private static BoundTruth Truths(
        bool isSame, Func<ClaimLineView, bool?> left, Func<ClaimLineView, bool?> right) =>
        new(view => left(view) is { } a && right(view) is { } b && (a == b) == isSame);

    private BoundTruth? Search(BinaryNode node)
    {
        var (item, list) = (Bind(node.Left), Bind(node.Right));
        if (item is null || list is null) return null;
        if (node.Right is ListNode written)
            foreach (var word in written.Items)
                if (!CheckWords(node.Left, word)) return null;
        switch (item, list)
        {
            case (BoundNumber { Get: var number }, BoundNumbers { Items: var numbers }):
                return new(view => number(view) is { } value && numbers.Contains(value));
            case (BoundDate { Get: var date }, BoundDates { Items: var dates }):
                return new(view => date(view) is { } value && dates.Contains(value));
            case (BoundText { Get: var text }, BoundTexts { Constants: { } texts }):
                return new(view => text(view) is { } value && texts.Contains(value));
            case (BoundText { Get: var text }, BoundTexts { Get: var get }):
                return new(view => text(view) is { } value && Holds(get(view), value));
        }
        if (list.Type is ExpressionType.Texts or ExpressionType.Numbers or ExpressionType.Dates)
        {
            Fail(node.Column, $"in looks for {item.Type.Phrase()} in {list.Type.Phrase()}.",
                item is BoundText && node.Right is ListNode ? "Write the items in quotes."
                    : item is BoundTexts ? "For an item that fits write any(list, \"pattern\"), or \"item\" in list."
                    : "The items and the value are of one type.");
        }
        else
        {
            Fail(node.Column, $"in needs a list on its right; this is {list.Type.Phrase()}.",
                item is BoundText && list is BoundText ? "For a part of a text write contains(text, part)."
                    : "Write [a, b] with all values that are meant.");
        }
        return null;
    }

    private static bool Holds(IReadOnlyList<string> items, string value)
    {
        for (var i = 0; i < items.Count; i++)
            if (Same(items[i], value)) return true;
        return false;
    }

    // A misspelt word would make a rule that never fires and that nobody misses.
    private bool CheckWords(ExpressionNode side, ExpressionNode other)
    {
        if (side is not VariableNode { Name: var name } || other is not TextNode text
            || ExpressionVariables.Find(name) is not { Words: { Count: > 0 } words }
            || words.Contains(text.Value, StringComparer.OrdinalIgnoreCase)) return true;
        Fail(text.Column, $"{name} is never {ExpressionText.Quote(text.Value)}.",
            NearestName.Of(text.Value, words) is { } nearest ? $"Did you mean \"{nearest}\"?"
                : $"It is {string.Join(" or ", words.Select(word => $"\"{word}\""))}.");
        return false;
    }
}
