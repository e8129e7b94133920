using Noc.App.PayerRules;

namespace Noc.App.FindCodes;

/// <summary>What <c>noc find</c> was asked.</summary>
public sealed record FindOptions
{
    /// <summary>A code, an NDC, a name, plain words or a question; empty where other options say what is wanted.
    /// </summary>
    public string Text { get; init; } = "";

    /// <summary>The day that the answer speaks for.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Whether the day was asked for; otherwise the date of service of a line in hand takes its place.
    /// </summary>
    public bool IsDayAsked { get; init; }

    /// <summary>An 837 file with the line in hand; empty for none.</summary>
    public string Claims { get; init; } = "";

    /// <summary>The account number of the claim, with <c>/</c> and the number of the line where it has several drug
    /// lines; empty where the file has one unclassified line only.</summary>
    public string Line { get; init; } = "";

    /// <summary>The policies that a line in hand is judged by; the shipped ones where left out.</summary>
    public PolicySource? Policies { get; init; }

    /// <summary>JSON instead of text.</summary>
    public bool IsJson { get; init; }

    /// <summary>List the hits even where one is certain.</summary>
    public bool ListOnly { get; init; }

    /// <summary>Whether the text carries colours.</summary>
    public bool Color { get; init; }

    /// <summary>Columns of the text.</summary>
    public int Width { get; init; } = 80;

    /// <summary>Codes to lay side by side; empty for none.</summary>
    public IReadOnlyList<string> Compare { get; init; } = [];

    /// <summary>Whether one unclassified code is to be decided on.</summary>
    public bool Decide { get; init; }

    /// <summary>Answers given beforehand by option name, such as <c>setting</c> and <c>office</c>.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether questions can be asked.</summary>
    public bool IsInteractive { get; init; }
}
