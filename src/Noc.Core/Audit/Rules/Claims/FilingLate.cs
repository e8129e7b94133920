using Noc.Claims;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit.Rules.Claims;

/// <summary>FIL001 filing-late: the claim reaches the payer after its window for claims has closed.</summary>
/// <remarks>
/// <para>Why it matters: a late claim is denied, mostly without appeal, and the patient may not be billed.</para>
/// <para>What to do: look for proof that it was sent in time, or for an exception of the payer; else write it
/// off.</para>
/// <para>Source: the payer's own window; 42 CFR 424.44 for Medicare.</para>
/// <para>Silent when: no day of sending is named (--as-of; the day on which the file was made, BHT04, proves none: it
/// may lie for months); the claim reopens an earlier one, which has a clock of its own; the date from which the window
/// counts is not on the claim: that of another payer's decision (DTP*573), or of a notice; the payer's window is not
/// known; the service has no date. A warning where only the payer's own network has that little time, and nobody said
/// whether the provider is in it, or where the payer's window is not sure; a surer one of its program that closed as
/// well counts then.</para>
/// </remarks>
public static class FilingLate
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("FIL001", "filing-late", "timely_filing", Severity.Deny,
        "A late claim is denied, mostly without appeal.", Sources.Filing);

    /// <summary>Compares the day of sending with the end of the window.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var claim = context.Claim;
        if (claim.IsReopening || LastDay(claim) is not { } service || context.SentKnown is not { } sent
            || sent <= service) return;
        var isCorrected = claim.IsReplacement;
        var from = isCorrected ? context.Wants(PolicyKeys.FilingCorrectedFrom) : null;
        if (isCorrected && from is not { Value.Word: "service" }) return;
        if (!isCorrected && claim.IsSecondary && context.Wants(PolicyKeys.FilingAfterPayer) is { } after)
        {
            CheckAfterPayer(context, findings, after, service, sent);
            return;
        }
        var key = isCorrected ? PolicyKeys.FilingCorrected : PolicyKeys.FilingWindow;
        if (context.Wants(key) is not { Value.Window: { } window } wanted) return;
        var deadline = window.LastDay(service);
        if (sent <= deadline)
        {
            if (!isCorrected) CheckNetwork(context, findings, service, sent);
            return;
        }
        if (wanted.Confidence is Confidence.Low && SurerOf(context, key, service, sent) is { } surer)
            (wanted, window, deadline) = (surer, surer.Value.Window!.Value, surer.Value.Window.Value.LastDay(service));
        var isReopened = isCorrected && claim.Type is ClaimType.Institutional && context.Policy.IsMedicare;
        findings.Add(Info, context, wanted, "2300/CLM05-3",
            Texts.Of($"The window for {(isCorrected ? "corrected" : "first")} claims closed on {deadline:yyyy-MM-dd} ")
                + Texts.Of($"({window} from {service:yyyy-MM-dd})."), claim.Frequency,
            isReopened ? new() { Text = "a reopening: frequency Q" } : null,
            atMost: from is { Confidence: Confidence.Low } ? Severity.Warn : null);
    }

    // A doubtful window of a plan or state does not lift a surer one of its program that has closed as well.
    private static PolicyEntry? SurerOf(in RuleContext context, PolicyKey key, DateOnly service, DateOnly sent)
    {
        var subject = Subjects.Of(context.Claim, context.Policy);
        foreach (var entry in context.Policy.Wants!.All(key))
            if (entry.Confidence is not Confidence.Low && entry.Includes(subject)
                && entry.Value.Window is { } window && sent > window.LastDay(service)) return entry;
        return null;
    }

    // Some payers give their own network less time. Whether the provider is in it does not stand on the claim.
    private static void CheckNetwork(
        in RuleContext context, FindingSink findings, DateOnly service, DateOnly sent)
    {
        if (context.IsInNetwork is not null
            || context.WantsInNetwork(PolicyKeys.FilingWindow) is not { Value.Window: { } window } wanted) return;
        var deadline = window.LastDay(service);
        if (sent <= deadline) return;
        findings.Add(Info, context, wanted, "2300/CLM05-3",
            Texts.Of($"For providers of the payer's network the window closed on {deadline:yyyy-MM-dd} ")
                + Texts.Of($"({window} from {service:yyyy-MM-dd})."), context.Claim.Frequency,
            atMost: Severity.Warn);
    }

    // After another payer the window counts from its decision; the newest one where several decided. Some payers let
    // the window from the service hold too, or in its place where it is longer.
    private static void CheckAfterPayer(
        in RuleContext context, FindingSink findings, PolicyEntry wanted, DateOnly service, DateOnly sent)
    {
        var end = context.Wants(PolicyKeys.FilingAfterPayerEnd)?.Value.Word;
        var first = end is null ? null : context.Wants(PolicyKeys.FilingWindow)?.Value.Window;
        if (first?.LastDay(service) is { } last)
        {
            if (end is "later" && sent <= last) return;
            if (end is "earlier" && sent > last)
            {
                Add(context, findings, wanted, "", last, Texts.Of($"{first} from {service:yyyy-MM-dd}"));
                return;
            }
        }
        if (wanted.Value.Window is not { } window || Decided(context.Claim) is not { } decided) return;
        var deadline = window.LastDay(decided);
        if (sent > deadline)
            Add(context, findings, wanted, "'s decision", deadline,
                Texts.Of($"{window} from {decided:yyyy-MM-dd}"));
    }

    private static void Add(in RuleContext context, FindingSink findings, PolicyEntry wanted, string from,
        DateOnly deadline, string counted) => findings.Add(Info, context, wanted, "2330B/DTP03",
            Texts.Of($"The window after another payer{from} closed on {deadline:yyyy-MM-dd} ({counted})."));

    private static DateOnly? Decided(Claim claim)
    {
        DateOnly? last = null;
        foreach (var payer in claim.OtherPayers)
            if (payer.DecidedOn is { } day && !(day <= last)) last = day;
        foreach (var line in claim.Lines)
            foreach (var adjudication in line.Adjudications)
                if (adjudication.DecidedOn is { } day && !(day <= last)) last = day;
        return last;
    }

    /// <summary>The last day of service of the claim; null where it names none.</summary>
    internal static DateOnly? LastDay(Claim claim)
    {
        var last = claim.StatementTo;
        for (var i = 0; i < claim.Lines.Count; i++)
        {
            var line = claim.Lines[i];
            if ((line.LastServiceDate ?? line.ServiceDate) is { } day && (last is null || day > last)) last = day;
        }
        return last;
    }
}
