namespace Noc.Payers.Expressions;

/// <summary>A part of an expression with its type and the closure that computes it; null is an absent value.</summary>
internal abstract class Bound(ExpressionType type)
{
    public ExpressionType Type => type;
}

internal sealed class BoundTruth(Func<ClaimLineView, bool?> get) : Bound(ExpressionType.Truth)
{
    public Func<ClaimLineView, bool?> Get => get;
}

internal sealed class BoundNumber(Func<ClaimLineView, decimal?> get) : Bound(ExpressionType.Number)
{
    public Func<ClaimLineView, decimal?> Get => get;
}

/// <summary>Text of the line, or written in the expression.</summary>
/// <param name="get">The text.</param>
/// <param name="constant">The text where it is written in the expression; null where it comes from the line.</param>
internal sealed class BoundText(Func<ClaimLineView, string?> get, string? constant = null) : Bound(ExpressionType.Text)
{
    public Func<ClaimLineView, string?> Get => get;

    public string? Constant => constant;
}

internal sealed class BoundDate(Func<ClaimLineView, DateOnly?> get) : Bound(ExpressionType.Date)
{
    public Func<ClaimLineView, DateOnly?> Get => get;
}

/// <summary>A list of text, of the line or written in the expression.</summary>
/// <param name="get">The items; never null.</param>
/// <param name="constants">The same items to search in, where the list is written in the expression.</param>
internal sealed class BoundTexts(Func<ClaimLineView, IReadOnlyList<string>> get, HashSet<string>? constants = null)
    : Bound(ExpressionType.Texts)
{
    public Func<ClaimLineView, IReadOnlyList<string>> Get => get;

    public HashSet<string>? Constants => constants;
}

internal sealed class BoundNumbers(HashSet<decimal> items) : Bound(ExpressionType.Numbers)
{
    public HashSet<decimal> Items => items;
}

internal sealed class BoundDates(HashSet<DateOnly> items) : Bound(ExpressionType.Dates)
{
    public HashSet<DateOnly> Items => items;
}
