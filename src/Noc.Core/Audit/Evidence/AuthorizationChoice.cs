using Noc.Encounters;
using Noc.Payers;

namespace Noc.Audit.Evidence;

/// <summary>Which authorization of the evidence speaks for a line.</summary>
internal static class AuthorizationChoice
{
    /// <summary>The one that the claim names; else one that covers the day, else the one that ends last. Null where
    /// none names the drug or its code.</summary>
    public static Authorization? Of(in RuleContext context)
    {
        Authorization? best = null;
        foreach (var one in context.Drug!.Evidence!.Authorizations)
        {
            if (IsOnClaim(context, one.Number)) return one;
            if (best is null || (context.Drug.Day is { } day && Covers(one, day) && !Covers(best, day))
                || (one.To > best.To && !(context.Drug.Day is { } that && Covers(best, that)))) best = one;
        }
        return best;
    }

    /// <summary>Whether an authorization is in force on a day.</summary>
    public static bool Covers(Authorization one, DateOnly day) => !(one.From > day) && !(one.To < day);

    /// <summary>Whether the claim or the line names a number as REF*G1.</summary>
    public static bool IsOnClaim(in RuleContext context, string number)
    {
        foreach (var reference in context.Claim.References.Concat(context.Drug!.Line.References))
            if (reference.Qualifier.Is("G1"u8)
                && reference.Value.Text.Equals(number, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>The highest severity: a warning where nobody knows that the payer asks for an authorization.</summary>
    public static Severity? AtMost(in RuleContext context) =>
        context.Wants(PolicyKeys.AuthorizationNeeded) is { Value.Word: "always" }
            || Rules.Claims.AuthorizationMissing.HasNumber(context.Claim, context.Drug!.Line) ? null : Severity.Warn;
}
