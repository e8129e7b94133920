namespace Noc.Audit.Rules.Evidence;

/// <summary>EVD023 off-label-unsupported: the record calls the use off-label, and names nothing that supports
/// it.</summary>
/// <remarks>
/// <para>Why it matters: a use beyond the label is paid only where a compendium or papers support it, often after
/// other therapies.</para>
/// <para>What to do: add the citation of the compendium, and the therapies tried before, to the record; send them
/// when asked.</para>
/// <para>Source: Medicare Benefit Policy Manual, chapter 15, section 50.4.</para>
/// <para>Silent when: the record does not call the use off-label, or the evidence has a citation.</para>
/// </remarks>
public static class OffLabelUnsupported
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("EVD023", "off-label-unsupported", "coverage", Severity.Delay,
        "A use beyond the label needs a compendium or papers.", Sources.Records);

    /// <summary>Judges administrations that the record calls off-label.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var evidence = drug.Evidence!;

        var encounter = evidence.Item.Encounter;
        if (encounter.Citations.Count > 0 || !evidence.Given.Any(given => given.IsOffLabel)) return;
        findings.AddEvidence(Info, context, context.CodeElement, encounter.PriorTherapies.Count == 0
            ? "The use is beyond the label; the evidence has no citation and no prior therapy."
            : "The use is beyond the label; the evidence has no citation of a compendium.",
            expected: new() { Text = "citation of a compendium or paper" });
    }
}
