using Noc.Audit.Evidence;
using Noc.Encounters;

namespace Noc.Audit.Rules.Evidence;

/// <summary>EVD017 authorization-of-other-drug: every authorization on file is for another drug or code.</summary>
/// <remarks>
/// <para>Why it matters: an authorization approves the drug and code that it names; another one is denied.</para>
/// <para>What to do: ask the payer to change it to this drug and code, or bill what it names.</para>
/// <para>Source: the payer's own authorization in the evidence.</para>
/// <para>Silent when: the evidence has no authorization, one names the drug, or one names neither drug nor code. A
/// warning where the payer is not known to ask for one, the claim does not name its number, or the tables know only one
/// of two names.</para>
/// </remarks>
public static class AuthorizationOfOtherDrug
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("EVD017", "authorization-of-other-drug", "prior_auth", Severity.Deny,
        "An authorization approves the drug and code that it names.", Sources.Authorization);

    /// <summary>Judges encounters whose authorizations all name something else.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var evidence = drug.Evidence!;

        var all = evidence.Item.Encounter.Authorizations;
        if (all.Count == 0 || evidence.Authorizations.Count > 0 || drug.IsWaste) return;
        Authorization? named = null;
        foreach (var one in all)
            if (AuthorizationChoice.IsOnClaim(context, one.Number)) named ??= one;
        var what = named ?? all[0];
        var names = what.Drug.Length > 0 ? what.Drug : what.Code.Value;
        findings.AddEvidence(Info, context, "2300/REF02", named is null
            ? $"The authorization on file is for {names}, not for this line."
            : $"The authorization that the claim names is for {names}, not for this line.",
            expected: new() { Text = "an authorization of this drug" },
            atMost: named is null || !IsSurelyOther(context, what) ? Severity.Warn
                : AuthorizationChoice.AtMost(context));
    }

    // Of two names of which the tables know one, the other may be a new brand of it.
    private static bool IsSurelyOther(in RuleContext context, Authorization what) =>
        (!what.Code.IsNone && what.Code != context.Drug!.Line.Code)
        || RecordedDrugs.IsSame(context.Drug!, what.Drug, context.Tables) is false;
}
