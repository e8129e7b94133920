namespace Noc.Audit.Rules.Evidence;

/// <summary>EVD001 drug-not-in-record: a drug is billed that the record of the day does not have.</summary>
/// <remarks>
/// <para>Why it matters: a drug that nobody recorded as given is not paid, and billing it is a compliance
/// matter.</para>
/// <para>What to do: look whether the record is complete; if the drug was not given, take the line off the
/// claim.</para>
/// <para>Source: what was given must be documented, and the claim must say what the record says; Medicare Benefit
/// Policy Manual, chapter 15, section 50.</para>
/// <para>Silent when: the claim was not matched by its account number, nothing is recorded for the day, or a recorded
/// drug may be the one billed: a brand and an ingredient that no table brings together.</para>
/// </remarks>
public static class DrugNotInRecord
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("EVD001", "drug-not-in-record", "administration", Severity.Delay,
        "A drug that nobody recorded as given is not paid.", Sources.Records);

    /// <summary>Judges lines whose drug surely is none of those recorded.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var evidence = drug.Evidence!;

        if (!evidence.IsNotGiven) return;
        var names = string.Join(", ", evidence.Item.Encounter.Administrations.Select(given => given.Drug).Distinct());
        findings.AddEvidence(Info, context, context.CodeElement,
            $"Billed, but the record of the visit has other drugs only: {names}.", drug.Line.CodeText,
            new() { Text = "the administration record, or no line" });
    }
}
