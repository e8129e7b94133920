using System.Globalization;
using Noc.Pricing;
using Noc.Tables;

namespace Noc.App.PriceLines;

/// <summary>Prices for people, in 80 columns: few lines with their arithmetic, many as a table.</summary>
internal static class PriceText
{
    private const int MostWhole = 12, MostReasons = 10;

    /// <summary>The page.</summary>
    public static string Write(IReadOnlyList<PricedLine> lines, ReferenceTables tables, bool isColored)
    {
        var page = new Paragraphs(isColored);
        if (lines.Count <= MostWhole) foreach (var line in lines) Whole(page, line);
        else Table(page, lines);
        if (lines.Count > 1)
        {
            var sums = PriceTotals.Of(lines);
            page.Head(Text($"{sums.Lines} lines, {sums.Priced} priced"));
            Totals(page, sums);
            page.Gap();
        }
        page.Plain($"Noc {NocVersion.Text}, tables {tables.Version}. An expected payment, not a promise: the payer's "
            + "own edits, contract and benefits decide.", 0);
        if (tables.Notice is { } notice) page.Plain(notice, 0);
        return page.ToString();
    }

    private static void Whole(Paragraphs page, PricedLine one)
    {
        var line = one.Line;
        var place = one.Claim.Length > 0 ? $"{one.Claim} line {one.Number}  " : "";
        page.Head(Text($"{place}{line.Code} x {line.Units:#,##0.###}  {line.Day:yyyy-MM-dd}  ")
            + $"{line.PayerName}, {PaySystems.Word(line.System)}");
        if (one.Price is Price.Priced priced) Priced(page, priced);
        else if (one.Price is Price.NotPriced not)
        {
            page.Add("Not priced", not.Reason);
            page.Add("", not.Remedy);
        }
        if (one.Invoice is { Invoice: var bought })
        {
            var net = bought.NetUnitUsd is { } usd ? $"{Usd(usd)} a package net" : "no price";
            page.Add("Invoice", Text($"{bought.Number} {bought.Date:yyyy-MM-dd} {bought.Drug} ")
                + $"lot {Known(bought.Lot)}: {net}");
        }
        foreach (var note in one.Notes) page.Add("Note", note.Text);
        page.Gap();
    }

    private static void Priced(Paragraphs page, Price.Priced priced)
    {
        var (money, basis) = (priced.Money, priced.Basis);
        Amount(page, "Allowed", money.AllowedUsd, Text($"{basis.Label}, {basis.Quarter}"));
        if (money.AllowedUsd > 0)
        {
            Amount(page, "Payer pays", money.PayerPaysUsd, money.SequestrationUsd > 0
                ? Text($"after {Usd(money.SequestrationUsd)} sequestration") : "");
            Amount(page, "Patient owes", money.PatientOwesUsd, money.DeductibleUsd > 0
                ? Text($"{Usd(money.DeductibleUsd)} deductible, {Usd(money.CoinsuranceUsd)} coinsurance") : "");
            Amount(page, "You keep", money.ProviderKeepsUsd, "");
        }
        if (priced.CostUsd is { } cost)
        {
            Amount(page, "Drug cost", cost, "");
            var margin = priced.MarginUsd!.Value;
            Amount(page, "Margin", margin, Band(margin, cost));
        }
        for (var i = 0; i < basis.Steps.Count; i++) page.Add(i == 0 ? "Arithmetic" : "", basis.Steps[i]);
        for (var i = 0; i < basis.Rows.Count; i++) page.Add(i == 0 ? "Rows" : "", basis.Rows[i]);
        foreach (var flag in basis.Flags) page.Add("Note", flag.Text);
        if (basis.Advice.Length > 0) page.Add("Advice", basis.Advice);
        page.Add("Source", $"{basis.Source.Title}, {basis.Source.Section}");
    }

    private static void Amount(Paragraphs page, string label, decimal usd, string words) =>
        page.Row($"  {label,-12} {Usd(usd),14}{(words.Length > 0 ? $"  {words}" : "")}");

    // How much of the cost is left if the patient's share never comes: people ask for it before the dose.
    private static string Band(decimal margin, decimal cost) => margin < 0 ? "a LOSS on the drug"
        : cost > 0 ? Text($"{Rounding.Percent(margin / cost * 100):0.##}% of the cost") : "the drug was free";

    private static void Table(Paragraphs page, IReadOnlyList<PricedLine> lines)
    {
        page.Head($"{"claim",-14} {"line",4} {"code",-5} {"units",7} {"charge",12} {"allowed",12} {"patient",11} "
            + "method");
        foreach (var one in lines)
        {
            var (allowed, patient, method) = one.Price is Price.Priced { Money: var money, Basis: var basis }
                ? (Plain(money.AllowedUsd), Plain(money.PatientOwesUsd), basis.Label) : ("-", "-", "not priced");
            var charge = one.Line.ChargeUsd is { } usd ? Plain(usd) : "-";
            page.Row(Text($"{Cut(one.Claim, 14),-14} {one.Number,4} {one.Line.Code,-5} {one.Line.Units,7:0.###} ")
                + $"{charge,12} {allowed,12} {patient,11} {Cut(method, 24)}");
        }
        page.Gap();
        foreach (var flag in lines.SelectMany(one => one.Price is Price.Priced { Basis: var basis }
            ? basis.Flags.Concat(one.Notes) : one.Notes).GroupBy(flag => flag.Id)
            .OrderByDescending(group => group.Count()))
            page.Add($"{flag.Count()} x", $"{flag.Key}: {flag.First().Text}");
        foreach (var reason in lines.Select(one => one.Price).OfType<Price.NotPriced>().GroupBy(one => one.Reason)
            .OrderByDescending(group => group.Count()).Take(MostReasons))
            page.Add("Not priced", $"{reason.Count()} x: {reason.Key} {reason.First().Remedy}");
        page.Gap();
    }

    /// <summary>The sums, a row each.</summary>
    internal static void Totals(Paragraphs page, PriceTotals sums)
    {
        Amount(page, "Allowed", sums.Money.AllowedUsd, "");
        Amount(page, "Payer pays", sums.Money.PayerPaysUsd,
            sums.Money.SequestrationUsd > 0 ? Text($"after {Usd(sums.Money.SequestrationUsd)} sequestration") : "");
        Amount(page, "Patient owes", sums.Money.PatientOwesUsd, "");
        Amount(page, "You keep", sums.Money.ProviderKeepsUsd, "");
        if (sums.Costed > 0)
            Amount(page, "Margin", sums.MarginUsd,
                Text($"of {sums.Costed} line{(sums.Costed == 1 ? "" : "s")} whose drug cost is known"));
    }

    /// <summary>A price in a sentence.</summary>
    internal static string Sentence(Price price) => price switch
    {
        Price.Priced { Money.AllowedUsd: 0, Basis: var basis } => $"$0.00: {basis.Label}",
        Price.Priced { Money: var money, Basis: var basis } => $"{Usd(money.AllowedUsd)} allowed by {basis.Label}: "
            + $"payer pays {Usd(money.PayerPaysUsd)}, patient owes {Usd(money.PatientOwesUsd)}, you keep "
            + Usd(money.ProviderKeepsUsd),
        Price.NotPriced not => $"not priced: {not.Reason} {not.Remedy}",
        _ => "",
    };

    private static string Known(string lot) => lot.Length > 0 ? lot : "not known";

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];

    internal static string Usd(decimal usd) =>
        usd < 0 ? Text($"-${-usd:#,##0.00}") : Text($"${usd:#,##0.00}");

    private static string Plain(decimal usd) => Text($"{usd:#,##0.00}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
