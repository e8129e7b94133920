using System.Globalization;
using System.Text;
using System.Text.Json;
using Noc.Rvu;
using Noc.Tables;

namespace Noc.App.TallyRvus;

/// <summary>Work units as text with bars, CSV, or docs/schemas/noc.rvu-1.schema.json.</summary>
internal sealed class RvuReport(
    RvuOptions options, IReadOnlyList<WorkCredit> credits, IReadOnlyList<WorkCredit> trial,
    WorkPercentiles? percentiles)
{
    private const int Bar = 24;

    private IReadOnlyList<WorkSum> Providers { get; } = WorkTally.By(credits, one => Name(one.Procedure.Provider));

    private IReadOnlyList<WorkSum> Months { get; } = WorkTally.By(credits, MonthOf);

    private IReadOnlyList<WorkSum> Codes { get; } = WorkTally.By(credits, one => one.Procedure.Code.Value);

    private decimal Total { get; } = credits.Sum(one => one.Credited);

    /// <summary>For people, 80 columns.</summary>
    public string Text()
    {
        var page = new StringBuilder();
        page.Append(Invariant($"Work units to {options.AsOf:yyyy-MM-dd}: {Total:N2} of {credits.Count:N0} lines\n"));
        Table(page, "BY MONTH", Months);
        Table(page, "BY PROVIDER", Providers);
        foreach (var provider in Providers) Pace(page, provider.Name);
        Table(page, "BY CODE", Codes);
        var reasons = Reasons();
        if (reasons.Count > 0) page.Append("\nDOES NOT COUNT IN FULL\n");
        foreach (var (codes, reason) in reasons)
        {
            var words = new Paragraphs(isColored: false);
            words.Plain($"{reason} {codes}");
            page.Append(words);
        }
        if (trial.Count == 0) return page.ToString();
        var more = trial.Sum(one => one.Credited);
        page.Append(Invariant($"\nWHAT IF {string.Join(' ', options.WhatIf)}: {more:+0.00;-0.00;0.00} work units, "))
            .Append(Invariant($"{Total + more:N2} in all"));
        if (options.RateUsd is { } rate) page.Append(Invariant($", ${more * rate:N2} more"));
        return page.Append('\n').ToString();
    }

    /// <summary>One row a provider, month and code.</summary>
    public string Csv()
    {
        var page = new StringBuilder("provider,month,code,units,work,reason\n");
        foreach (var group in credits.GroupBy(one => (Name(one.Procedure.Provider), MonthOf(one),
            one.Procedure.Code.Value, one.Reason)).OrderBy(group => group.Key))
            page.Append(Invariant($"{Quoted(group.Key.Item1)},{group.Key.Item2},{group.Key.Value},"))
                .Append(Invariant($"{group.Sum(one => one.Procedure.Units):0.###},"))
                .Append(Invariant($"{group.Sum(one => one.Credited):0.####},{Quoted(group.Key.Reason)}\n"));
        return page.ToString();
    }

    /// <summary>JSON.</summary>
    public string Json(ReferenceTables tables)
    {
        using var stream = new MemoryStream();
        using (var json = JsonOutput.Writer(stream))
        {
            json.WriteStartObject();
            json.WriteString("schema", "noc.rvu/1");
            json.WriteString("noc", NocVersion.Text);
            json.WriteTables(tables);
            json.WriteString("asOf", options.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteNumber("lines", credits.Count);
            json.WriteNumber("work", Total);
            Sums(json, "months", Months);
            Sums(json, "codes", Codes);
            json.WriteStartArray("providers");
            foreach (var provider in Providers) Provider(json, provider);
            json.WriteEndArray();
            json.WriteStartArray("reasons");
            foreach (var (codes, reason) in Reasons())
            {
                json.WriteStartObject();
                json.WriteString("codes", codes);
                json.WriteString("reason", reason);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteOptional("whatIfWork", trial.Count > 0 ? trial.Sum(one => one.Credited) : null);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private void Provider(Utf8JsonWriter json, WorkSum provider)
    {
        var pace = PaceOf(provider.Name);
        json.WriteStartObject();
        json.WriteString("name", provider.Name);
        json.WriteNumber("units", provider.Units);
        json.WriteNumber("work", provider.Work);
        json.WriteNumber("yearToDate", pace.Done);
        json.WriteNumber("projected", pace.Projected);
        json.WriteOptional("goal", pace.Goal);
        json.WriteOptional("perMonthNeeded", pace.PerMonthNeeded);
        json.WriteOptional("percentile", percentiles is null || percentiles.IsBelowAll(pace.Projected) ? null
            : percentiles.PositionOf(pace.Projected));
        json.WriteOptional("nextPercentile", percentiles?.NextAbove(pace.Projected)?.Percentile);
        json.WriteOptional("gapToNext", percentiles?.NextAbove(pace.Projected)?.Gap);
        json.WriteOptional("earnedUsd", options.RateUsd is { } rate ? Rounding.Cents(pace.Done * rate) : null);
        json.WriteEndObject();
    }

    private void Pace(StringBuilder page, string provider)
    {
        var pace = PaceOf(provider);
        page.Append(Invariant($"  {provider}: {pace.Done:N2} this year, at this pace {pace.Projected:N2}"));
        if (pace.Goal is { } goal)
            page.Append(Invariant($"\n    goal {goal:N0}: {(goal > 0 ? pace.Done / goal : 1):P0} done"))
                .Append(pace.PerMonthNeeded is { } need ? Invariant($", {need:N2} a month still needed") : "");
        if (percentiles is not null)
        {
            page.Append(percentiles.IsBelowAll(pace.Projected)
                ? Invariant($"\n    below percentile {percentiles.Rows[0].Percentile:0.#} at this pace")
                : Invariant($"\n    percentile {percentiles.PositionOf(pace.Projected):0.#} at this pace"));
            if (percentiles.NextAbove(pace.Projected) is var (next, gap))
                page.Append(Invariant($", {gap:N2} below the {next:0.#}th"));
        }
        if (options.RateUsd is { } rate)
            page.Append(Invariant($"\n    at ${rate:0.00##} a unit: ${pace.Done * rate:N2} so far"));
        page.Append('\n');
    }

    private WorkPace PaceOf(string provider) => WorkTally.Pace(
        credits.Where(one => Name(one.Procedure.Provider) == provider), options.AsOf, options.Goal);

    private static void Table(StringBuilder page, string head, IReadOnlyList<WorkSum> sums)
    {
        page.Append(Invariant($"\n{head,-28}{"UNITS",10}{"WORK",12}\n"));
        var most = sums.Count == 0 ? 0 : sums.Max(sum => sum.Work);
        foreach (var sum in sums)
        {
            var length = most > 0 ? (int)Math.Round(Math.Max(0, sum.Work) / most * Bar) : 0;
            var name = sum.Name.Length > 26 ? sum.Name[..26] : sum.Name;
            page.Append(Invariant($"  {name,-26}{sum.Units,10:0.##}{sum.Work,12:N2}  {new string('#', length)}"));
            while (page[^1] == ' ') page.Length--;
            page.Append('\n');
        }
    }

    private List<(string Codes, string Reason)> Reasons() =>
    [
        .. credits.Concat(trial).Where(one => one.Reason.Length > 0).GroupBy(one => one.Reason, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (string.Join(", ", group
                .Select(one => one.Procedure.Code.Value).Distinct().Order(StringComparer.Ordinal).Take(12)),
                group.Key)),
    ];

    private static void Sums(Utf8JsonWriter json, string name, IReadOnlyList<WorkSum> sums)
    {
        json.WriteStartArray(name);
        foreach (var sum in sums)
        {
            json.WriteStartObject();
            json.WriteString("name", sum.Name);
            json.WriteNumber("units", sum.Units);
            json.WriteNumber("work", sum.Work);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static string Name(string provider) => provider.Length > 0 ? provider : "(not named)";

    private static string MonthOf(WorkCredit one) => Invariant($"{one.Procedure.Day:yyyy-MM}");

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(",\"\n") < 0 ? text
        : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
