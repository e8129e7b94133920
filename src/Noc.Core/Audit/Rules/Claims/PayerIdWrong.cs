using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit.Rules.Claims;

/// <summary>RTE001 payer-id-wrong: the claim goes to another id of the payer than the one for its dates.</summary>
/// <remarks>
/// <para>Why it matters: a claim to a closed id is rejected at the front end, or lies unread while the filing window
/// runs.</para>
/// <para>What to do: send it to the id in the finding, in the payer's NM109 and in the envelope that your clearinghouse
/// asks for.</para>
/// <para>Source: the payer's own page on electronic claims.</para>
/// <para>Silent when: the payer's id is not known, or a rule of the payer's own speaks of it (PAY001); it depends on
/// the day of sending, and nobody named one (--as-of). A warning where the id on the claim is none that we know of this
/// payer: clearinghouses have ids of their own.</para>
/// </remarks>
public static class PayerIdWrong
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("RTE001", "payer-id-wrong", "payer_routing", Severity.Reject,
        "A claim to a closed id is rejected or lies unread.", Sources.Guide837P);

    /// <summary>Compares NM109 of the payer.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var id = context.Claim.Payer.Id;
        if (id.IsEmpty || context.Policy.Wants is not { } wants || !wants.Knows(PolicyKeys.RoutingPayerId)) return;
        foreach (var rule in wants.Rules)
            if (rule.Topic == Info.Topic) return;   // PAY001 says it in the payer's own terms
        var subject = Subjects.Of(context.Claim, context.Policy) with
        {
            Received = context.SentKnown,
        };
        PolicyEntry? wanted = null;
        foreach (var entry in wants.All(PolicyKeys.RoutingPayerId))
        {
            if (!entry.Includes(subject)) continue;
            if (wanted is null) wanted = entry;
            else if (entry.Policy == wanted.Policy && entry.Value.Word != wanted.Value.Word) return;
        }
        if (wanted is null || id.Text.Equals(wanted.Value.Word, StringComparison.OrdinalIgnoreCase)) return;
        var isKnown = context.Policy.Id is { } payer && context.Tables.Payers.Of(payer) is { } known
            && (known.PayerIds.Contains(id.Text, StringComparer.OrdinalIgnoreCase) || IsOfKin(context, known, id.Text));
        findings.Add(Info, context, wanted, "2010BB/NM109", $"Claims of this date go to payer id {wanted.Value.Word}.",
            id, new() { Text = wanted.Value.Word },
            new(CorrectionSafety.Review, $"send to payer id {wanted.Value.Word}"), isKnown ? null : Severity.Warn);
    }

    // The id of another contractor of the same program: the claim went to the wrong one.
    private static bool IsOfKin(in RuleContext context, PayerEntry known, string id)
    {
        if (known.Type is not "medicare_dme") return false;
        foreach (var other in context.Tables.Payers.WithPayerId(id))
            if (other.Type == known.Type) return true;
        return false;
    }
}
