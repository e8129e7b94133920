using System.Globalization;
using System.Text;
using Noc.Administrations;
using Noc.Encounters;
using Noc.Formats.Encounters;
using Noc.Tables;

namespace Noc.App.CodeInfusions;

/// <summary>Writes coded visits for a terminal of 80 columns: codes, a timeline, and each event with its reason.
/// </summary>
internal sealed class InfusionText(Stream output, bool isColored, ReferenceTables tables) : IInfusionReport
{
    private const int Chart = 50, Names = 26;

    private readonly StreamWriter _writer = new(output, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
    private bool _isFirst = true;

    /// <inheritdoc/>
    public void Add(CodedEncounter coded)
    {
        var page = new Paragraphs(isColored);
        if (!_isFirst) page.Gap();
        _isFirst = false;
        if (coded.Visits.Count == 0)
        {
            page.Head($"{coded.Encounter.Id}");
            page.Plain("Nothing was given, or nothing of it could be read.");
        }
        for (var i = 0; i < coded.Visits.Count; i++)
        {
            if (i > 0) page.Gap();
            OneVisit(page, coded, coded.Visits[i]);
        }
        foreach (var problem in coded.Problems) page.Add("wrong", problem.ToString());
        _writer.Write(page.ToString());
    }

    /// <inheritdoc/>
    public void AddLost(string file, IReadOnlyList<EncounterProblem> problems) { }

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer.Write(TablesNotice.Under(tables));
        _writer.Dispose();
    }

    private static void OneVisit(Paragraphs page, CodedEncounter coded, VisitCodes visit)
    {
        page.Head(InfusionWords.Title(coded, visit));
        page.Gap();
        if (visit.Services.Count == 0) page.Row("  No administration is reported.");
        foreach (var one in visit.Services)
            page.Row(string.Create(CultureInfo.InvariantCulture,
                $"  {Code(one.Code.Value, one.Modifiers.Select(m => m.Value)),-9}{one.Units,3}  "
                + $"{InfusionCodes.Label(one.Code),-47}{EventList(one.Events),15}"));
        page.Gap();
        Timeline(page, visit, coded.Encounter.TimeZone);
        page.Gap();
        foreach (var one in visit.Events)
        {
            page.Row(EventRow(one));
            page.Plain(one.Why, 4);
            foreach (var flag in one.Flags) page.Plain($"! {flag.Text}", 4);
        }
        foreach (var flag in visit.Flags) page.Add("mind", flag.Text);
    }

    private static string EventList(IReadOnlyList<int> numbers) => numbers.Count == 1
        ? string.Create(CultureInfo.InvariantCulture, $"event {numbers[0]}")
        : $"events {string.Join(", ", numbers.Take(3))}{(numbers.Count > 3 ? " ..." : "")}";

    private static string Code(string code, IEnumerable<string> modifiers) =>
        string.Join('-', modifiers.Where(one => one.Length > 0).Prepend(code));

    private static string EventRow(EventOutcome outcome)
    {
        var one = outcome.Event;
        var codes = outcome.Codes.Count == 0 ? "not reported"
            : string.Join(", ", outcome.Codes.Select(InfusionWords.Code));
        var what = string.Create(CultureInfo.InvariantCulture,
            $"{one.Number,3} {InfusionWords.Times(one)}  {one.Substance}, {InfusionWords.Method(one)}");
        return $"{Cut(what, 78 - codes.Length).PadRight(80 - codes.Length)}{codes}";
    }

    // One row an event: # complex, = other drug, ~ fluid, | push or injection; dots where nothing counts.
    private static void Timeline(Paragraphs page, VisitCodes visit, string timeZone)
    {
        if (TimeAxis.Of(visit, timeZone) is not { } axis) return;
        var hours = new StringBuilder(new string(' ', Names + Chart + 4));
        foreach (var tick in axis.Ticks(Chart / 8))
        {
            var at = Math.Min(Names + Column(axis, tick.At), hours.Length - tick.Label.Length);
            for (var i = 0; i < tick.Label.Length; i++) hours[at + i] = tick.Label[i];
        }
        page.Row(hours.ToString().TrimEnd());
        foreach (var outcome in visit.Events)
        {
            var one = outcome.Event;
            var name = Cut(string.Create(CultureInfo.InvariantCulture, $"{one.Number,3} {one.Substance}"), Names - 2);
            var bar = new StringBuilder(new string(' ', Chart + 1));
            if ((one.Start ?? one.Stop) is { } start)
            {
                var (from, to) = (Column(axis, start), Column(axis, one.Stop ?? start));
                var sign = outcome.Codes.Count == 0 ? '.' : Sign(one);
                for (var i = from; i <= to; i++) bar[i] = sign;
                if (sign is not '.' && one.Minutes is null) bar[from] = '|';
                if (one.Stop > axis.To) bar[Chart] = '>';
            }
            page.Row($"{name.PadRight(Names)}{bar}".TrimEnd());
        }
        page.Row($"{new string(' ', Names)}# complex = drug ~ fluid | push, shot . not reported");
    }

    private static int Column(TimeAxis axis, DateTimeOffset at) => (int)Math.Round(axis.Share(at) * Chart);

    private static char Sign(DrugEvent one) => one.Method is not (AdministrationMethod.IvInfusion
            or AdministrationMethod.SubcutaneousInfusion or AdministrationMethod.ProlongedPump) ? '|'
        : one.IsComplex ? '#' : one.Category is AdministrationCategory.Hydration ? '~' : '=';

    private static string Cut(string text, int most) => text.Length <= most ? text : $"{text[..(most - 1)]}~";
}
