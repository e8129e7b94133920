namespace Noc.Payers.Expressions;

/// <summary>How large an expression may be. It may come from anyone, so nothing in it is without a limit.</summary>
public static class ExpressionLimits
{
    /// <summary>Longest expression in characters.</summary>
    public const int MaxLength = 2_000;

    /// <summary>How deep parentheses, calls, signs and sums may be nested in each other.</summary>
    public const int MaxDepth = 50;

    /// <summary>Longest wildcard pattern in characters. The work of a match is at most this times the text.</summary>
    public const int MaxPatternLength = 200;

    /// <summary>Most digits of a number, before and behind the point together.</summary>
    public const int MaxDigits = 20;

    /// <summary>Most errors that one reading reports.</summary>
    public const int MaxErrors = 20;

    /// <summary>Most characters of the expression that a message repeats.</summary>
    public const int MaxQuoted = 40;
}
