namespace Noc.Audit.Rules.Evidence;

/// <summary>EVD024 approved-after-service: the product was approved after the day of service.</summary>
/// <remarks>
/// <para>Why it matters: a product that was not approved on the day is not covered outside of a trial.</para>
/// <para>What to do: check approval date, NDC and day; in a trial bill it as the payer wants trials.</para>
/// <para>Source: 21 USC 355; Medicare Benefit Policy Manual, chapter 15, section 50.4.1.</para>
/// <para>Silent when: the evidence does not tell the day of approval, or the visit belongs to a trial.</para>
/// </remarks>
public static class ApprovedAfterService
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("EVD024", "approved-after-service", "coverage", Severity.Deny,
        "What was not approved on the day is not covered.", Sources.Records);

    /// <summary>Judges products with a known day of approval.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var evidence = drug.Evidence!;

        if (evidence.Product?.ApprovedOn is not { } approved || !(approved > drug.Day)) return;
        if (evidence.Item.Encounter.Trial is not null) return;
        findings.AddEvidence(Info, context, context.CodeElement,
            Texts.Of($"The product was approved on {approved:yyyy-MM-dd}, after the day of service."),
            drug.Line.CodeText);
    }
}
