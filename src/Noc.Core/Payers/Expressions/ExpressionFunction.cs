namespace Noc.Payers.Expressions;

/// <summary>One function of the language.</summary>
/// <remarks>With an absent argument a function that gives a value gives none, and one that gives true or false gives
/// false; <c>has</c> is there to ask.</remarks>
public sealed class ExpressionFunction
{
    internal ExpressionFunction(string name, string arguments, ExpressionType result, string meaning,
        params ExpressionOverload[] overloads)
    {
        Name = name;
        Arguments = arguments;
        Result = result;
        Meaning = meaning;
        Overloads = overloads;
    }

    /// <summary>Its name, such as <c>contains</c>.</summary>
    public string Name { get; }

    /// <summary>Its arguments for people, such as <c>text, part</c>.</summary>
    public string Arguments { get; }

    /// <summary>What kind of value it gives.</summary>
    public ExpressionType Result { get; }

    /// <summary>What it gives, for documents: a phrase without capital and stop.</summary>
    public string Meaning { get; }

    internal IReadOnlyList<ExpressionOverload> Overloads { get; }
}

/// <summary>One choice of argument types of a function.</summary>
/// <param name="Types">The types, in order.</param>
/// <param name="Make">Builds the closure from arguments of these types.</param>
/// <param name="Pattern">The argument, from 0, that is a pattern and must be written out; -1 for none.</param>
internal sealed record ExpressionOverload(
    IReadOnlyList<ExpressionType> Types, Func<IReadOnlyList<Bound>, Bound> Make, int Pattern = -1);
