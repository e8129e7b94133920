using Noc.Audit.Evidence;
using Noc.Claims;
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
/// are a multiple of, or the line has more units than the dose but not ten times as many, as waste may be on it; with
/// JZ there is none, and a tenth more is told, but for what rounding to whole vials adds. Texts of a price list,
/// without a route or frequency or with the form of a product list behind it (IV SOLR), tell only one unit for all and
/// too few units by a slip of the point. A strength without a dose is told beside one unit only, of a syringe or pen
/// that holds ten units or more.</para>
/// </remarks>
public static class UnitsNotAsText
{
    private const decimal Slip = 10;

    // Doses are commonly rounded to whole vials within a tenth.
    private const decimal MostRounded = 1.1m;

    // Forms behind the route in the product names of hospital systems.
    private static readonly string[] ListForms =
        [" SOLR", " SOLN", " SUSR", " SUSP", " SYRG", " SOSY", " EMUL", " CONC", " SOLUTION", " POWDER", " VIAL"];

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("UNT005", "units-not-as-text", "units", Severity.Warn,
        "A code is paid by its units, and the text tells another dose.", Sources.Hcpcs, Confidence.Medium)
    {
        Judges = LineTraits.OwnCode,
    };

    /// <summary>Judges lines whose text tells a dose, or a syringe.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var unit = ClaimedAmounts.UnitOf(drug, context.Tables);
        if (drug.IsWaste || unit.IsNone
            || drug.Line.BilledUnits is not (> 0 and <= SpecificCodes.MaxUnits and var billed)) return;
        if (billed == 1) CheckSyringe(context, findings, unit);
        if (TextOf(drug) is not { IsCompound: false, IsSplitClaim: false, OtherNames.Count: 0 } text
            || text.TotalDose.In(unit.Unit) is not { } dose || IsOfOtherDrug(context, text)
            || SpecificCodes.UnitsOf(unit, text.TotalDose) is not { } right || right == billed
            || SpecificCodes.UnitsOf(unit, text.Dose) == billed) return;
        var isOfPatient = IsOfPatient(text, drug);
        // Milligrams as units: 300 of a code of 5 MG for 300 MG.
        var isCounted = isOfPatient && (billed == text.Dose.Value || billed == text.TotalDose.Value);
        if (dose == unit.Value && !isCounted) return;
        var (given, all) = OfDay(context, drug);
        if (given == right || all == right) return;
        var isTold = all < right ? isOfPatient || billed == 1 || IsSlip(billed, right)
            // So many whole containers of the strength that a price list tells.
            : isOfPatient && (isCounted || IsSlip(billed, right) || billed * unit.Value >= dose * Slip
                || (drug.Line.Has(Codes.JZ) && given > right * MostRounded && given % right != 0));
        if (!isTold) return;
        findings.Add(Info, context, context.UnitsElement,
            Texts.Of($"{billed:0.###} unit{(billed == 1 ? "" : "s")} of {unit} {(billed == 1 ? "is" : "are")} ")
            + Texts.Of($"{billed * unit.Value:0.###}{unit.Unit}; the text tells ")
            + $"{text.TotalDose}: {SpecificCodes.Arithmetic(unit, text.TotalDose)}.",
            drug.Line.UnitsText, new() { Units = right });
    }

    // A syringe or pen is used up at once: its strength is the least that was given.
    private static void CheckSyringe(in RuleContext context, FindingSink findings, Amount unit)
    {
        var drug = context.Drug!;
        if (TextOf(drug) is not null || drug.TextFacts is not { Container: "PFS" or "PEN", IsCompound: false,
                IsSplitClaim: false, OtherNames.Count: 0, Strength: { IsNone: false } strength } text
            || strength.In(unit.Unit) is not { } least || least < unit.Value * Slip || IsOfOtherDrug(context, text)
            || OfDay(context, drug).All > 1) return;
        findings.Add(Info, context, context.UnitsElement, Texts.Of($"1 unit of {unit} is billed; the text tells ")
            + $"a syringe or pen of {NarrativeFacts.Written(strength, text.StrengthPer)}, which is used up at once.",
            drug.Line.UnitsText);
    }

    private static NarrativeFacts? TextOf(DrugLine drug) =>
        drug.TextFacts is { Dose.IsNone: false } text ? text
        : drug.TextFactsOfNote is { Dose.IsNone: false } note ? note : null;

    private static bool IsSlip(decimal billed, decimal right) =>
        billed == right * Slip || billed * Slip == right || billed == right * 100 || billed * 100 == right
        || billed == right * 1000 || billed * 1000 == right;

    // The dose of a patient has a route or a frequency; in "100 MG IV SOLR" it is the strength of a product.
    private static bool IsOfPatient(NarrativeFacts text, DrugLine drug)
    {
        if (text.Frequency is ['Q', >= '0' and <= '9', ..]) return true;
        if (text.Route is null) return false;
        var written = Written(text, drug).Text;
        foreach (var form in ListForms)
            if (written.EndsWith(form, StringComparison.OrdinalIgnoreCase)) return false;
        return true;
    }

    private static Field Written(NarrativeFacts text, DrugLine drug) =>
        ReferenceEquals(text, drug.TextFacts) ? drug.Line.Description : drug.Line.Notes[0].Text;

    private static bool IsOfOtherDrug(in RuleContext context, NarrativeFacts text)
    {
        var drug = context.Drug!;
        var match = NamedProduct.In(context.Tables, Written(text, drug).Text, text);
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
