using Noc.Payers;

namespace Noc.Audit.Rules.Narratives;

/// <summary>NAR014 dose-unit-wrong: the dose stands in a unit that this payer does not take.</summary>
/// <remarks>
/// <para>Why it matters: a payer that prices by micrograms denies a dose in milligrams.</para>
/// <para>What to do: write the same dose in the payer's unit; the finding gives it.</para>
/// <para>Source: the payer's policy (narrative.dose-units).</para>
/// <para>Silent when: the payer names no units, the text has no dose, or the dose is of another kind (a volume).</para>
/// </remarks>
public static class DoseUnitWrong
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NAR014", "dose-unit-wrong", "narrative_format", Severity.Deny,
        "The payer reads doses in certain units only.", Sources.Policies) { Judges = LineTraits.Unclassified };

    /// <summary>The policy says how bad it is.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || drug.Dose.IsNone) return;
        if (context.Wants(PolicyKeys.NarrativeDoseUnits) is not { } wanted || wanted.Value.Has(drug.Dose.Unit)) return;
        foreach (var unit in wanted.Value.Words)
        {
            if (!drug.Dose.TryConvert(unit, out var same)) continue;
            findings.Add(Info, context, context.DescriptionElement,
                $"The dose is written as {drug.Dose}; this payer takes {string.Join(" or ", wanted.Value.Words)}.",
                drug.Line.Description, new() { Text = same.ToString() }, wanted.Severity,
                confidence: wanted.Confidence, source: wanted.Source, topic: wanted.Topic);
            return;
        }
    }
}
