using Noc.Audit;
using Noc.Payers;
using Noc.Tables;

namespace Noc.App.ListNewCodes;

/// <summary>Until when the claim of a line can be sent: by the window that the payer's policy names, as FIL001 judges
/// it; else what is common.</summary>
/// <param name="SendBy">The day by which it is safe.</param>
/// <param name="Latest">The longest that is allowed; null where only the contract knows.</param>
/// <param name="SureEnd">The day after which the claim is late for certain; null where no sure window is known.</param>
/// <param name="Text">In words.</param>
internal sealed record SendLimit(DateOnly SendBy, DateOnly? Latest, DateOnly? SureEnd, string Text)
{
    /// <summary>Whether a claim sent on a day is late for certain.</summary>
    public bool IsOver(DateOnly day) => SureEnd < day;

    /// <summary>The limit of the claim of a line.</summary>
    public static SendLimit Of(ClaimAudit audit, DrugLine line, DateOnly day)
    {
        var (claim, wants) = (audit.Claim, audit.Policy.Wants);
        var (from, subject) = (line.Line.LastServiceDate ?? day, audit.SubjectOf(0));
        var common = FilingLimit.Of(audit.Policy, from);
        var key = claim.IsReplacement ? PolicyKeys.FilingCorrected : PolicyKeys.FilingWindow;
        if (claim.IsReplacement && wants?.Of(PolicyKeys.FilingCorrectedFrom, subject) is not { Value.Word: "service" })
            return new(common.SendBy, null, null, "it replaces a claim; the payer's notice tells until when");
        if (!claim.IsReplacement && claim.IsSecondary
            && wants?.Of(PolicyKeys.FilingAfterPayer, subject) is { Value.Window: { } after })
            return new(common.SendBy, null, null, $"the payer takes it for {after} from the other payer's decision");
        var network = InNetwork(wants, key, subject);
        if (wants?.Of(key, subject) is not { Value.Window: { } window } wanted)
            return network is { } only && only.LastDay(from) is var last
                ? new(last, null, null,
                    $"the payer's network has {only}, until {last:yyyy-MM-dd}; the contract decides")
                : new(common.SendBy, common.Latest, null, common.Text);
        var (end, sure) = (window.LastDay(from), SureEndOf(wants, wanted, key, subject, from));
        var text = $"the payer takes claims until {end:yyyy-MM-dd} ({window})"
            + (sure == end ? "" : sure is { } latest
                ? $", by a source that is not sure; {latest:yyyy-MM-dd} at the latest"
                : ", by a source that is not sure: the contract decides");
        return network is { } less && less.LastDay(from) is var inside && inside < end
            ? new(inside, sure, sure, $"{text}; of its network until {inside:yyyy-MM-dd}")
            : new(end, sure, sure, text);
    }

    // A doubtful window proves nothing late before a surer one of the payer's program has closed as well.
    private static DateOnly? SureEndOf(
        EffectivePolicy wants, PolicyEntry wanted, PolicyKey key, PolicySubject subject, DateOnly from)
    {
        var end = wanted.Value.Window!.Value.LastDay(from);
        if (IsSure(wanted)) return end;
        foreach (var entry in wants.All(key))
            if (IsSure(entry) && entry.Includes(subject) && entry.Value.Window is { } window)
                return window.LastDay(from) > end ? window.LastDay(from) : end;
        return null;
    }

    private static bool IsSure(PolicyEntry entry) =>
        entry.Confidence is not Confidence.Low && entry.Severity >= Severity.Deny;

    // Whether the provider is in the network does not stand on the claim.
    private static PolicyWindow? InNetwork(EffectivePolicy? wants, PolicyKey key, PolicySubject subject) =>
        wants?.Of(key, subject with { Situation = subject.Situation | Situation.Participating })?.Value.Window;
}
