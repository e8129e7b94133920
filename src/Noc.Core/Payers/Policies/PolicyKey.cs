namespace Noc.Payers;

/// <summary>One thing that payers may want differently.</summary>
/// <param name="Name">Its name in policy files, such as <c>units.basis</c>.</param>
/// <param name="Form">How its value is written.</param>
/// <param name="Topic">The topic of payer rules that it belongs to, such as <c>units</c>.</param>
/// <param name="Meaning">What it says, for people.</param>
/// <param name="Words">The closed list; empty where the form has none.</param>
public sealed record PolicyKey(
    string Name, PolicyForm Form, string Topic, string Meaning, IReadOnlyList<string> Words)
{
    /// <summary>Position in <see cref="PolicyKeys.All"/>.</summary>
    public int Index { get; internal set; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
