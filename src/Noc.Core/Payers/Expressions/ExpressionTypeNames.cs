namespace Noc.Payers.Expressions;

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
