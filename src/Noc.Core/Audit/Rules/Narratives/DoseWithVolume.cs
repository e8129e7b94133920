using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit.Rules.Narratives;

/// <summary>NAR020 dose-with-volume: the dose stands beside a volume, and this payer takes that for a
/// concentration.</summary>
/// <remarks>
/// <para>Why it matters: "150MG 3ML" reads like "150MG/3ML"; a contractor that refuses concentrations may reject the
/// line.</para>
/// <para>What to do: leave the volume out; the dose in the drug's own unit says all.</para>
/// <para>Source: Palmetto, narrative of NOC lines: amounts given, no concentrations; read with care where dose and
/// volume are not joined by a stroke.</para>
/// <para>Silent when: the payer does not refuse concentrations, the drug is a compound, or the volume is that of a
/// vial.</para>
/// </remarks>
public static class DoseWithVolume
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NAR020", "dose-with-volume", "narrative_format", Severity.Warn,
        "A volume beside the dose is taken for a concentration.", Sources.RemarkText, Confidence.Medium)
    {
        Judges = LineTraits.Unclassified,
    };

    /// <summary>Looks at the description, then the note.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || drug.IsCompound || drug.IsWaste) return;
        if (!Has(drug.DescriptionFacts) && !Has(drug.NoteFacts)) return;
        if (context.Words(PolicyKeys.NarrativeRefused).Of("concentration") is not { } refused) return;
        var inText = Has(drug.DescriptionFacts);
        findings.Add(Info, context, inText ? context.DescriptionElement : "2400/NTE02",
            "The dose stands beside a volume, which this payer may take for a concentration.",
            inText ? drug.Line.Description : drug.Line.Notes[0].Text,
            new() { Narrative = Narrative.Suggest(context) }, Severity.Warn,
            new(CorrectionSafety.Review, "leave the volume out"), source: refused.Source);
    }

    private static bool Has(Noc.Drugs.NarrativeFacts? text) => text is not null
        && (!text.Volume.IsNone || (text.Dose.Unit is "ML" && text.OtherDoses.Count > 0));
}
