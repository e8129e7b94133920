namespace Noc.Payers.Expressions;

/// <summary>What kind of value a part of an expression has. Any of them may be absent on a line.</summary>
public enum ExpressionType
{
    /// <summary>True or false.</summary>
    Truth,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>Text; upper and lower case are the same.</summary>
    Text,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A list of text; it is absent where it is empty.</summary>
    Texts,

    /// <summary>A list of numbers, only as written in an expression.</summary>
    Numbers,

    /// <summary>A list of days, only as written in an expression.</summary>
    Dates,
}
