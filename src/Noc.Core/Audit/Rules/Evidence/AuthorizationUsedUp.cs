using Noc.Audit.Evidence;

namespace Noc.Audit.Rules.Evidence;

/// <summary>EVD018 authorization-used-up: the authorization has fewer units or dollars left than the line
/// bills.</summary>
/// <remarks>
/// <para>Why it matters: what goes beyond the approved amount is denied.</para>
/// <para>What to do: ask the payer for more units before the claim is sent, or bill what is left.</para>
/// <para>Source: the payer's own authorization in the evidence.</para>
/// <para>Silent when: the authorization counts neither units nor dollars, or how much was used before is not known. A
/// warning where the payer is not known to ask for one.</para>
/// </remarks>
public static class AuthorizationUsedUp
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("EVD018", "authorization-used-up", "prior_auth", Severity.Deny,
        "What goes beyond the approved amount is denied.", Sources.Authorization);

    /// <summary>Judges the authorization of the line.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var evidence = drug.Evidence!;

        if (AuthorizationChoice.Of(context) is not { } one) return;
        var billed = drug.Line.BilledUnits;
        if (one.Units is { } units && one.UnitsUsed is { } used && billed > 0 && billed > units - used)
            findings.AddEvidence(Info, context, context.UnitsElement,
                Texts.Of($"The authorization has {Math.Max(0, units - used):0.###} of {units:0.###} units left; ")
                + Texts.Of($"the line bills {billed:0.###}."), drug.Line.UnitsText,
                new() { Text = "more units from the payer" }, atMost: AuthorizationChoice.AtMost(context));
        else if (one.Units is { } all && one.UnitsUsed is null && billed > all)
            findings.AddEvidence(Info, context, context.UnitsElement,
                Texts.Of($"The authorization allows {all:0.###} units; the line bills {billed:0.###}."),
                drug.Line.UnitsText, new() { Text = "more units from the payer" },
                atMost: AuthorizationChoice.AtMost(context));
        else if (one.LimitUsd is { } limit && drug.Line.ChargeUsd > limit)
            findings.AddEvidence(Info, context, context.ChargeElement,
                Texts.Of($"The authorization allows ${limit:0.00}; the line charges ${drug.Line.ChargeUsd:0.00}."),
                drug.Line.ChargeText, new() { Text = "a higher limit from the payer" }, atMost: Severity.Warn);
    }
}
