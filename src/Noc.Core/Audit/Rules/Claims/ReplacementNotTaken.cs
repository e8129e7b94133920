using Noc.Claims;
using Noc.Tables;

namespace Noc.Audit.Rules.Claims;

/// <summary>RPL002 replacement-not-taken: Medicare Part B takes no replacement and no void on an electronic
/// claim.</summary>
/// <remarks>
/// <para>Why it matters: Part B rejects frequency 7 and 8 on professional claims.</para>
/// <para>What to do: after a payment ask for a reopening or redetermination; a line that was returned as unprocessable
/// goes out anew as an original claim.</para>
/// <para>Source: Medicare Claims Processing Manual, chapter 34, reopenings; from memory.</para>
/// <para>Silent when: the claim is institutional, or the payer is not original Medicare. A warning: guides differ on
/// whether the front end takes such claims.</para>
/// </remarks>
public static class ReplacementNotTaken
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("RPL002", "replacement-not-taken", "timely_filing", Severity.Warn,
        "Part B corrects claims by reopening or a new claim.", Sources.PartBCorrections, Confidence.Medium);

    /// <summary>Judges claims of frequency 7 and 8; never more than a warning, sources differ.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        if (!IsNotTaken(context)) return;
        var claim = context.Claim;
        findings.Add(Info, context, "2300/CLM05-3",
            $"Medicare Part B takes no frequency {claim.Frequency.Text}: ask for a reopening, or send an original "
            + "claim where the line was returned.", claim.Frequency, new() { Text = "frequency 1, or a reopening" });
    }

    /// <summary>Whether this is a correction that Part B does not take.</summary>
    internal static bool IsNotTaken(in RuleContext context) =>
        (context.Claim.IsReplacement || context.Claim.IsVoid) && context.Claim.Type is ClaimType.Professional
        && context.Policy.IsMedicare;
}
