namespace Noc.Audit.Rules.Evidence;

/// <summary>EVD022 dose-not-for-weight: the dose does not fit order and weight, or the weight is missing.</summary>
/// <remarks>
/// <para>Why it matters: a dose by weight is checked against the weight of the day; without it the record does not
/// prove the dose.</para>
/// <para>What to do: record the weight, and correct order or dose where they do not fit.</para>
/// <para>Source: Medicare Benefit Policy Manual, chapter 15, section 50: drugs are given on the order of a physician,
/// and the record shows it.</para>
/// <para>Silent when: the order does not go by weight, the dose is not recorded, or it lies within ten percent of the
/// order.</para>
/// </remarks>
public static class DoseNotForWeight
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("EVD022", "dose-not-for-weight", "administration", Severity.Warn,
        "A dose by weight is checked against the weight.", Sources.Records);

    /// <summary>Judges orders by weight.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var evidence = drug.Evidence!;

        if (evidence.Order is not { DosePerKg: { IsNone: false, Value: > 0 } per } || evidence.Given.Count == 0) return;
        if (evidence.Item.Encounter.Patient.WeightKg is not { } weight)
        {
            findings.AddEvidence(Info, context, context.DescriptionElement,
                $"The order goes by weight ({per} per kg); no weight is recorded.",
                expected: new() { Text = "the weight of the day, in the record" });
            return;
        }
        if (per.Value > 1e9m || weight > 10_000) return;
        var expected = per with { Value = per.Value * weight };
        foreach (var given in evidence.Given)
        {
            if (given.Dose.In(expected.Unit) is not { } dose) continue;
            if (Math.Abs(dose - expected.Value) <= expected.Value / 10) continue;
            findings.AddEvidence(Info, context, context.DescriptionElement,
                $"{given.Dose} were given; {per} per kg for the recorded weight are {expected}.");
            return;
        }
    }
}
