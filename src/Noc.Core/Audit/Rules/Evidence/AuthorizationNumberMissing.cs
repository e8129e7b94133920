using Noc.Audit.Evidence;

namespace Noc.Audit.Rules.Evidence;

/// <summary>EVD019 authorization-number-missing: an authorization is on file, and the claim names none, or another
/// one.</summary>
/// <remarks>
/// <para>Why it matters: a payer that approved the drug still denies a claim without the number.</para>
/// <para>What to do: send the number as REF*G1.</para>
/// <para>Source: the payer's own authorization in the evidence.</para>
/// <para>Silent when: no authorization on file covers drug and day, or the claim or line names its number. A warning
/// where the payer is not known to ask for one, or the claim names another number.</para>
/// </remarks>
public static class AuthorizationNumberMissing
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("EVD019", "authorization-number-missing", "prior_auth", Severity.Deny,
        "The claim must name the authorization.", Sources.Authorization);

    /// <summary>Judges lines with an authorization on file that covers them.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var evidence = drug.Evidence!;

        if (drug.Day is not { } day || drug.IsWaste) return;
        var covering = evidence.Authorizations.Where(one => AuthorizationChoice.Covers(one, day)).ToList();
        if (covering.Count == 0) return;
        foreach (var one in covering)
            if (AuthorizationChoice.IsOnClaim(context, one.Number)) return;
        var hasOther = Claims.AuthorizationMissing.HasNumber(context.Claim, drug.Line);
        findings.AddEvidence(Info, context, "2300/REF02", hasOther
            ? "The claim names another authorization than the one on file."
            : "An authorization is on file; the claim does not name it.", context.Claim.Reference("G1"u8),
            new() { Text = $"REF*G1*{covering[0].Number}" },
            atMost: hasOther ? Severity.Warn : AuthorizationChoice.AtMost(context));
    }
}
