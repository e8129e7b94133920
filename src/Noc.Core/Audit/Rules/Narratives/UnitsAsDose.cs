using Noc.Tables;

namespace Noc.Audit.Rules.Narratives;

/// <summary>NAR023 units-as-dose: the text gives the billed units in place of the dose.</summary>
/// <remarks>
/// <para>Why it matters: "3 UNITS" of a drug that is measured in milligrams tells no dose; what one unit stands for
/// nobody knows on an unclassified line.</para>
/// <para>What to do: write the amount in the drug's own unit, such as 150MG.</para>
/// <para>Source: Noridian and First Coast, dose given in the narrative of NOC lines.</para>
/// <para>Silent when: the number is not that of the billed units, is larger than ten (a drug measured in units), the
/// text maps units to an amount, or gives a dose in another unit too.</para>
/// </remarks>
public static class UnitsAsDose
{
    // Drugs measured in units are given by the dozen at least; nobody bills so many vials of another.
    private const decimal MostBilledUnits = 10;

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NAR023", "units-as-dose", "narrative_elements", Severity.Warn,
        "Billed units tell no dose.", Sources.RemarkText, Confidence.Medium) { Judges = LineTraits.Unclassified };

    /// <summary>Compares the dose with the units of the line.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || drug.IsCompound || drug.IsWaste) return;
        if (drug.DescriptionFacts is not { Dose.Unit: "UNITS" or "U" } text) return;
        if (text.Dose.Value > MostBilledUnits || text.Dose.Value != drug.Line.BilledUnits) return;
        if (!text.UnitMap.IsEmpty || text.OtherDoses.Count > 0 || text.Strength.Unit is "UNITS" or "IU") return;
        findings.Add(Info, context, context.DescriptionElement,
            Texts.Of($"{text.Dose.Value:0.##} units are what the line bills; the text gives no dose in the drug's ")
            + "own unit.", drug.Line.Description, new() { Text = "<DOSE GIVEN>" });
    }
}
