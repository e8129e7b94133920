using System.Collections.Frozen;
using static Noc.Payers.Expressions.ExpressionType;

namespace Noc.Payers.Expressions;

/// <summary>The closed table of functions. <c>date("2026-01-31")</c> is written like one but is a literal.</summary>
public static class ExpressionFunctions
{
    /// <summary>All functions in the order of the documentation.</summary>
    public static IReadOnlyList<ExpressionFunction> All { get; } =
    [
        new("has", "value", Truth, "the value is known: not absent, not blank, not an empty list",
            Of([Truth], a => Has(((BoundTruth)a[0]).Get)), Of([Number], a => Has(((BoundNumber)a[0]).Get)),
            Of([Text], a => Has(((BoundText)a[0]).Get)), Of([Date], a => Has(((BoundDate)a[0]).Get)),
            Of([ExpressionType.Texts], a => Has(((BoundTexts)a[0]).Get))),
        new("contains", "text, part", Truth, "the text holds the part", Of([Text, Text],
            a => Texts2(a, (text, part) => text.Contains(part, StringComparison.OrdinalIgnoreCase)))),
        new("startsWith", "text, part", Truth, "the text begins with the part", Of([Text, Text],
            a => Texts2(a, (text, part) => text.StartsWith(part, StringComparison.OrdinalIgnoreCase)))),
        new("matches", "text, \"pattern\"", Truth,
            "the whole text fits the pattern: * is any characters, ? is one character", new ExpressionOverload(
            [Text, Text], a => Matches((BoundText)a[0], (BoundText)a[1]), Pattern: 1)),
        new("any", "list, \"pattern\"", Truth, "at least one item of the list fits the pattern as a whole",
            new ExpressionOverload(
                [ExpressionType.Texts, Text], a => Any((BoundTexts)a[0], (BoundText)a[1]), Pattern: 1)),
        new("len", "text or list", Number, "how many characters, or how many items",
            Of([Text], a => Length((BoundText)a[0])), Of([ExpressionType.Texts], a => Count((BoundTexts)a[0]))),
        new("days", "from, to", Number, "days from the first date to the second; negative where it is earlier",
            Of([Date, Date], a => Dates2(a, (from, to) => to.DayNumber - from.DayNumber))),
        new("months", "from, to", Number, "whole months from the first date to the second",
            Of([Date, Date], a => Dates2(a, Months))),
        new("year", "date", Number, "the year of the date", Of([Date], a => Year((BoundDate)a[0]))),
        new("round", "number", Number, "the nearest whole number; halves go away from zero",
            Of([Number], a => Number1(a, Rounding.Whole))),
        new("ceil", "number", Number, "the next whole number, where it is none itself",
            Of([Number], a => Number1(a, decimal.Ceiling))),
        new("min", "number, number", Number, "the smaller of the two",
            Of([Number, Number], a => Numbers2(a, decimal.Min))),
        new("max", "number, number", Number, "the larger of the two",
            Of([Number, Number], a => Numbers2(a, decimal.Max))),
    ];

    private static readonly FrozenDictionary<string, ExpressionFunction> ByName =
        All.ToFrozenDictionary(function => function.Name);

    /// <summary>The function of this name; null where there is none. Case counts.</summary>
    public static ExpressionFunction? Find(string name) => ByName.GetValueOrDefault(name);

    private static ExpressionOverload Of(ExpressionType[] types, Func<IReadOnlyList<Bound>, Bound> make) =>
        new(types, make);

    private static BoundTruth Has<T>(Func<ClaimLineView, T?> get) where T : struct => new(view => get(view).HasValue);

    private static BoundTruth Has(Func<ClaimLineView, string?> get) => new(view => get(view) is not null);

    private static BoundTruth Has(Func<ClaimLineView, IReadOnlyList<string>> get) => new(view => get(view).Count > 0);

    private static BoundTruth Texts2(IReadOnlyList<Bound> arguments, Func<string, string, bool> test)
    {
        var (left, right) = (((BoundText)arguments[0]).Get, ((BoundText)arguments[1]).Get);
        return new(view => left(view) is { } text && right(view) is { } part && test(text, part));
    }

    private static BoundTruth Matches(BoundText argument, BoundText wanted)
    {
        var (text, pattern) = (argument.Get, new WildcardPattern(wanted.Constant!));
        return new(view => text(view) is { } found && pattern.Matches(found));
    }

    private static BoundTruth Any(BoundTexts argument, BoundText wanted)
    {
        var (list, pattern) = (argument.Get, new WildcardPattern(wanted.Constant!));
        return new(view =>
        {
            var items = list(view);
            for (var i = 0; i < items.Count; i++)
                if (pattern.Matches(items[i])) return true;
            return false;
        });
    }

    private static BoundNumber Length(BoundText argument)
    {
        var text = argument.Get;
        return new(view => text(view)?.Length);
    }

    private static BoundNumber Count(BoundTexts argument)
    {
        var list = argument.Get;
        return new(view => list(view).Count);
    }

    private static BoundNumber Dates2(IReadOnlyList<Bound> arguments, Func<DateOnly, DateOnly, int> count)
    {
        var (first, second) = (((BoundDate)arguments[0]).Get, ((BoundDate)arguments[1]).Get);
        return new(view => first(view) is { } from && second(view) is { } to ? count(from, to) : null);
    }

    // A month is whole on the same day of the next month, or on its last day where it is shorter.
    private static int Months(DateOnly from, DateOnly to)
    {
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        if (months > 0 && from.AddMonths(months) > to) return months - 1;
        return months < 0 && from.AddMonths(months) < to ? months + 1 : months;
    }

    private static BoundNumber Year(BoundDate argument)
    {
        var date = argument.Get;
        return new(view => date(view)?.Year);
    }

    private static BoundNumber Number1(IReadOnlyList<Bound> arguments, Func<decimal, decimal> compute)
    {
        var number = ((BoundNumber)arguments[0]).Get;
        return new(view => number(view) is { } x ? compute(x) : null);
    }

    private static BoundNumber Numbers2(IReadOnlyList<Bound> arguments, Func<decimal, decimal, decimal> compute)
    {
        var (first, second) = (((BoundNumber)arguments[0]).Get, ((BoundNumber)arguments[1]).Get);
        return new(view => first(view) is { } x && second(view) is { } y ? compute(x, y) : null);
    }
}
