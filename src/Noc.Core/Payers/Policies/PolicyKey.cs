namespace Noc.Payers;

/// <summary>How the value of a key is written.</summary>
public enum PolicyForm
{
    /// <summary>One word of a closed list.</summary>
    Word,

    /// <summary>Several words of a closed list.</summary>
    Words,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A number, or one word of a closed list.</summary>
    NumberOrWord,

    /// <summary>A span of time, such as "95 days".</summary>
    Window,

    /// <summary>Free text.</summary>
    Text,

    /// <summary>Modifiers or codes, such as KD.</summary>
    Codes,
}

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
