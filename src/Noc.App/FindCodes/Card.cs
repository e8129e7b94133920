using Noc.Tables;

namespace Noc.App.FindCodes;

/// <summary>One statement of a card with where it is from.</summary>
/// <param name="Label">What it is about; empty where the section says it.</param>
/// <param name="Text">The statement.</param>
/// <param name="Sources">Where it is from.</param>
internal sealed record Statement(string Label, string Text, params IReadOnlyList<Source> Sources)
{
    /// <summary>How sure it is.</summary>
    public Confidence Confidence { get; init; } = Confidence.High;

    /// <summary>Ids of the rules that find a breach, with blanks between; empty where none does.</summary>
    public string Rule { get; init; } = "";
}

/// <summary>A value of one quarter.</summary>
/// <param name="Year">The year.</param>
/// <param name="Quarter">1 to 4.</param>
/// <param name="Value">US dollars; null where there is no number.</param>
/// <param name="Text">What is printed; a question mark where the tables do not cover the quarter.</param>
internal sealed record QuarterValue(int Year, int Quarter, decimal? Value, string Text);

/// <summary>One part of a card.</summary>
/// <param name="Id">Its name in JSON.</param>
/// <param name="Title">Its title for people.</param>
/// <param name="Statements">What it says.</param>
internal sealed record CardSection(string Id, string Title, IReadOnlyList<Statement> Statements)
{
    /// <summary>Values by quarter; empty for most sections.</summary>
    public IReadOnlyList<QuarterValue> Quarters { get; init; } = [];

    /// <summary>Where the values are from.</summary>
    public IReadOnlyList<Source> QuarterSources { get; init; } = [];

    /// <summary>How many statements the text shows; JSON has all.</summary>
    public int TextLimit { get; init; } = int.MaxValue;
}

/// <summary>Everything known about a code or a drug on a day.</summary>
/// <param name="Kind"><c>code</c> or <c>drug</c>.</param>
/// <param name="Id">The code, or the id of the product; empty where only the FDA directory has it.</param>
/// <param name="Title">Its name.</param>
/// <param name="Summary">One line.</param>
/// <param name="Sections">The parts that have something to say.</param>
internal sealed record Card(string Kind, string Id, string Title, string Summary, IReadOnlyList<CardSection> Sections);
