using Noc.Audit.Evidence;
using Noc.Claims;
using Noc.Pricing;

namespace Noc.Audit.Rules.Administrations;

/// <summary>ADM006 administration-not-as-timed: the claim bills other administration codes than the times of the record
/// make.</summary>
/// <remarks>
/// <para>Why it matters: further hours, further drugs and pushes that are not billed are lost; hours and initial
/// services that the times do not show are paid back at the next review.</para>
/// <para>What to do: bill the codes that the finding names, or have nursing correct the record first.</para>
/// <para>Source: Medicare Claims Processing Manual, chapter 12, section 30.5; NCCI policy manual, chapter 11; coding
/// guide F1 to F3, by the coder of `noc infuse`.</para>
/// <para>Silent when: an infusion has no start or no stop, a method is not recorded, the patient is not surely the
/// same, the claim is a replacement, a void, secondary or a part of a split one, it bills no administration and not
/// every drug of the visit, or it bills what one of several readings of the record makes: the family of a drug, or the
/// reason of the visit, where the record leaves them open. Eyes, vaccines and unlisted codes are not compared.</para>
/// </remarks>
public static class AdministrationNotAsTimed
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("ADM006", "administration-not-as-timed", "administration",
        Severity.Warn, "Administration is paid by what the times of the record show.", Sources.Administration);

    /// <summary>Never more than a warning: a payer does not see the times.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var (drug, claim) = (context.Drug!, context.Claim);
        if (drug.Evidence is not { IsSure: true, Given: [{ Day: var day }, ..] } evidence) return;
        if (!claim.IsFirstToPrimary) return;
        foreach (var other in context.DrugLines)
        {
            if (other.IsSplit || (other.Evidence is { } its && !ReferenceEquals(its.Item, evidence.Item))) return;
            // Told once a day, at its first line.
            if (ReferenceEquals(other, drug)) break;
            if (other.Evidence is { Given: [{ Day: var before }, ..] } && before == day) return;
        }
        var units = TimedAdministration.Of(
            claim, context.DrugLines, evidence.Item, day, context.Policy, context.Tables);
        if (units is null || units.All(one => one.Timed == one.Billed)) return;
        var right = string.Join(", ", units.Where(one => one.Timed > 0)
            .Select(one => Texts.Of($"{one.Code} x{one.Timed}")));
        var message = $"By the times of the record the visit is {(right.Length > 0 ? right : "no administration")}"
            + Told(context, units, day, "; missing", one => one.Timed - one.Billed, "more")
            + Told(context, units, day, "; not shown by the times", one => one.Billed - one.Timed, "to be paid back");
        var why = units.First(one => one.Timed != one.Billed).Why;
        findings.AddEvidence(Info, context, context.CodeElement, why.Length > 0 ? $"{message}. {why}" : $"{message}.",
            expected: right.Length > 0 ? new() { Text = right } : null);
    }

    // Codes of one side of the difference, and what the payer's tables allow for them.
    private static string Told(in RuleContext context, IReadOnlyList<AdministrationUnits> units, DateOnly day,
        string head, Func<AdministrationUnits, int> of, string words)
    {
        var (list, usd) = (new List<string>(), 0m);
        var place = context.Claim.Type is ClaimType.Institutional ? "" : context.Claim.FacilityCode.Text;
        var pricer = new LinePricer(context.Tables, PriceInputs.None);
        foreach (var one in units)
        {
            if (of(one) is not (> 0 and var count)) continue;
            list.Add(Texts.Of($"{one.Code} x{count}"));
            var line = ExpectedPay.LineOf(context.Claim, one.Code, count, day, context.Policy, place);
            if (pricer.Of(line) is Price.Priced { Money: var money })
                usd += money.AllowedUsd;
        }
        return list.Count == 0 ? "" : $"{head} {string.Join(", ", list)}"
            + (usd > 0 ? Texts.Of($" (about ${usd:#,##0.00} {words})") : "");
    }
}
