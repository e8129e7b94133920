using System.Globalization;
using System.Text;
using Noc.Administrations;
using Noc.App.AuditClaims;
using Noc.Encounters;

namespace Noc.App.CodeInfusions;

/// <summary>Visits as one picture (SVG) that needs nothing beside it: a lane an event, a bar for its time, its codes
/// and its reason.</summary>
internal sealed class InfusionPicture
{
    private const int Width = 1080, Margin = 24, Names = 250, Codes = 220, Lane = 50, Head = 92, Between = 28;
    private const int ReasonLine = 14, ChipRow = 32;
    private const int ChartLeft = Margin + Names, ChartWidth = Width - (2 * Margin) - Names - Codes - 20;

    private const string Style = """
        text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;fill:#1b2733}
        .h{font-size:19px;font-weight:650}.s{font-size:13px;fill:#465564}.n{font-size:14px;font-weight:600}
        .m{font-size:12px;fill:#465564}.t{font-size:11px;fill:#5a6878}.c{font-size:13px;font-weight:650}
        .w{font-size:11.5px;fill:#465564}.g{stroke:#dde3ea;stroke-width:1}.z{stroke:#eef1f5;stroke-width:1}
        .x{fill:#6b3fa0}.d{fill:#1f6fb8}.f{fill:#2a8f86}.o{fill:#b0560f}.no{fill:url(#no);stroke:#7b8794}
        .chip{fill:#f2f5f9;stroke:#d5dce4}.off{fill:#6b7785;font-weight:600}.warn{fill:#8a4b00}
        """;

    private readonly StringBuilder _svg = new(8192);

    /// <summary>The picture of encounters, in their order, visits below each other.</summary>
    public static string Of(IReadOnlyList<CodedEncounter> encounters) => new InfusionPicture().Draw(
        [.. encounters.SelectMany(one => one.Visits.Select(visit => (one, visit))).Take(InfusionRun.MostDrawn)]);

    private string Draw(List<(CodedEncounter Coded, VisitCodes Visit)> visits)
    {
        var height = Margin + visits.Sum(one => HeightOf(one.Visit) + Between) + (visits.Count == 0 ? 60 : 0);
        Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height}\" width=\"{Width}\" "
            + $"height=\"{height}\" role=\"img\" aria-labelledby=\"title desc\">\n");
        Add($"<title id=\"title\">Administration codes of {visits.Count} "
            + $"{(visits.Count == 1 ? "visit" : "visits")}</title>\n<desc id=\"desc\">");
        foreach (var (coded, visit) in visits) Text($"{InfusionWords.Title(coded, visit)}: {Spoken(visit)} ");
        Add($"</desc>\n<style>{Style}</style>\n<defs><pattern id=\"no\" width=\"6\" height=\"6\" "
            + "patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" "
            + "fill=\"#fff\"/><rect width=\"2\" height=\"6\" fill=\"#aab4bf\"/></pattern></defs>\n");
        Add($"<rect width=\"{Width}\" height=\"{height}\" fill=\"#fff\"/>\n");
        var top = Margin;
        foreach (var (coded, visit) in visits)
        {
            Visit(coded, visit, top);
            top += HeightOf(visit) + Between;
        }
        if (visits.Count == 0) Label(Margin, Margin + 20, "s", "No visit to show.");
        Add("</svg>\n");
        return _svg.ToString();
    }

    private static int HeightOf(VisitCodes visit) =>
        HeadOf(visit) + visit.Events.Sum(LaneOf) + 30 + (18 * FlagLines(visit).Count);

    private static int HeadOf(VisitCodes visit) =>
        Head + (ChipRow * Math.Max(0, visit.Services.Count > 0 ? Chips(visit)[^1].Row : 0));

    // A reason is shown whole, in as many lines as it takes.
    private static int LaneOf(EventOutcome outcome) => Lane + (ReasonLine * (Reasons(outcome).Count - 1));

    private static List<string> Reasons(EventOutcome outcome) =>
        [.. Wrapped(FlagOf(outcome) is { } flag ? $"! {flag.Text}" : outcome.Why, 124, 12)];

    private static AdministrationFlag? FlagOf(EventOutcome outcome) => outcome.Flags.FirstOrDefault(one => one.Kind
        is FlagKind.LateEntry or FlagKind.SecondAccess or FlagKind.DownCoded or FlagKind.DocumentComplexity
        or FlagKind.Unlisted or FlagKind.OtherCode);

    private static List<string> FlagLines(VisitCodes visit) =>
        [.. visit.Flags.SelectMany(flag => Wrapped(flag.Text, 150, 3))];

    private void Visit(CodedEncounter coded, VisitCodes visit, int top)
    {
        Label(Margin, top + 16, "h",
            InfusionWords.Title(coded, visit).Replace("  ", " · ", StringComparison.Ordinal));
        Chips(visit, top + 30);
        var axis = TimeAxis.Of(visit, coded.Encounter.TimeZone);
        var head = top + HeadOf(visit);
        var bottom = head + visit.Events.Sum(LaneOf);
        if (axis is not null)
            foreach (var (at, label) in axis.Ticks(12))
            {
                var x = X(axis, at);
                Add($"<line class=\"g\" x1=\"{x}\" y1=\"{head - 4}\" x2=\"{x}\" y2=\"{bottom}\"/>\n");
                Label(x, head - 10, "t\" text-anchor=\"middle", label);
            }
        foreach (var outcome in visit.Events)
        {
            Event(outcome, axis, head);
            head += LaneOf(outcome);
        }
        Legend(bottom + 22);
        var line = bottom + 22;
        foreach (var text in FlagLines(visit)) Label(Margin, line += 18, "w warn", text);
    }

    private void Chips(VisitCodes visit, int top)
    {
        foreach (var (one, text, left, row) in Chips(visit))
        {
            var (width, y) = (WidthOf(text), top + (ChipRow * row));
            Add($"<g><title>");
            Text(InfusionCodes.Label(one.Code));
            Add($"</title><rect class=\"chip\" x=\"{left}\" y=\"{y}\" width=\"{width}\" height=\"26\" rx=\"13\"/>");
            Label(left + (width / 2), y + 18, "c\" text-anchor=\"middle", text);
            Add("</g>\n");
        }
        if (visit.Services.Count == 0) Label(Margin, top + 18, "s", "No administration is reported.");
    }

    // The codes of a visit from left to right, in as many rows as they take.
    private static List<(CodedService One, string Text, int Left, int Row)> Chips(VisitCodes visit)
    {
        var chips = new List<(CodedService One, string Text, int Left, int Row)>(visit.Services.Count);
        var (left, row) = (Margin, 0);
        foreach (var one in visit.Services)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{one.Code}{string.Concat(one.Modifiers.Select(
                modifier => $"-{modifier.Value}"))} ×{one.Units}");
            if (left > Margin && left + WidthOf(text) > Width - Margin) (left, row) = (Margin, row + 1);
            chips.Add((one, text, left, row));
            left += WidthOf(text) + 8;
        }
        return chips;
    }

    private static int WidthOf(string chip) => (chip.Length * 9) + 18;

    private void Event(EventOutcome outcome, TimeAxis? axis, int top)
    {
        var one = outcome.Event;
        Add("<g><title>");
        Text($"{one.Number}. {one.Substance}, {InfusionWords.Method(one)}, {InfusionWords.Times(one).Trim()}: "
            + $"{Spoken(outcome)}. {outcome.Why}");
        Add("</title>");
        var bottom = top + LaneOf(outcome);
        Add($"<line class=\"z\" x1=\"{Margin}\" y1=\"{bottom}\" x2=\"{Width - Margin}\" y2=\"{bottom}\"/>");
        Label(Margin, top + 20, "n", Cut($"{one.Number}  {one.Substance}", 29));
        Label(Margin + 18, top + 37, "m", $"{InfusionWords.Times(one).Trim()}  {InfusionWords.Method(one)}");
        if (axis is not null) Bar(outcome, axis, top + 9);
        var right = Width - Margin - Codes;
        Label(right, top + 20, outcome.Codes.Count == 0 ? "c off" : "c", Spoken(outcome));
        var line = top + 41 - ReasonLine;
        foreach (var reason in Reasons(outcome))
            Label(ChartLeft, line += ReasonLine, FlagOf(outcome) is null ? "w" : "w warn", reason);
        Add("</g>\n");
    }

    private void Bar(EventOutcome outcome, TimeAxis axis, int top)
    {
        var one = outcome.Event;
        if ((one.Start ?? one.Stop) is not { } start) return;
        var from = X(axis, start);
        var kind = outcome.Codes.Count == 0 ? "no" : one.IsComplex ? "x"
            : one.Category is AdministrationCategory.Hydration ? "f" : IsVein(one) ? "d" : "o";
        if (one.Stop is null || one.Start is null || one.Stop == one.Start)
        {
            // A moment: a diamond. An infusion that misses its end: a bar that fades out.
            if (InfusionWords.IsTimed(one))
                Add($"<rect class=\"{kind}\" x=\"{from}\" y=\"{top}\" width=\"34\" height=\"16\" rx=\"3\" "
                    + "fill-opacity=\".25\" stroke-dasharray=\"3 3\"/>");
            Add($"<path class=\"{kind}\" d=\"M{from} {top - 1}l9 9l-9 9l-9 -9z\"/>");
            return;
        }
        var to = Math.Max(from + 4, X(axis, one.Stop.Value));
        Add($"<rect class=\"{kind}\" x=\"{from}\" y=\"{top}\" width=\"{to - from}\" height=\"16\" rx=\"3\"/>");
        if (one.Stop > axis.To) Add($"<path class=\"{kind}\" d=\"M{to + 2} {top}l10 8l-10 8z\"/>");
        if (to - from > 60)
            Add($"<text x=\"{(from + to) / 2}\" y=\"{top + 12}\" text-anchor=\"middle\" style=\"font-size:11px;"
                + $"font-weight:600;fill:{(kind is "no" ? "#1b2733" : "#fff")}\">{one.Minutes} min</text>");
    }

    private void Legend(int y)
    {
        var x = ChartLeft;
        foreach (var (kind, name) in new[]
        {
            ("x", "complex family"), ("d", "other drug into a vein"), ("f", "fluid"), ("o", "outside the order"),
            ("no", "not reported"),
        })
        {
            Add($"<rect class=\"{kind}\" x=\"{x}\" y=\"{y - 10}\" width=\"12\" height=\"12\" rx=\"2\"/>");
            Label(x + 17, y, "t", name);
            x += 34 + (name.Length * 6);
        }
    }

    private static bool IsVein(DrugEvent one) => one.Method is AdministrationMethod.IvInfusion
        or AdministrationMethod.IvPush or AdministrationMethod.ProlongedPump;

    private static string Spoken(EventOutcome outcome) => outcome.Codes.Count == 0 ? "not reported"
        : string.Join(", ", outcome.Codes.Select(code => InfusionWords.Code(code).Replace(" x", " ×",
            StringComparison.Ordinal)));

    private static string Spoken(VisitCodes visit) => $"{(visit.Services.Count == 0 ? "nothing is reported"
        : string.Join(", ", visit.Services.Select(one => string.Create(CultureInfo.InvariantCulture,
            $"{one.Code} {InfusionCodes.Label(one.Code)} times {one.Units}"))))}.";

    private static int X(TimeAxis axis, DateTimeOffset at) =>
        ChartLeft + (int)Math.Round(axis.Share(at) * (ChartWidth - 16)) + 8;

    private static string Cut(string text, int most) =>
        text.Length <= most ? text : $"{text[..(most - 1)].TrimEnd()}…";

    private static IEnumerable<string> Wrapped(string text, int most, int lines)
    {
        while (text.Length > most && lines-- > 1)
        {
            var at = text.LastIndexOf(' ', most);
            if (at <= 0) at = most;
            yield return text[..at];
            text = text[at..].TrimStart();
        }
        yield return Cut(text, most);
    }

    private void Label(int x, int y, string style, string text)
    {
        Add($"<text class=\"{style}\" x=\"{x}\" y=\"{y}\">");
        Text(text);
        Add("</text>");
    }

    private void Text(string text) => _svg.Append(Html.Escape(TerminalText.Clean(text)));

    private void Add(FormattableString markup) => _svg.Append(markup.ToString(CultureInfo.InvariantCulture));

    private void Add(string markup) => _svg.Append(markup);
}
