using Noc.Encounters;
using Noc.Tables;

namespace Noc.Audit.Evidence;

/// <summary>Brings one drug line together with what an encounter says of its drug.</summary>
internal static class LineMatch
{
    /// <summary>The evidence of a line; null where several encounters fit as well.</summary>
    public static LineEvidence? Of(DrugLine drug, ClaimEvidence claim, ReferenceTables tables)
    {
        var on = new List<(EvidenceItem Item, Administration Given)>();
        var off = new List<(EvidenceItem Item, Administration Given)>();
        bool anyOther = false, anyOpen = false;
        foreach (var item in claim.Items)
            foreach (var given in item.Encounter.Administrations)
            {
                var same = RecordedDrugs.IsSame(drug, given, tables);
                var isOn = IsOnDay(drug, given);
                if (same is true) (isOn ? on : off).Add((item, given));
                else if (isOn && same is null) anyOpen = true;
                else if (isOn) anyOther = true;
            }
        var fitting = on.Count > 0 ? on : off;
        var single = claim.Items.Count == 1 ? claim.Items[0] : null;
        if (fitting.Count > 0)
        {
            single = fitting[0].Item;
            if (fitting.Exists(one => !ReferenceEquals(one.Item, single))) return null;
        }
        return single is null ? null : new()
        {
            Item = single,
            IsSure = claim.IsSure,
            Given = [.. on.Select(one => one.Given)],
            OtherDays = on.Count > 0 ? [] : [.. off.Select(one => one.Given)],
            IsNotGiven = fitting.Count == 0 && anyOther && !anyOpen && claim.Match is EvidenceMatch.Account,
            Order = OrderOf(drug, single.Encounter, on.Select(one => one.Given).FirstOrDefault(), tables),
            Invoices = [.. single.Encounter.Invoices.Where(invoice => IsOf(drug, invoice, tables))
                .OrderByDescending(invoice => invoice.Date)],
            Authorizations = [.. single.Encounter.Authorizations.Where(
                one => Covers(one, drug, tables, single.Encounter))],
            Product = single.Encounter.Products.FirstOrDefault(one => IsOf(drug, one, tables)),
        };
    }

    /// <summary>Whether an authorization names the drug or the code of a line, or neither a drug nor a code.</summary>
    public static bool Covers(
        Authorization one, DrugLine drug, ReferenceTables tables, Encounter? encounter = null)
    {
        if (one.Drug.Length == 0 && one.Code.IsNone) return true;
        if (one.Drug.Length > 0 && RecordedDrugs.IsSame(drug, one.Drug, tables) is { } same) return same;
        // A drug that the tables know is none that they do not know; its code may be shared.
        if (encounter is not null && RecordedDrugs.MayDiffer(one.Drug, drug.DrugName, encounter, tables)) return false;
        return one.Code.IsNone || one.Code == drug.Line.Code;
    }

    private static bool IsOnDay(DrugLine drug, Administration given) => drug.Day is not { } day
        || (given.Day >= day && given.Day <= (drug.Line.LastServiceDate ?? day));

    private static bool IsOf(DrugLine drug, InvoiceLine invoice, ReferenceTables tables) =>
        (!invoice.Ndc.IsNone && invoice.Ndc.LabelerProduct == drug.AnyNdc.LabelerProduct)
        || RecordedDrugs.IsSame(drug, invoice.Drug, tables) is true;

    private static bool IsOf(DrugLine drug, ProductFacts product, ReferenceTables tables) =>
        (!product.Ndc.IsNone && product.Ndc.LabelerProduct == drug.AnyNdc.LabelerProduct)
        || RecordedDrugs.IsSame(drug, product.Name, tables) is true
        || RecordedDrugs.IsSame(drug, product.Ingredient, tables) is true;

    // The order that the record names; else the newest one of the drug before the day, else any of it.
    private static DrugOrder? OrderOf(
        DrugLine drug, Encounter encounter, Administration? given, ReferenceTables tables)
    {
        if (given is { Order.Length: > 0 })
            return encounter.Orders.FirstOrDefault(order => order.Id == given.Order);
        DrugOrder? best = null;
        foreach (var order in encounter.Orders)
        {
            if (RecordedDrugs.IsSame(drug, order.Drug, tables) is not true
                && (given is null || RecordedDrugs.AreSame(given.Drug, order.Drug, tables) is not true)) continue;
            if (best is null || IsBetter(order, best, given?.Day ?? drug.Day)) best = order;
        }
        return best;
    }

    private static bool IsBetter(DrugOrder order, DrugOrder than, DateOnly? day)
    {
        var (inTime, wasInTime) = (!(order.OrderedOn > day), !(than.OrderedOn > day));
        return inTime != wasInTime ? inTime : order.OrderedOn > than.OrderedOn;
    }
}
