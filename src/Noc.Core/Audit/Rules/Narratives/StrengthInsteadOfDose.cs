namespace Noc.Audit.Rules.Narratives;

/// <summary>NAR004 strength-instead-of-dose: the text gives the strength of the product, not the dose.</summary>
/// <remarks>
/// <para>Why it matters: 50MG/ML or a 300MG vial does not tell how much was given; Medicare rejects the line.</para>
/// <para>What to do: write the total dose; keep the strength only where the payer asks for it.</para>
/// <para>Source: Noridian and Palmetto, narrative of NOC lines.</para>
/// <para>Silent when: a dose stands beside the strength anywhere on the line (of a compound its volume is
/// one), for equipment codes, or where the lines of the compound are wrong (CMP002).</para>
/// </remarks>
public static class StrengthInsteadOfDose
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NAR004", "strength-instead-of-dose", "narrative_elements",
        Severity.Reject,
        "A strength does not tell how much was given.", Sources.RemarkText) { Judges = LineTraits.Unclassified };

    /// <summary>As the payer's policy says; else it rejects for Medicare and warns for others.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!Narrative.NeedsDose(drug) || drug.Strength.IsNone) return;
        var wanted = Narrative.Wanted(context, "dose");
        findings.Add(Info, context, context.DescriptionElement,
            $"The text gives the strength of the product ({drug.StrengthText}) but not the dose given.",
                drug.Line.Description,
            new() { Narrative = Narrative.Suggest(context) },
            wanted?.Severity ?? (context.Policy.IsMedicare ? Severity.Reject : Severity.Warn),
            source: wanted?.Source, confidence: wanted?.Confidence);
    }
}
