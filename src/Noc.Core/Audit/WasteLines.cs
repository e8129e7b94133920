using Noc.Audit.Evidence;
using Noc.Claims;
using Noc.Coding;
using Noc.Drugs;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit;

/// <summary>What a claim says of discarded drug, and where payers look at it.</summary>
internal static class WasteLines
{
    /// <summary>Whether waste on the line is judged: the place is not paid as a whole, and Medicare pays the drug
    /// apart.</summary>
    public static bool IsSubject(in RuleContext context, DrugLine drug, DateOnly day)
    {
        if (drug.IsCompound || drug.IsMadeByPharmacy || drug.Line.HasTokenCharge) return false;
        // The policy on discarded drugs leaves vaccines with a benefit of their own out (CMS, JW and JZ questions).
        if (CodeClass.Includes(CodeKind.Vaccine, drug.Line.Code, drug.IsUnclassified)) return false;
        return WasteSubject.Of(drug.Setting, context.Claim.BillType,
            PlacesOfService.IsPaidAsAWhole(context.Claim.PlaceOfService(drug.Line)), context.Policy.Program,
            drug.Line.Code, drug.IsUnclassified, context.Tables, day);
    }

    /// <summary>Whether two lines of one code may bill the same drug: the waste of one unclassified drug says nothing
    /// about another that shares its code.</summary>
    public static bool MayBeSame(DrugLine drug, DrugLine other)
    {
        if (!drug.IsUnclassified || drug.DrugName.Length == 0 || other.DrugName.Length == 0) return true;
        if (drug.Match.IsNone || other.Match.IsNone) return NarrativeNames.MayBeSame(drug.DrugName, other.DrugName);
        foreach (var product in drug.Match.Products)
            if (other.Match.Products.Contains(product)) return true;
        return DrugNames.AreSameDrug(drug.Match.Products[0], other.Match.Products[0]);
    }

    /// <summary>The other line that bills what was thrown away of the drug; null without one.</summary>
    public static DrugLine? Of(in RuleContext context, DrugLine drug)
    {
        foreach (var other in context.DrugLines)
            if (!ReferenceEquals(other, drug) && other.Line.Code == drug.Line.Code && other.IsWaste
                && MayBeSame(drug, other)) return other;
        return null;
    }

    /// <summary>The line of the dose that a line of waste belongs to; null without one, or where several may.</summary>
    public static DrugLine? DoseOf(in RuleContext context, DrugLine waste)
    {
        DrugLine? dose = null;
        foreach (var other in context.DrugLines)
        {
            if (!MayBeDoseOf(waste, other)) continue;
            if (dose is not null) return null;
            dose = other;
        }
        return dose;
    }

    /// <summary>Whether a line with JW tells a dose that no other line of the day bills: JW may be the mistake.
    /// </summary>
    public static bool IsOnlyLine(in RuleContext context, DrugLine waste)
    {
        if (waste.TextFacts is not { Dose.IsNone: false, IsWasteOnly: false }) return false;
        foreach (var other in context.DrugLines)
            if (MayBeDoseOf(waste, other)) return false;
        return true;
    }

    private static bool MayBeDoseOf(DrugLine waste, DrugLine other) => !ReferenceEquals(other, waste)
        && other.Line.Code == waste.Line.Code && !other.IsWaste && other.Day == waste.Day && MayBeSame(waste, other);

    /// <summary>Whether the drug comes in single-dose containers only, as far as text, NDC and tables tell.</summary>
    public static bool IsSurelySingleDose(in RuleContext context, DrugLine drug, DateOnly day) =>
        drug.IsUnclassified ? IsSurelySingleDose(drug) || drug.DescriptionFacts?.Container is "SDV"
            || (!drug.AnyNdc.IsNone && IsSingleDose(drug.FactsOfNdc(context.Tables)!.Item))
        : drug.Line.Code.Series is 'J' or 'Q' or 'C' && context.Tables.IsSurelySingleDose(drug.Line.Code, day);

    /// <summary>What was thrown away: as a text says, else by dose and package; none where nothing tells.</summary>
    /// <param name="context">The line.</param>
    /// <param name="drug">The drug on it.</param>
    /// <param name="arithmetic">How it comes about; empty where a text says it.</param>
    public static Amount Discarded(in RuleContext context, DrugLine drug, out string arithmetic)
    {
        arithmetic = "";
        if (Told(drug) is { } told) return IsWithinUnit(context, drug, told) ? default : told;
        if (drug.AnyNdc.IsNone || drug.TotalDose.IsNone) return default;
        var facts = drug.FactsOfNdc(context.Tables)!;
        var item = facts.ItemDose;
        if (item.IsNone || item.Value <= 0 || !IsSingleDose(facts.Item) || HasOther(context, drug)) return default;
        if (drug.TotalDose.In(item.Unit) is not { } dose || dose <= 0 || dose > item.Value * 10_000) return default;
        var containers = decimal.Ceiling(dose / item.Value);
        var left = (containers * item.Value) - dose;
        if (left <= 0 || Rules.Ndc.NdcOfOtherDrug.Is(context)) return default;
        arithmetic = Texts.Of($"{containers:0} x {item} - {drug.TotalDose} = {left:0.###}{item.Unit}");
        return new(left, item.Unit);
    }

    /// <summary>What the containers of the product must leave of a dose, where the line has no NDC: the sizes that are
    /// sold cannot be combined to it; none where they can, or nothing tells.</summary>
    /// <param name="context">The line.</param>
    /// <param name="drug">The drug on it.</param>
    /// <param name="arithmetic">How it comes about.</param>
    public static Amount LeftBySizes(in RuleContext context, DrugLine drug, out string arithmetic)
    {
        arithmetic = "";
        if (!drug.IsUnclassified || !drug.AnyNdc.IsNone || Told(drug) is not null || drug.TotalDose.IsNone
            || drug.Match is not { Products: [{ Confidence: Confidence.High } product] }
            || ProductStrengths.Of(product).Sizes is not [var first, ..] sizes
            || drug.TotalDose.In(first.Unit) is not { } dose || HasOther(context, drug)) return default;
        if (VialChoice.Choose([.. sizes.Select(one => new VialSize(one.Value))], dose) is not { } best
            || best.Total - dose is not (> 0 and var left)) return default;
        arithmetic = string.Join(" + ", best.Vials.GroupBy(one => one).Select(one =>
            Texts.Of($"{one.Count()} x {one.Key:0.###}{first.Unit}"))) + $" - {drug.TotalDose}";
        return new(left, first.Unit);
    }

    /// <summary>Units of a code that are left in the containers which its units take; null where none are, or nobody
    /// can tell, such as with vials of several sizes.</summary>
    /// <param name="context">The line.</param>
    /// <param name="drug">The drug on it.</param>
    /// <param name="day">Date of service.</param>
    /// <param name="arithmetic">How it comes about.</param>
    public static decimal? UnitsLeft(in RuleContext context, DrugLine drug, DateOnly day, out string arithmetic)
    {
        arithmetic = "";
        if (drug.IsUnclassified || drug.Ndc.IsNone || drug.Line.NdcCount != 1
            || drug.Line.BilledUnits is not (> 0 and < 1_000_000 and var units)
            || CrosswalkCodes.Released(context.Tables, drug.Ndc, day, drug.Line.Code) is not { } row
            || row.UnitsPerItem.Value is not (>= 1 and var item)) return null;
        var containers = decimal.Ceiling(units / item);
        // 104 units may be 103.2 rounded up: one container of 103.2.
        if (decimal.Ceiling((containers - 1) * item) >= units) containers--;
        var left = (containers * item) - units;
        // Less than one unit is rounding.
        if (left < 1 || HasOther(context, drug) || ComesInOtherSizes(context.Tables, drug.Line.Code, item)) return null;
        arithmetic = Texts.Of($"{containers:0} x {item:0.###} - {units:0.###} = {left:0.###}");
        return left;
    }

    // 700 units under the NDC of a vial of 200 may be 500 and 200.
    private static bool ComesInOtherSizes(ReferenceTables tables, HcpcsCode code, decimal item)
    {
        foreach (ref readonly var of in tables.Image.Rows<CodeNdcRecord>().Of(TableKey.Of(code)))
            foreach (ref readonly var row in tables.Image.Rows<NdcCodeRecord>().Of(TableKey.Of(of.Ndc)))
                if (row.Code == code && row.UnitsPerItem.Value is { } units && units != item) return true;
        return false;
    }

    // What one unit of the code covers together with the dose has no line of its own.
    private static bool IsWithinUnit(in RuleContext context, DrugLine drug, Amount waste) =>
        !drug.IsUnclassified && ClaimedAmounts.UnitOf(drug, context.Tables) is { IsNone: false } unit
        && waste.In(unit.Unit) is { } amount && amount < unit.Value;

    /// <summary>What the first text that speaks of waste says of it: none where it says that there was none; null where
    /// no text does.</summary>
    public static Amount? Told(DrugLine drug) =>
        Said(drug.TextFacts) ?? Said(drug.TextFactsOfNote) ?? Said(drug.RemarkFacts);

    private static Amount? Said(NarrativeFacts? facts) =>
        facts is { Waste.IsNone: false } ? facts.Waste.Value > 0 ? facts.Waste : default(Amount) : null;

    private static bool IsSingleDose(string item) => item.Contains("SINGLE-DOSE", StringComparison.OrdinalIgnoreCase)
        || item.Contains("SINGLE-USE", StringComparison.OrdinalIgnoreCase);

    // A dose may be made of vials of two sizes, billed on two lines.
    private static bool HasOther(in RuleContext context, DrugLine drug)
    {
        foreach (var other in context.DrugLines)
            if (!ReferenceEquals(other, drug) && other.Line.Code == drug.Line.Code && other.Day == drug.Day
                && MayBeSame(drug, other)) return true;
        return false;
    }

    private static bool IsSurelySingleDose(DrugLine drug)
    {
        if (drug.Match.IsNone || drug.Match.Kind is NameKind.Base) return false;
        foreach (var product in drug.Match.Products)
            if (product.Container is not ContainerKind.SingleDose || product.Confidence is not Confidence.High)
                return false;
        return true;
    }
}
