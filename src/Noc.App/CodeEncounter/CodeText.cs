using System.Globalization;
using System.Text;
using Noc.App.PriceLines;
using Noc.Claims;
using Noc.Coding;
using Noc.Pricing;
using Noc.Tables;

namespace Noc.App.CodeEncounter;

/// <summary>Coded visits for people, in 80 columns.</summary>
internal sealed class CodeText(Stream output, bool isColored, ReferenceTables tables) : CodeWriter
{
    private int _visits, _ready, _lines;
    private PriceTotals _sums;

    /// <inheritdoc/>
    public override void Write(CodedResult result, IReadOnlyList<PricedLine> prices)
    {
        var visit = result.Visit;
        var page = new Paragraphs(isColored);
        if (_visits++ > 0) page.Gap();
        if (result.IsReady) _ready++;
        page.Head($"{visit.Id}  {visit.Payer.Name}  {Form(visit)}  {Dates(visit)}");
        page.Add("diagnoses", string.Join(", ", visit.Diagnoses.Select((code, i) => $"{i + 1} {code}")));
        if (visit.Authorization.Length > 0) page.Add("authorized", visit.Authorization);
        if (visit.Trial.Length > 0) page.Add("trial", $"NCT{visit.Trial}");
        foreach (var one in visit.Attachments) page.Add("attached", $"{one.ReportType} {one.Control}");
        var at = 0;
        for (var i = 0; i < visit.Claims.Count; i++)
            WriteClaim(page, visit.Claims[i], result.Findings[i], prices, visit.From != visit.To, ref at);
        WritePrices(page, prices);
        List(page, "Not billed", visit.NotBilled.Select(one => $"{one.Drug}: {one.Reason}"));
        List(page, "Values that were not taken", result.Problems.Select(problem => problem.ToString()));
        List(page, "Needed before it can be billed", Gaps(visit, isBlocking: true));
        List(page, "Worth knowing", Gaps(visit, isBlocking: false));
        if (result.IsReady)
            page.Plain(visit.NotBilled.Any(one => one.IsProcedure)
                ? "Ready to bill once the procedure that gave the drug is added (see Not billed)."
                : "Ready to bill.", 0);
        Put(page.ToString());
    }

    /// <inheritdoc/>
    public override void Lost() => _visits++;

    /// <inheritdoc/>
    public override void Finish()
    {
        var page = new Paragraphs(isColored);
        if (_visits > 1)
        {
            page.Gap();
            page.Head(Text($"{_visits} visits, {_ready} ready, {_lines} lines, {_sums.Priced} of them priced."));
            PriceText.Totals(page, _sums);
        }
        Put(page.ToString() + TablesNotice.Under(tables));
    }

    private void WritePrices(Paragraphs page, IReadOnlyList<PricedLine> prices)
    {
        if (prices.Count == 0) return;
        var sums = PriceTotals.Of(prices);
        _sums += sums;
        page.Gap();
        page.Head(Text($"Expected payment: {sums.Lines} line{(sums.Lines == 1 ? "" : "s")}, ")
            + Text($"{sums.Priced} priced"));
        PriceText.Totals(page, sums);
        List(page, "About these prices", prices.SelectMany(one => one.Price is Price.Priced { Basis: var basis }
            ? basis.Flags.Concat(one.Notes) : one.Notes).Where(flag => flag.Id is not "record")
            .Select(flag => flag.Text));
    }

    private void WriteClaim(
        Paragraphs page, CodedClaim claim, IReadOnlyList<Audit.Finding> findings, IReadOnlyList<PricedLine> prices,
        bool hasDays, ref int at)
    {
        page.Gap();
        if (claim.Parts > 1) page.Head($"Claim {claim.Part} of {claim.Parts}");
        page.Row(Text($"{"",2} {"CODE",-6}{"MODIFIERS",-12}{"UNITS",8}  {"NDC",-14}{"QUANTITY",-12}{"CHARGE",13}  DX"));
        for (var i = 0; i < claim.Lines.Count; i++)
        {
            WriteLine(page, i + 1, claim.Lines[i], prices[at], hasDays);
            if (claim.Part == 1) WriteReasons(page, claim.Lines[i]);
            at++;
        }
        _lines += claim.Lines.Count;
        if (claim.Note.Length > 0) page.Add("claim note", claim.Note);
        var known = claim.Lines.Sum(line => line.ChargeUsd ?? 0);
        page.Row(claim.ChargeUsd is null && known > 0
            ? Text($"{"",2} {"total of the charges that are known",-54}{Money(known),13}")
            : Text($"{"",2} {"total",-54}{Money(claim.ChargeUsd),13}"));
        List(page, "An audit of these lines says", findings.Select(one =>
            $"{one.Rule.Id} {Words.Of(one.Severity)}"
            + $"{(one.Line > 0 ? Text($" line {one.Line}") : "")}: {one.Message}"));
    }

    private static void WriteLine(Paragraphs page, int number, CodedLine line, PricedLine priced, bool hasDays)
    {
        var ndc = line.Ndc.IsNone ? line.PseudoNdc : line.Ndc.Hyphenated;
        var quantity = line.NdcQuantity is { } amount ? Text($"{line.NdcUnit} {amount:0.###}") : "";
        page.Row(Text($"{number,2} {line.Code,-6}{string.Join(' ', line.Modifiers.Select(one => one.Code)),-12}")
            + Text($"{Units(line),8}  {ndc,-14}{quantity,-12}{Money(line.ChargeUsd),13}  ")
            + string.Join(',', line.Diagnoses));
        if (hasDays) page.Add("   day", Text($"{line.Day:yyyy-MM-dd}"));
        if (line.Description.Length > 0) page.Add("   text", line.Description);
        if (line.Note.Length > 0) page.Add("   note", line.Note);
        if (line.Revenue.Length > 0) page.Add("   revenue", line.Revenue);
        page.Add("   expected", PriceText.Sentence(priced.Price));
    }

    private static void WriteReasons(Paragraphs page, CodedLine line)
    {
        if (line.CodeReason.Length > 0) page.Add("   code", line.CodeReason);
        if (line.UnitsReason.Length > 0) page.Add("   units", line.UnitsReason);
        if (line.NdcReason.Length > 0) page.Add("   quantity", line.NdcReason);
        foreach (var one in line.Modifiers) page.Add($"   {one.Code}", one.Reason);
        if (line.Remark.Length > 0) page.Add("   note", line.Remark);
    }

    // What is missing of several drugs in the same words is said once.
    private static IEnumerable<string> Gaps(CodedVisit visit, bool isBlocking) => visit.Gaps
        .Where(gap => gap.IsBlocking == isBlocking).GroupBy(gap => (gap.Message, gap.Who)).Select(same =>
        {
            var more = same.Select(gap => gap.Pointer).Distinct(StringComparer.Ordinal).Count() - 1;
            return $"{same.Key.Message} ({same.Key.Who}; {same.First().Pointer}"
                + (more > 0 ? $" and {more} more)" : ")");
        });

    private static void List(Paragraphs page, string head, IEnumerable<string> items)
    {
        var isFirst = true;
        foreach (var item in items.Distinct(StringComparer.Ordinal))
        {
            if (isFirst)
            {
                page.Gap();
                page.Head(head);
            }
            isFirst = false;
            page.Item(item);
        }
    }

    private static string Form(CodedVisit visit) => visit.Type is ClaimType.Institutional
        ? $"institutional, bill type {(visit.Place.Length > 0 ? visit.Place : "?")}"
        : $"professional, place {(visit.Place.Length > 0 ? visit.Place : "?")}";

    private static string Dates(CodedVisit visit) => visit.From == visit.To ? Text($"{visit.From:yyyy-MM-dd}")
        : Text($"{visit.From:yyyy-MM-dd} to {visit.To:yyyy-MM-dd}");

    private static string Units(CodedLine line) => line.Units is { } units ? Text($"{units:0.###}") : "?";

    private static string Money(decimal? usd) => usd is { } known ? Text($"{known:N2}") : "?";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private void Put(string text) => output.Write(Encoding.UTF8.GetBytes(text));
}
