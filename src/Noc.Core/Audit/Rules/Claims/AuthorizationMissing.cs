using Noc.Claims;
using Noc.Payers;

namespace Noc.Audit.Rules.Claims;

/// <summary>AUT001 authorization-missing: the payer approves this drug beforehand, and the claim names no
/// approval.</summary>
/// <remarks>
/// <para>Why it matters: without an approval before the service the line is denied, and most payers give none
/// afterwards.</para>
/// <para>What to do: hold the claim until the authorization number is there; send it as REF*G1.</para>
/// <para>Source: the payer's own list of codes, drugs and amounts.</para>
/// <para>Silent when: the claim or the line has REF*G1; the payer asks for none; the line is for waste. Information
/// only where the payer's rule depends on what the claim does not show; certain where it depends on what the drug cost
/// and the invoice tells that.</para>
/// </remarks>
public static class AuthorizationMissing
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("AUT001", "authorization-missing", "prior_auth", Severity.Deny,
        "Without an approval the line is denied.", Sources.Authorization);

    /// <summary>Judges every drug line.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (context.Wants(PolicyKeys.AuthorizationNeeded) is not { Value.Word: "always" or "check" } wanted) return;
        if (drug.IsWaste || HasNumber(context.Claim, drug.Line)) return;
        var isCertain = wanted.Value.Word is "always" || CostsAtLeast(drug, wanted.Scope.ChargeFrom);
        findings.Add(Info, context, wanted, "2300/REF02", isCertain
            ? $"{drug.Line.Code} needs an authorization here, and the claim names none."
            : $"{drug.Line.Code} may need an authorization here; the claim names none.",
            expected: new() { Text = "REF*G1*<AUTHORIZATION NUMBER>" },
            atMost: isCertain ? null : Severity.Info);
    }

    // The payer asks by what the drug cost; the charge only hints at it, the invoice tells.
    private static bool CostsAtLeast(DrugLine drug, decimal? least) => least is not null
        && drug.Evidence is { IsSure: true, Invoices: [{ UnitCostUsd: { } cost }, ..] } && cost >= least;

    /// <summary>Whether REF*G1 stands on the claim or the line.</summary>
    internal static bool HasNumber(Claim claim, ServiceLine line)
    {
        if (!claim.Reference("G1"u8).IsEmpty) return true;
        for (var i = 0; i < line.References.Count; i++)
            if (line.References[i].Qualifier.Is("G1"u8) && !line.References[i].Value.IsEmpty) return true;
        return false;
    }
}
