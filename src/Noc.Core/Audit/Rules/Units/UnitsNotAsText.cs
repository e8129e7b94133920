using Noc.Audit.Evidence;
using Noc.Coding;
using Noc.Drugs;
using Noc.Tables;

namespace Noc.Audit.Rules.Units;

/// <summary>UNT005 units-not-as-text: the units of a drug's own code are not those of the dose in the text.</summary>
/// <remarks>
/// <para>Why it matters: a code is paid by its units. One unit for a whole dose, or a slip of the point, loses most of
/// the payment; too many units are paid back.</para>
/// <para>What to do: divide the dose by the unit of the code and round up; mend the text where it is what is
/// wrong.</para>
/// <para>Source: CMS HCPCS Level II, units of drug codes.</para>
/// <para>Silent when: the unit of the code is no amount of drug, the text names no dose or another drug, the lines of
/// the code on the day come to the dose together, the text repeats the unit of the code or a strength that the units
/// are a multiple of, or the line has more units than the dose but not ten times as many: waste may be on it. Without a
/// route in the text, which may then be that of a price list, only one unit for all and slips of the point are told.
/// </para>
/// </remarks>
public static class UnitsNotAsText
{
    private const decimal Slip = 10;

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("UNT005", "units-not-as-text", "units", Severity.Warn,
        "A code is paid by its units, and the text tells another dose.", Sources.Hcpcs, Confidence.Medium)
    {
        Judges = LineTraits.OwnCode,
    };

    /// <summary>Judges lines whose text tells a dose.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var unit = ClaimedAmounts.UnitOf(drug, context.Tables);
        if (drug.IsWaste || unit.IsNone
            || drug.Line.BilledUnits is not (> 0 and <= SpecificCodes.MaxUnits and var billed)
            || TextOf(drug) is not { IsCompound: false, IsSplitClaim: false, OtherNames.Count: 0 } text
            || text.TotalDose.In(unit.Unit) is not { } dose || IsOfOtherDrug(context, text)
            || SpecificCodes.UnitsOf(unit, text.TotalDose) is not { } right || right == billed
            || SpecificCodes.UnitsOf(unit, text.Dose) == billed || dose == unit.Value) return;
        var (given, all) = OfDay(context, drug);
        if (given == right || all == right || !IsTold(text, billed, right, all, billed * unit.Value, dose)) return;
        findings.Add(Info, context, context.UnitsElement,
            Texts.Of($"{billed:0.###} units of {unit} are {billed * unit.Value:0.###}{unit.Unit}; the text tells ")
            + $"{text.TotalDose}: {SpecificCodes.Arithmetic(unit, text.TotalDose)}.",
            drug.Line.UnitsText, new() { Units = right });
    }

    private static NarrativeFacts? TextOf(DrugLine drug) =>
        drug.TextFacts is { Dose.IsNone: false } text ? text
        : drug.TextFactsOfNote is { Dose.IsNone: false } note ? note : null;

    private static bool IsTold(
        NarrativeFacts text, decimal billed, decimal right, decimal all, decimal amount, decimal dose)
    {
        var isSlip = billed == right * Slip || billed * Slip == right || billed == right * 100 || billed * 100 == right
            || billed == right * 1000 || billed * 1000 == right;
        if (all < right) return isSlip || billed == 1 || text.Route is not null;
        // So many whole containers of the strength that a price list tells.
        return text.Route is not null && (isSlip || amount >= dose * Slip);
    }

    private static bool IsOfOtherDrug(in RuleContext context, NarrativeFacts text)
    {
        var drug = context.Drug!;
        var written = ReferenceEquals(text, drug.TextFacts) ? drug.Line.Description : drug.Line.Notes[0].Text;
        var match = NamedProduct.In(context.Tables, written.Text, text);
        if (match.IsNone) return !text.Name.IsEmpty && !text.IsGeneric;
        if (context.Tables.Code(drug.Line.Code, drug.Day!.Value) is not CodeStatus.Found found) return true;
        foreach (var product in match.Products)
            if (DrugNames.AreSameDrug(product, found.Product)) return false;
        return true;
    }

    // Units of the code on the day: of what was given, and with what was thrown away.
    private static (decimal Given, decimal All) OfDay(in RuleContext context, DrugLine drug)
    {
        decimal given = 0, all = 0;
        foreach (var other in context.DrugLines)
        {
            if (other.Line.Code != drug.Line.Code || other.Day != drug.Day
                || other.Line.BilledUnits is not (> 0 and < 1_000_000 and var units)) continue;
            all += units;
            if (!other.IsWaste) given += units;
        }
        return (given, all);
    }
}
