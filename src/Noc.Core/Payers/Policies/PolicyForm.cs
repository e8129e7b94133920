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
