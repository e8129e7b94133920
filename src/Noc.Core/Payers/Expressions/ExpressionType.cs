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

/// <summary>Names of the types in messages and documents.</summary>
public static class ExpressionTypeNames
{
    /// <summary>The name without article, such as <c>number</c>.</summary>
    public static string Name(this ExpressionType type) => type switch
    {
        ExpressionType.Truth => "true/false",
        ExpressionType.Number => "number",
        ExpressionType.Text => "text",
        ExpressionType.Date => "date",
        ExpressionType.Texts => "list of text",
        ExpressionType.Numbers => "list of numbers",
        ExpressionType.Dates => "list of dates",
        _ => "",
    };

    /// <summary>The name in a sentence, such as <c>a number</c>.</summary>
    internal static string Phrase(this ExpressionType type) => type switch
    {
        ExpressionType.Truth => "a condition",
        ExpressionType.Text => "text",
        _ => $"a {type.Name()}",
    };
}
