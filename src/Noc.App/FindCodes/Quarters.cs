using System.Globalization;
using Noc.Drugs;
using Noc.Tables;

namespace Noc.App.FindCodes;

/// <summary>Prices and statuses of a code, quarter by quarter.</summary>
internal static class Quarters
{
    private const int Most = 12;

    private const string PriceTitle = "Medicare payment limit, US dollars a unit";

    /// <summary>Says that CMS publishes no limit for a code; null where no complete file is loaded.</summary>
    public static CardSection? NoPrice(CardFacts facts) => facts.Without(Dataset.AspPrices, "prices", PriceTitle,
        "CMS publishes no limit for the code in the quarters at hand");

    /// <summary>Payment limits by quarter; null where no quarter has one.</summary>
    public static CardSection? Prices(CardFacts facts, HcpcsCode code)
    {
        var rows = facts.Tables.Image.Rows<LimitRecord>().Of(TableKey.Of(code)).ToArray();
        if (rows.Length == 0) return null;
        var values = Walk(facts, Dataset.AspPrices, rows, row => row.LimitUsd.Value, row =>
            row.LimitUsd.Value is { } usd ? Usd(usd) : facts.Tables.Image.Text(row.LimitText).Split(';')[0]);
        if (values.Count == 0) return null;
        var statements = new List<Statement>();
        var of = rows.AsSpan();
        if (((ReadOnlySpan<LimitRecord>)of).On(facts.Day) is { } now)
        {
            var source = facts.File(Dataset.AspPrices, facts.Day);
            if (now.LimitUsd.Value is { } usd)
                statements.Add(new("On the day", $"${Usd(usd)} a unit of {facts.Tables.Image.Text(now.DosageText)}"
                    + (now.CoinsurancePercent.Value is { } share and not 20 ? $"; patient owes {share:0.##}%" : ""),
                    source));
            else
                statements.Add(new("On the day",
                    $"No limit; CMS prints {facts.Tables.Image.Text(now.LimitText)}.", source));
            if (Marks(now.Marks) is { Length: > 0 } marks) statements.Add(new("Note", marks, source));
        }
        else statements.Add(NotCovered(facts, Dataset.AspPrices, "No price"));
        return new("prices", PriceTitle, statements)
        {
            Quarters = values, QuarterSources = [Span(facts, Dataset.AspPrices, values)],
        };
    }

    /// <summary>Hospital outpatient status by quarter; null where no quarter has one.</summary>
    public static CardSection? Statuses(CardFacts facts, HcpcsCode code)
    {
        var image = facts.Tables.Image;
        var rows = image.Rows<OppsRecord>().Of(TableKey.Of(code)).ToArray();
        if (rows.Length == 0) return null;
        var values = Walk(facts, Dataset.OppsAddendumB, rows, row => row.RateUsd.Value,
            row => (image.Text(row.Status) + (row.RateUsd.Value is { } usd ? $" {Usd(usd)}" : "")).Trim());
        if (values.Count == 0) return null;
        var statements = new List<Statement>();
        var last = ((ReadOnlySpan<OppsRecord>)rows).On(facts.Day) ?? rows[^1];
        var status = image.Text(last.Status);
        if (Meaning(status) is { Length: > 0 } meaning)
            statements.Add(new($"Status {status}", meaning,
                facts.File(Dataset.OppsAddendumB, last.Days.To ?? facts.Day)));
        if (!last.Days.Include(facts.Day)) statements.Add(NotCovered(facts, Dataset.OppsAddendumB, "No status"));
        return new("opps", "Hospital outpatient status and rate (OPPS)", statements)
        {
            Quarters = values, QuarterSources = [Span(facts, Dataset.OppsAddendumB, values)],
        };
    }

    /// <summary>What a status means, in our words; empty where it is none of the usual ones.</summary>
    public static string Meaning(string status) => status switch
    {
        "A" => "Paid, but by another schedule than the outpatient one.",
        "B" => "Not taken on hospital outpatient claims (13x); another code or claim is needed.",
        "E1" => "Not covered, or not paid by Medicare.",
        "E2" => "Covered, but no price is published: nothing is paid yet.",
        "G" => "Pass-through: paid apart, for two to three years.",
        "K" => "Paid apart.",
        "K1" => "Paid apart: pain treatment that is no opioid.",
        "L" => "Vaccine, paid at cost.",
        "M" => "Not billable to this contractor.",
        "N" => "Packaged: nothing is paid for it apart.",
        "Q1" => "Packaged where a service with status S, T or V is on the claim, else paid.",
        "Q2" => "Packaged where a procedure with status T is on the claim, else paid.",
        "R" => "Blood, paid apart.",
        "S" => "Paid apart, never cut for several procedures.",
        "T" => "Paid apart, cut for several procedures.",
        "U" => "Brachytherapy source, paid apart.",
        _ => "",
    };

    /// <summary>Says that the tables have nothing for the day, and whether that means anything.</summary>
    public static Statement NotCovered(CardFacts facts, Dataset dataset, string what) =>
        facts.Tables.Coverage.Of(dataset, facts.Day) switch
        {
            CoverageKind.Complete => new("On the day", $"{what} on {facts.Day:yyyy-MM-dd}.",
                facts.File(dataset, facts.Day)),
            CoverageKind.Partial => new("On the day", $"Not covered: for {facts.Day:yyyy-MM-dd} only an extract is "
                + "loaded, and it does not list the code.", facts.File(dataset, facts.Day)),
            _ => new("On the day", $"Not covered: nothing is loaded for {facts.Day:yyyy-MM-dd}.",
                facts.File(dataset, facts.Day)),
        };

    // The latest quarters that any row speaks for, gaps between them included.
    private static List<QuarterValue> Walk<T>(
        CardFacts facts, Dataset dataset, T[] rows, Func<T, decimal?> value, Func<T, string> text)
        where T : unmanaged, ITableRecord
    {
        var first = rows[0].Days.From ?? facts.Day.AddYears(-3);
        var end = rows[^1].Days.To ?? facts.Day;
        var found = new List<QuarterValue>();
        for (var day = CalendarQuarter.FirstDay(end);
            day >= first.AddMonths(-2) && found.Count < Most; day = day.AddMonths(-3))
        {
            var quarter = CalendarQuarter.Of(day);
            if (((ReadOnlySpan<T>)rows).On(day.AddMonths(1)) is { } row)
                found.Add(new(day.Year, quarter, value(row), text(row)));
            else
                found.Add(new(day.Year, quarter, null,
                    facts.Tables.Coverage.Of(dataset, day.AddMonths(1)) is CoverageKind.Complete ? "-" : "?"));
        }
        found.Reverse();
        return found;
    }

    // The quarters that say something, as one source.
    private static Source Span(CardFacts facts, Dataset dataset, List<QuarterValue> values)
    {
        var (first, last) = (values.First(one => one.Text != "?"), values.Last(one => one.Text != "?"));
        return facts.File(dataset, new(last.Year, last.Quarter * 3, 1)) with
        {
            Section = $"{first.Year} Q{first.Quarter} to {last.Year} Q{last.Quarter}",
            Effective = new(first.Year, (first.Quarter * 3) - 2, 1),
        };
    }

    private static string Usd(decimal usd) => usd.ToString("#,##0.00#", CultureInfo.InvariantCulture);

    private static string Marks(LimitNotes marks)
    {
        var said = new List<string>();
        if (marks.HasFlag(LimitNotes.AdjustedCoinsurance)) said.Add("the patient owes less, for inflation");
        if (marks.HasFlag(LimitNotes.EightPercent)) said.Add("biosimilar with 8% added");
        if (marks.HasFlag(LimitNotes.LesserOf)) said.Add("the lesser of two prices");
        if (marks.HasFlag(LimitNotes.ManufacturerPrice)) said.Add("rests on the manufacturer price");
        if (marks.HasFlag(LimitNotes.ClottingFactor)) said.Add("a furnishing fee is paid on top");
        var all = string.Join("; ", said);
        return all.Length == 0 ? "" : char.ToUpperInvariant(all[0]) + all[1..] + ".";
    }
}
