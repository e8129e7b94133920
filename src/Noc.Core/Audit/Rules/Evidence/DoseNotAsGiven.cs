using Noc.Audit.Evidence;
using Noc.Coding;
using Noc.Drugs;

namespace Noc.Audit.Rules.Evidence;

/// <summary>EVD003 dose-not-as-given: the line bills another dose than was given.</summary>
/// <remarks>
/// <para>Why it matters: units and text are paid as written; a dose above the record is paid back later, one below it
/// is lost.</para>
/// <para>What to do: write the dose of the record, and bill its units.</para>
/// <para>Source: what was given must be documented, and the claim must say what the record says; Medicare Benefit
/// Policy Manual, chapter 15, section 50.</para>
/// <para>Silent when: the claim or the record tells no dose, their units are of different kinds, several lines or
/// administrations together agree, or the line is one part of a claim split for its charge and bills less than all.
/// </para>
/// </remarks>
public static class DoseNotAsGiven
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("EVD003", "dose-not-as-given", "units", Severity.Deny,
        "The line is paid by its dose; the record is the proof.", Sources.Records);

    /// <summary>Compares the text of unclassified lines, and the units of codes.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var evidence = drug.Evidence!;

        if (drug.IsWaste || evidence.Given.Count == 0) return;
        var given = evidence.TotalGiven;
        if (given.IsNone || given.Value <= 0) return;
        if (drug.IsUnclassified) CheckText(context, findings, evidence, given);
        else CheckUnits(context, findings, evidence, given);
    }

    private static void CheckText(
        in RuleContext context, FindingSink findings, LineEvidence evidence, Amount given)
    {
        var drug = context.Drug!;
        var claimed = drug.TotalDose;
        if (claimed.SameAs(given) is not false || IsPart(context, evidence, claimed)) return;
        if (drug.IsSplit && claimed.In(given.Unit) < given.Value) return;
        // Some payers want the whole container in the text, waste and all.
        var withWaste = ClaimedAmounts.BillsWaste(context) && evidence.TotalDiscarded is { Value: > 0 } waste
            && waste.In(given.Unit) is { } more
            && claimed.SameAs(given with { Value = given.Value + more }) is true;
        findings.AddEvidence(Info, context, context.DescriptionElement, withWaste
            ? $"The text tells dose and waste as one: {FourWayMatch.Dose(context, evidence).Chain}."
            : $"The dose is not that of the record: {FourWayMatch.Dose(context, evidence).Chain}.",
            drug.Line.Description, new() { Narrative = given.ToString() },
            atMost: withWaste ? Severity.Info : null);
    }

    private static void CheckUnits(
        in RuleContext context, FindingSink findings, LineEvidence evidence, Amount given)
    {
        var drug = context.Drug!;
        var unit = ClaimedAmounts.UnitOf(drug, context.Tables);
        if (SpecificCodes.UnitsOf(unit, given) is not { } right || drug.Line.BilledUnits is not { } billed) return;
        if (billed == right || (drug.IsSplit && billed < right)) return;
        if (IsPart(context, evidence, ClaimedAmounts.OfUnits(drug, context.Tables))) return;
        foreach (var other in context.DrugLines)
            if (!ReferenceEquals(other, drug) && other.Line.Code == drug.Line.Code && !other.IsWaste) return;
        findings.AddEvidence(Info, context, context.UnitsElement,
            Texts.Of($"{billed:0.###} units are billed; the dose given is worth {right:0}: ")
            + $"{FourWayMatch.Dose(context, evidence).Chain}.", drug.Line.UnitsText, new() { Units = right });
    }

    // A line may stand for one of several administrations, or several lines for all.
    private static bool IsPart(in RuleContext context, LineEvidence evidence, Amount claimed)
    {
        if (evidence.Given.Count > 1)
            foreach (var one in evidence.Given)
                if (one.Dose.SameAs(claimed) is true) return true;
        var drug = context.Drug!;
        Amount sum = default;
        foreach (var other in context.DrugLines)
        {
            if (other.Line.Code != drug.Line.Code || other.IsWaste) continue;
            if (other.Evidence is not { Given.Count: > 0 } its || !its.Given.SequenceEqual(evidence.Given)) continue;
            var dose = ClaimedAmounts.Dose(other, context.Tables);
            if (dose.IsNone || dose.Value > 1e12m) return false;
            if (sum.IsNone) sum = dose;
            else if (dose.In(sum.Unit) is { } more) sum = sum with { Value = sum.Value + more };
        }
        return sum.SameAs(evidence.TotalGiven) is true;
    }
}
