using Noc.Tables;

namespace Noc.App.FindCodes;

/// <summary>Prints a card for people.</summary>
internal sealed class CardText(Page page)
{
    private const int MinLabel = 10, MaxLabel = 30, CellWidth = 16;
    private const string Bars = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";

    private readonly List<Source> _sources = [];

    /// <summary>Prints all sections, then the sources that they number.</summary>
    public void Write(Card card)
    {
        page.Heading(TerminalText.Clean(card.Title));
        if (card.Summary.Length > 0) page.Entry("", 0, card.Summary);
        foreach (var section in card.Sections) Write(section);
        WriteSources();
    }

    /// <summary>Prints statements of any kind.</summary>
    public void Write(CardSection section)
    {
        page.Line();
        page.Heading(section.Title);
        WriteQuarters(section);
        var isStacked = section.Id is "questions";
        var label = isStacked ? 0 : section.Statements.All(one => one.Label.Length == 0) ? 0
            : Math.Clamp(section.Statements.Take(section.TextLimit).Max(one => one.Label.Length), MinLabel, MaxLabel);
        foreach (var statement in section.Statements.Take(section.TextLimit))
        {
            var tail = Tail(statement);
            if (isStacked) page.Entry("", 0, statement.Label);
            page.Entry(isStacked ? "" : statement.Label, statement.Label.Length == 0 ? 0 : label, statement.Text, tail,
                isStacked ? 4 : 2);
        }
        if (section.Statements.Count > section.TextLimit)
            page.Entry("", 0, $"and {section.Statements.Count - section.TextLimit} more (--format json has all)");
    }

    /// <summary>Prints the numbered sources.</summary>
    public void WriteSources()
    {
        if (_sources.Count == 0) return;
        page.Line();
        page.Heading("Sources");
        for (var i = 0; i < _sources.Count; i++) page.Entry($"{i + 1}", 3, Name(_sources[i]));
    }

    // Numbers of the sources, the rule that watches over it, and a doubt where there is one.
    private string Tail(Statement statement)
    {
        var parts = new List<string>();
        if (statement.Rule.Length > 0) parts.Add(statement.Rule.Replace(" ", ",", StringComparison.Ordinal));
        if (statement.Confidence is Confidence.Low) parts.Add("unsure");
        parts.AddRange(statement.Sources.Select(Number).Order().Select(number => $"{number}"));
        return parts.Count == 0 ? "" : $"[{string.Join(',', parts)}]";
    }

    private int Number(Source source)
    {
        var at = _sources.IndexOf(source);
        if (at < 0)
        {
            _sources.Add(source);
            at = _sources.Count - 1;
        }
        return at + 1;
    }

    /// <summary>A source in one line.</summary>
    internal static string Name(Source source) => source.Title
        + (source.Section.Length > 0 ? $", {source.Section}" : "")
        + (source.Effective is { } from ? $", from {from:yyyy-MM-dd}" : "")
        + (source.Read is { } read ? $", read {read:yyyy-MM}" : "");

    private void WriteQuarters(CardSection section)
    {
        if (section.Quarters.Count == 0) return;
        var spark = Sparkline(section.Quarters);
        var tail = $"[{string.Join(',', section.QuarterSources.Select(Number))}]";
        if (spark.Length > 0) page.Line($"  {spark}  {page.Dim(tail)}");
        var cells = new string[4];
        page.Line(page.Dim("        " + string.Concat(Enumerable.Range(1, 4).Select(quarter =>
            $"Q{quarter}".PadRight(CellWidth))).TrimEnd()));
        foreach (var year in section.Quarters.GroupBy(one => one.Year))
        {
            Array.Fill(cells, "");
            foreach (var one in year) cells[one.Quarter - 1] = one.Text;
            page.Line($"  {year.Key}  " + string.Concat(cells.Select(cell => cell.PadRight(CellWidth))).TrimEnd());
        }
        if (section.Quarters.Any(one => one.Text == "?")) page.Note("? not loaded", 2);
    }

    /// <summary>A line of bars from the lowest to the highest value; empty with fewer than two.</summary>
    internal static string Sparkline(IReadOnlyList<QuarterValue> quarters)
    {
        List<decimal> values = [.. quarters.Where(one => one.Value is not null).Select(one => one.Value!.Value)];
        if (values.Count < 2) return "";
        var (low, high) = (values.Min(), values.Max());
        return string.Concat(quarters.Select(one => one.Value is not { } value ? ' '
            : high == low ? Bars[3] : Bars[(int)((value - low) / (high - low) * (Bars.Length - 1))]));
    }
}
