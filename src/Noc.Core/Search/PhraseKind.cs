namespace Noc.Search;

/// <summary>What a plain word or phrase stands for.</summary>
public enum PhraseKind
{
    /// <summary>A code.</summary>
    Code,

    /// <summary>A route, as routes of narratives are spelled.</summary>
    Route,

    /// <summary>Words of a class or a use.</summary>
    Words,

    /// <summary>A code that it may mean, where the drug has none of its own.</summary>
    Perhaps,

    /// <summary>The code of a way of making, whatever was made.</summary>
    Made,

    /// <summary>Says that a drug has no code of its own; the target is empty.</summary>
    NoCode,

    /// <summary>The code of a kind of drug, beside words that say that it has none of its own.</summary>
    OfKind,
}
