using Noc.Coding;
using Noc.Drugs;
using Noc.Tables;

namespace Noc.Audit.Rules.Ndc;

/// <summary>NDC008 ndc-unit-wrong: the unit of the NDC quantity does not fit the form of the product.</summary>
/// <remarks>
/// <para>Why it matters: a payer that prices by NDC pays too much or too little, or denies the quantity.</para>
/// <para>What to do: count powder vials, tablets and kits as UN, dissolved or not; liquids in ML; creams in GR. Avoid
/// milligrams (ME): many payers do not take them.</para>
/// <para>Source: Minnesota Medicaid, vials of powder as UN and liquids in ML; FDA, NDC directory,
/// dosage form; CMS ASP NDC-HCPCS crosswalk, package size.</para>
/// <para>Silent when: the tables do not know the form, or leave another unit open; for international units (F2). A
/// warning where the payer does not require the NDC, and where form or package come from an extract.</para>
/// </remarks>
public static class NdcUnitWrong
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NDC008", "ndc-unit-wrong", "ndc_units", Severity.Deny,
        "A quantity in the wrong unit is denied or paid wrong.", Sources.NdcUnits) { Judges = LineTraits.Ndc };

    /// <summary>Compares CTP05-1 with the form.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var line = drug.Line;
        if (drug.Ndc.IsNone || drug.Day is not { } day || line.NdcQuantity is not > 0 || drug.IsCompound) return;
        if (line.NdcUnit.IsEmpty || line.NdcUnit.Is("F2"u8)) return;
        var (isEach, isMillilitre) = (line.NdcUnit.Is("UN"u8), line.NdcUnit.Is("ML"u8));
        if ((isEach || isMillilitre) && !NdcDirectory.IsUnitDoubtful(context.Tables, drug.Ndc, day, isEach)) return;
        var isMilligrams = line.NdcUnit.Is("ME"u8);
        if (!isEach && !isMillilitre && !isMilligrams && !line.NdcUnit.Is("GR"u8)) return;
        var facts = drug.FactsOfNdc(context.Tables)!;
        var measure = facts.Measure;
        if (measure.Unit is NdcUnit.None or NdcUnit.InternationalUnit || line.NdcUnit.Text == measure.Code) return;
        var isSure = measure.IsCertain;
        if (!isSure && !IsBorneOut(facts, measure.Unit)) return;
        var quantity = NdcOfOtherDrug.Is(context) ? NdcQuantity.NotKnown : NdcQuantity.Of(context, facts, measure);
        var isRelease = isSure && context.Tables.Coverage.Of(Dataset.NdcProducts, day) is CoverageKind.Complete;
        var name = facts.Name.Length > 0 ? $" ({facts.Name})" : "";
        findings.Add(Info, context, "2410/CTP05-1",
            $"{drug.Ndc.Hyphenated}{name} is counted in {measure.Code}, not {line.NdcUnit.Text}: {measure.Reason}."
            + (isMilligrams ? " Many payers do not take milligrams." : "")
            + (quantity.Arithmetic.Length > 0 ? $" Quantity: {quantity.Arithmetic}." : "")
            + (isRelease ? "" : isSure ? " The form is from an extract of the NDC directory: look at the label first."
                : " The form is from our list of products: look at the label first."),
            line.NdcUnit, new() { Text = quantity.Value is { } value ? NdcQuantity.Segment(value, measure.Code)
                : $"CTP****<QUANTITY>*{measure.Code}" },
            isRelease && !isMilligrams && NdcMissing.IsRequired(context) ? Severity.Deny : Severity.Warn,
            new(CorrectionSafety.Review, $"count in {measure.Code}"));
    }

    // What the form leaves open, the package size of the crosswalk may tell: 1 for a dry vial, else millilitres.
    private static bool IsBorneOut(NdcFacts facts, NdcUnit unit) => facts.Codes is [{ PackageSize: { } size }, ..]
        && (unit is NdcUnit.Each ? size == 1 : unit is NdcUnit.Millilitre && size != 1);
}
