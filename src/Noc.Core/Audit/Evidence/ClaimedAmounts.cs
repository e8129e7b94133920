using Noc.Drugs;
using Noc.Tables;

namespace Noc.Audit.Evidence;

/// <summary>What a drug line says of dose, waste, lot and price, in its texts or by its units.</summary>
internal static class ClaimedAmounts
{
    /// <summary>The dose: by the text of an unclassified line, else units of the code; none where neither tells.
    /// </summary>
    public static Amount Dose(DrugLine drug, ReferenceTables tables) =>
        drug.IsUnclassified ? drug.TotalDose : OfUnits(drug, tables);

    /// <summary>What the billed units of a drug's own code stand for; none where its unit is no amount.</summary>
    public static Amount OfUnits(DrugLine drug, ReferenceTables tables) =>
        UnitOf(drug, tables) is { IsNone: false } unit && drug.Line.BilledUnits is { } units and > 0 and < 1_000_000
            ? new(units * unit.Value, unit.Unit) : default;

    /// <summary>One unit of the code on the day; none where the code names no drug, or its unit is no amount.
    /// </summary>
    public static Amount UnitOf(DrugLine drug, ReferenceTables tables) => !drug.IsUnclassified
        && drug.Day is { } day && tables.Code(drug.Line.Code, day) is CodeStatus.Found found ? found.Row.Unit : default;

    /// <summary>What the claim says was discarded: a text, a JW line of the same code, JZ for nothing; none where it
    /// says nothing.</summary>
    public static Amount Waste(in RuleContext context)
    {
        var drug = context.Drug!;
        if (Said(drug) is { IsNone: false } said) return said;
        if ((drug.IsWaste ? drug : WasteLines.Of(context, drug)) is { } waste)
        {
            if (Said(waste) is { IsNone: false } text) return text;
            return waste.IsUnclassified ? OnLine(waste) : OfUnits(waste, context.Tables);
        }
        if (!drug.Line.Has(Codes.JZ)) return default;
        return new(0, drug.Evidence?.TotalGiven is { IsNone: false } given ? given.Unit : "MG");
    }

    /// <summary>Whether the claim says anything of waste of this drug that was thrown away.</summary>
    public static bool BillsWaste(in RuleContext context)
    {
        var drug = context.Drug!;
        if (drug.IsWaste || Said(drug).Value > 0) return true;
        foreach (var other in context.DrugLines)
            if (other.Line.Code == drug.Line.Code && (other.IsWaste || Said(other).Value > 0)
                && WasteLines.MayBeSame(drug, other)) return true;
        return false;
    }

    /// <summary>The lot in the texts; empty without.</summary>
    public static string Lot(DrugLine drug) =>
        drug.DescriptionFacts is { Lot.IsEmpty: false } text ? text.Lot.Of(drug.Description).ToString()
        : drug.NoteFacts is { Lot.IsEmpty: false } note ? note.Lot.Of(drug.Note).ToString() : "";

    /// <summary>The price in the texts; null without.</summary>
    public static decimal? Price(DrugLine drug) =>
        drug.DescriptionFacts?.PriceUsd ?? drug.NoteFacts?.PriceUsd ?? drug.RemarkFacts?.PriceUsd;

    // The amount on a line of waste; that of the claim's remark is the dose.
    private static Amount OnLine(DrugLine waste) => waste.DescriptionFacts is { Dose.IsNone: false }
        || waste.NoteFacts is { Dose.IsNone: false } ? waste.TotalDose : default;

    private static Amount Said(DrugLine drug) =>
        drug.DescriptionFacts is { Waste.IsNone: false } text ? text.Waste
        : drug.NoteFacts is { Waste.IsNone: false } note ? note.Waste
        : drug.RemarkFacts is { Waste.IsNone: false } remark ? remark.Waste : default;
}
