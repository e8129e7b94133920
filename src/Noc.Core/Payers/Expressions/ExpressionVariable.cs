namespace Noc.Payers.Expressions;

/// <summary>One value of a claim line that an expression may read.</summary>
public sealed class ExpressionVariable
{
    internal ExpressionVariable(string name, string meaning, Bound value, params string[] words)
    {
        Name = name;
        Meaning = meaning;
        Value = value;
        Words = words;
    }

    /// <summary>Its name, such as <c>claim.payer.id</c>.</summary>
    public string Name { get; }

    /// <summary>What kind of value it has.</summary>
    public ExpressionType Type => Value.Type;

    /// <summary>What it means, for documents: a phrase without capital and stop.</summary>
    public string Meaning { get; }

    /// <summary>All values it can have; empty where any is possible.</summary>
    public IReadOnlyList<string> Words { get; }

    internal Bound Value { get; }
}
