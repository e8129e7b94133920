using Noc.Payers;

namespace Noc.Audit.Rules.Narratives;

/// <summary>NAR003 dose-missing: the text does not say how much was given.</summary>
/// <remarks>
/// <para>Why it matters: contractors price by the dose; without it the line is rejected (RARC M123).</para>
/// <para>What to do: write the total dose behind the name, such as 150MG; a volume (3ML) is none, unless a code counts
/// the drug by its volume, or it is a mixture of vitamins or trace elements.</para>
/// <para>Source: Noridian, unlisted procedure and NOC codes; denials.csv CARC 16 with M123.</para>
/// <para>Silent when: a note or claim note has the dose (of a compound its volume is one), the line bills waste or
/// another catch-all code, the lines of the compound are wrong (CMP002), or the strength stands in its place (NAR004).
/// </para>
/// </remarks>
public static class DoseMissing
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NAR003", "dose-missing", "narrative_elements", Severity.Reject,
        "Contractors price by the dose; without it the line is rejected (RARC M123).", Sources.RemarkText)
    {
        Judges = LineTraits.Unclassified,
    };

    /// <summary>As the payer's policy says; else it rejects for Medicare and warns for others.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!Narrative.NeedsDose(drug) || !drug.Strength.IsNone) return;
        // A fee has no dose.
        if (context.WantsWhen(PolicyKeys.CompoundFeeNdc, Situation.Compounded) is { Value.Word: { } fee }
            && drug.Line.NdcText.Text == fee) return;
        var wanted = Narrative.Wanted(context, "dose");
        var message = drug.Dose is { IsNone: false, Value: 0 } ? $"The text says that nothing was given ({drug.Dose})."
            : !drug.Dose.IsNone
            ? $"The text gives a volume ({drug.Dose}) but not the dose in the drug's own unit."
            : Narrative.NamesNothing(drug) ? "The text says neither which drug nor what dose was given."
            : "The text does not say what dose was given.";
        findings.Add(Info, context, context.DescriptionElement, message, drug.Line.Description,
            new() { Narrative = Narrative.Suggest(context) },
            wanted?.Severity ?? (context.Policy.IsMedicare ? Severity.Reject : Severity.Warn),
            source: wanted?.Source, confidence: wanted?.Confidence);
    }
}
