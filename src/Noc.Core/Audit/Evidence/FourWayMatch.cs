using Noc.Drugs;

namespace Noc.Audit.Evidence;

/// <summary>Compares order, administration record, invoice and claim of one drug line, in that order.</summary>
public static class FourWayMatch
{
    /// <summary>Every fact that at least two documents tell.</summary>
    public static IReadOnlyList<FourWayFact> Of(in RuleContext context)
    {
        if (context.Drug?.Evidence is not { } evidence) return [];
        var facts = new List<FourWayFact>(7);
        foreach (var fact in (ReadOnlySpan<FourWayFact>)[
            Drug(context, evidence), Dose(context, evidence), Ndc(context, evidence), Lot(context, evidence),
            Date(context, evidence), Waste(context, evidence), Cost(context, evidence)])
        {
            var said = (fact.Order.Length > 0 ? 1 : 0) + (fact.Record.Length > 0 ? 1 : 0)
                + (fact.Invoice.Length > 0 ? 1 : 0) + (fact.Claim.Length > 0 ? 1 : 0);
            if (said > 1) facts.Add(fact);
        }
        return facts;
    }

    /// <summary>The drug by name.</summary>
    public static FourWayFact Drug(in RuleContext context, LineEvidence evidence)
    {
        var drug = context.Drug!;
        var (order, invoice) = (evidence.Order?.Drug ?? "", evidence.Invoices is [var first, ..] ? first.Drug : "");
        var record = evidence.Given is [var given, ..] ? given.Drug : "";
        var claim = drug.DrugName.Length > 0 ? drug.DrugName : drug.Line.Code.Value;
        var tables = context.Tables;
        return Fact("drug", order, record, invoice, claim, (a, b) => ReferenceEquals(b, claim)
            ? RecordedDrugs.IsSame(drug, a, tables) : RecordedDrugs.AreSame(a, b, tables));
    }

    /// <summary>The dose.</summary>
    public static FourWayFact Dose(in RuleContext context, LineEvidence evidence)
    {
        var claimed = ClaimedAmounts.Dose(context.Drug!, context.Tables);
        var (ordered, total) = (evidence.Order?.Dose ?? default, evidence.TotalGiven);
        // One order may stand for each of several administrations.
        if (evidence.Given.Count > 1 && evidence.Given.Any(one => one.Dose.SameAs(ordered) is true)) ordered = total;
        return Fact("dose", ordered.ToString(), total.ToString(), "", claimed.ToString(),
            (a, b) => SameText(a, b, ordered, total, claimed));
    }

    /// <summary>The NDC.</summary>
    public static FourWayFact Ndc(in RuleContext context, LineEvidence evidence)
    {
        var record = evidence.Ndcs;
        var invoice = evidence.Invoices.Where(one => !one.Ndc.IsNone).Select(one => one.Ndc).Distinct().ToList();
        var claim = context.Drug!.Ndc;
        var texts = (Record: Listed(record.Select(ndc => ndc.Digits)), Invoice: Listed(invoice.Select(n => n.Digits)),
            Claim: claim.IsNone ? "" : claim.Digits);
        return Fact("ndc", "", texts.Record, texts.Invoice, texts.Claim, (a, b) => SharesWord(a, b));
    }

    /// <summary>The lot.</summary>
    public static FourWayFact Lot(in RuleContext context, LineEvidence evidence) => Fact("lot", "",
        Listed(evidence.Lots), Listed(evidence.Invoices.Select(one => one.Lot).Where(lot => lot.Length > 0).Distinct()),
        ClaimedAmounts.Lot(context.Drug!), (a, b) => SharesWord(a, b));

    /// <summary>The day: of the order and invoice the days before it are right, of the claim the same day.</summary>
    public static FourWayFact Date(in RuleContext context, LineEvidence evidence)
    {
        var drug = context.Drug!;
        var given = evidence.Given.Count > 0 ? evidence.Given[0].Day
            : evidence.OtherDays.Count > 0 ? evidence.OtherDays[0].Day : (DateOnly?)null;
        var ordered = evidence.Order?.OrderedOn;
        var bought = evidence.Invoices.Select(one => one.Date).Where(day => day is not null).Order().FirstOrDefault();
        var first = ordered > given ? "order" : bought > given ? "invoice"
            : evidence.Given.Count == 0 && given is not null && drug.Day is not null ? "claim" : "";
        return new("date", Text(ordered), Text(given), Text(bought), Text(drug.Day), first);
    }

    /// <summary>What was discarded.</summary>
    public static FourWayFact Waste(in RuleContext context, LineEvidence evidence)
    {
        var (record, claim) = (evidence.TotalDiscarded, ClaimedAmounts.Waste(context));
        return Fact("waste", "", record.ToString(), "", claim.ToString(),
            (a, b) => SameText(a, b, record, claim, default));
    }

    /// <summary>The price of the drug.</summary>
    public static FourWayFact Cost(in RuleContext context, LineEvidence evidence)
    {
        var claimed = ClaimedAmounts.Price(context.Drug!);
        var invoice = evidence.Invoices.FirstOrDefault(one => one.UnitCostUsd is not null);
        return Fact("cost", "", "", invoice?.NetUnitUsd is { } net ? Texts.Of($"${net:0.00}") : "",
            claimed is { } usd ? Texts.Of($"${usd:0.00}") : "",
            (_, _) => invoice is null || claimed is not { } said || IsPriceOf(invoice, said));
    }

    /// <summary>Whether an amount is the price of an invoice line: of a package or of all, before or after discount.
    /// </summary>
    public static bool IsPriceOf(Encounters.InvoiceLine invoice, decimal usd)
    {
        if (invoice.UnitCostUsd is not { } unit || invoice.NetUnitUsd is not { } net) return true;
        if (unit > 1e9m || invoice.Quantity > 1e6m) return true;
        foreach (var price in (ReadOnlySpan<decimal>)[unit, net, unit * invoice.Quantity, net * invoice.Quantity])
            if (Math.Abs(price - usd) < 0.01m) return true;
        return false;
    }

    private static FourWayFact Fact(
        string fact, string order, string record, string invoice, string claim, Func<string, string, bool?> areSame)
    {
        var (before, first) = ("", "");
        foreach (var (name, value) in (ReadOnlySpan<(string, string)>)[
            ("order", order), ("record", record), ("invoice", invoice), ("claim", claim)])
        {
            if (value.Length == 0) continue;
            if (before.Length > 0 && first.Length == 0 && areSame(before, value) is false) first = name;
            before = value;
        }
        return new(fact, order, record, invoice, claim, first);
    }

    private static bool? SameText(string a, string b, params ReadOnlySpan<Amount> amounts)
    {
        Amount one = default, other = default;
        foreach (var amount in amounts)
        {
            if (one.IsNone && amount.ToString() == a) one = amount;
            if (amount.ToString() == b) other = amount;
        }
        return one.SameAs(other);
    }

    private static bool SharesWord(string a, string b)
    {
        foreach (var one in a.Split(" / "))
            foreach (var other in b.Split(" / "))
                if (one.Equals(other, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static string Listed(IEnumerable<string> words) => string.Join(" / ", words);

    private static string Text(DateOnly? day) => day is { } known ? Texts.Of($"{known:yyyy-MM-dd}") : "";
}
