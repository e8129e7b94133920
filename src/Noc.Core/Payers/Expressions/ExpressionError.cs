namespace Noc.Payers.Expressions;

/// <summary>One thing wrong with an expression.</summary>
/// <param name="Column">Where, in characters (UTF-16) of the expression from 1; one behind its end where something
/// is missing there.</param>
/// <param name="Message">What is wrong, one sentence.</param>
/// <param name="Remedy">What would be right, one sentence; empty where nothing can be proposed.</param>
public readonly record struct ExpressionError(int Column, string Message, string Remedy)
{
    /// <summary>One line for people: <c>column 7: message remedy</c>.</summary>
    public override string ToString() =>
        Remedy.Length == 0 ? $"column {Column}: {Message}" : $"column {Column}: {Message} {Remedy}";
}
