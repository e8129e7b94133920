namespace Noc.Audit.Rules.Narratives;

/// <summary>NAR001 description-missing: an unclassified line says nothing about the drug.</summary>
/// <remarks>
/// <para>Why it matters: the code does not say which drug was given; without text the line is rejected (RARC
/// N350).</para>
/// <para>What to do: write name, dose and route into SV101-7 (837I: SV202-7), at most 80 characters.</para>
/// <para>Source: X12 837 guides, description of a non-specific code, in force since 2012-01-01.</para>
/// <para>Silent when: the code names one drug on the date of service. Only a warning where a note names the drug for a
/// payer other than Medicare.</para>
/// </remarks>
public static class DescriptionMissing
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NAR001", "description-missing", "narrative_location", Severity.Reject,
        "The code does not say which drug was given (RARC N350).", Sources.Guide837P);

    /// <summary>A note alone is a lesser defect: payers that read only SV101-7 still reject.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || drug.Description.Length > 0) return;
        var note = drug.Note.Length > 0 && drug.NoteFacts?.IsGeneric != true;
        findings.Add(Info, context, context.DescriptionElement, note
            ? $"{drug.Line.Code} has a note but no description: payers that read only this element reject the line."
            : $"{drug.Line.Code} has no description: nobody can tell which drug was given.",
            expected: new() { Narrative = Narrative.Suggest(drug) },
            severity: note && !context.Policy.IsMedicare ? Severity.Warn : Severity.Reject,
            correction: note ? new(CorrectionSafety.Review, "copy the facts of the note into the description") : null);
    }
}
