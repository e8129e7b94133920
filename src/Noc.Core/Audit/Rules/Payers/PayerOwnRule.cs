using Noc.Payers;
using Noc.Payers.Expressions;

namespace Noc.Audit.Rules.Payers;

/// <summary>PAY001 payer-own-rule: the payer has a rule of its own that this claim breaks.</summary>
/// <remarks>
/// <para>Why it matters: some payers want what no other does, such as another payer id from a date on.</para>
/// <para>What to do: what the finding says; it is written in the payer's policy file with its source.</para>
/// <para>Source: the policy file (data/payers), whose rules name theirs; severity and topic come from there too.</para>
/// <para>Silent when: the payer has no rules, a fact that a rule asks for is not known, or the rule was not in force on
/// the date of service (for rules on when claims are sent, on that day).</para>
/// </remarks>
public static class PayerOwnRule
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("PAY001", "payer-own-rule", "payer_routing", Severity.Reject,
        "The payer says so in a rule of its own.", Sources.Policies);

    /// <summary>Rules about where a claim goes and when: told once, of the whole claim.</summary>
    public static void CheckClaim(in RuleContext context, FindingSink findings)
    {
        if (context.Policy.Wants is not { Rules.Count: > 0 } wants) return;
        foreach (var condition in wants.Conditions)
        {
            if (!IsOfClaim(condition.Rule)) continue;
            foreach (var drug in context.DrugLines)
            {
                if (!IsInForce(condition, context, drug)
                    || !condition.When.Holds(new(context.Claim, drug.Line, LineFacts.Of(context, drug)))) continue;
                var element = condition.Rule.Topic is "payer_routing" ? "2010BB/NM109" : "2300/CLM05-3";
                Add(context, findings, condition.Rule, element,
                    condition.Rule.Topic is "payer_routing" ? context.Claim.Payer.Id : default);
                break;
            }
        }
    }

    /// <summary>Rules about a line.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        if (context.Policy.Wants is not { Rules.Count: > 0 } wants) return;
        var drug = context.Drug!;
        ClaimLineView? view = null;
        foreach (var condition in wants.Conditions)
        {
            if (IsOfClaim(condition.Rule) || !IsInForce(condition, context, drug)) continue;
            view ??= new(context.Claim, drug.Line, LineFacts.Of(context, drug));
            if (!condition.When.Holds(view)) continue;
            if (Reads(condition, "line.revenue"))
                Add(context, findings, condition.Rule, "2400/SV201", drug.Line.RevenueCode);
            else Add(context, findings, condition.Rule, context.CodeElement, drug.Line.CodeText);
        }
    }

    // A rule about when claims are sent is in force by that day, too.
    private static bool IsInForce(PolicyCondition condition, in RuleContext context, DrugLine drug) =>
        condition.Rule.IsInForce(drug.Day, condition.AsksForReceipt || condition.Rule.Received != default
            ? context.Sent ?? context.AsOf : null);

    private static bool IsOfClaim(PolicyRule rule) =>
        rule.Topic is "payer_routing" or "timely_filing" or "claim_limit" or "appeal";

    private static bool Reads(PolicyCondition condition, string variable)
    {
        foreach (var read in condition.When.Variables)
            if (read.Name == variable) return true;
        return false;
    }

    private static void Add(
        in RuleContext context, FindingSink findings, PolicyRule rule, string element, Noc.Claims.Field found) =>
        findings.Add(Info, context, element, rule.Says, found,
            rule.Expected.Length > 0 ? new() { Text = rule.Expected } : null, rule.Severity,
            confidence: rule.Confidence, source: rule.Source, topic: rule.Topic, detail: rule.Id);
}
