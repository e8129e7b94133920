using Noc.Drugs;
using Noc.Tables;

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

/// <summary>A phrase as people say it, and what it stands for.</summary>
/// <param name="Words">Its words in upper case.</param>
/// <param name="Kind">What kind of thing it stands for.</param>
/// <param name="Target">The code, the route, or words of a class or a use.</param>
public sealed record SearchPhrase(IReadOnlyList<string> Words, PhraseKind Kind, string Target);

/// <summary>What a product is given for.</summary>
/// <param name="Use">In our words, from its label; empty where not known.</param>
/// <param name="Diagnoses">Starts of ICD-10-CM codes that fit, such as G43.</param>
/// <param name="Confidence">How sure both are.</param>
public sealed record ProductUse(string Use, IReadOnlyList<string> Diagnoses, Confidence Confidence);

/// <summary>What kind of statement a note makes about a catch-all code.</summary>
public enum NoteTopic
{
    /// <summary>What the code stands for.</summary>
    Meaning,

    /// <summary>Another name that people use.</summary>
    AlsoCalled,

    /// <summary>A short value for comparing codes side by side; the label says of what.</summary>
    Short,

    /// <summary>When to use it.</summary>
    Use,

    /// <summary>When not to use it.</summary>
    NotFor,

    /// <summary>What the line must say; the label says where or for whom.</summary>
    Say,

    /// <summary>What must be at hand or attached.</summary>
    Document,

    /// <summary>How it is paid.</summary>
    Payment,

    /// <summary>A code that belongs beside it; the label is the code.</summary>
    Related,

    /// <summary>A question, in the label, with its answer.</summary>
    Question,

    /// <summary>A line as it should be.</summary>
    Clean,

    /// <summary>A line that was denied, and why.</summary>
    Denied,

    /// <summary>The denied line put right.</summary>
    Corrected,

    /// <summary>Who uses it.</summary>
    Specialty,

    /// <summary>What happened to it; the label is the day.</summary>
    History,
}

/// <summary>One statement about one or more codes, in our words.</summary>
/// <param name="Codes">The codes it is about.</param>
/// <param name="Topic">What kind of statement.</param>
/// <param name="Label">What the topic says of it; empty where it says nothing.</param>
/// <param name="Text">The statement.</param>
/// <param name="Rule">Id of the rule that finds a breach; empty where none does.</param>
/// <param name="Confidence">How sure it is.</param>
/// <param name="Sources">Where it is from.</param>
public sealed record CodeNote(
    IReadOnlyList<HcpcsCode> Codes, NoteTopic Topic, string Label, string Text, string Rule, Confidence Confidence,
    IReadOnlyList<Source> Sources);
