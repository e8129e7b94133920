using Noc.Audit.Evidence;

namespace Noc.Audit.Rules.Evidence;

/// <summary>EVD016 authorization-not-in-force: the authorization had ended, or not begun, on the day.</summary>
/// <remarks>
/// <para>Why it matters: an authorization that has run out approves nothing; the line is denied.</para>
/// <para>What to do: look for the authorization of the day, or ask the payer to extend it.</para>
/// <para>Source: the payer's own authorization in the evidence.</para>
/// <para>Silent when: the evidence has no authorization of this drug or code, one of them covers the day, or none has
/// days. A warning where the payer is not known to ask for one.</para>
/// </remarks>
public static class AuthorizationNotInForce
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("EVD016", "authorization-not-in-force", "prior_auth", Severity.Deny,
        "An authorization that has run out approves nothing.", Sources.Authorization);

    /// <summary>Judges the authorizations that name the drug or its code.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var evidence = drug.Evidence!;

        if (drug.Day is not { } day || evidence.Authorizations.Count == 0) return;
        if (AuthorizationChoice.Of(context) is not { } one || AuthorizationChoice.Covers(one, day)) return;
        var message = one.To < day
            ? Texts.Of($"The authorization ended on {one.To:yyyy-MM-dd}; the service was on {day:yyyy-MM-dd}.")
            : Texts.Of($"The authorization begins on {one.From:yyyy-MM-dd}; the service was on {day:yyyy-MM-dd}.");
        findings.AddEvidence(Info, context, "2300/REF02", message,
            expected: new() { Text = "an authorization that covers the day" },
            atMost: AuthorizationChoice.AtMost(context));
    }
}
