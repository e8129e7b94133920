using Noc.Payers;

namespace Noc.Audit.Rules.Claims;

/// <summary>FIL002 reopening-too-early: a claim is reopened while an adjustment is still possible.</summary>
/// <remarks>
/// <para>Why it matters: within the window the contractor takes an adjustment only; the reopening is returned.</para>
/// <para>What to do: send a bill with frequency 7 instead of Q.</para>
/// <para>Source: the contractor's own rule on corrected bills.</para>
/// <para>Silent when: no day of sending is known (--as-of), the window is not known or not counted from the
/// service.</para>
/// </remarks>
public static class ReopeningTooEarly
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("FIL002", "reopening-too-early", "timely_filing", Severity.Reject,
        "Within the window only an adjustment is taken.", Sources.Filing);

    /// <summary>Judges bills with frequency Q.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var claim = context.Claim;
        if (!claim.IsReopening) return;
        if (FilingLate.LastDay(claim) is not { } service || context.SentKnown is not { } sent) return;
        if (context.Wants(PolicyKeys.FilingCorrectedFrom) is not { Value.Word: "service" }) return;
        if (context.Wants(PolicyKeys.FilingCorrected) is not { Value.Window: { } window } wanted) return;
        var deadline = window.LastDay(service);
        if (sent > deadline) return;
        findings.Add(Info, context, wanted, "2300/CLM05-3",
            Texts.Of($"Until {deadline:yyyy-MM-dd} this payer takes an adjustment, not a reopening."), claim.Frequency,
            new() { Text = "7" }, new(CorrectionSafety.Review, "set the frequency to 7"));
    }
}
