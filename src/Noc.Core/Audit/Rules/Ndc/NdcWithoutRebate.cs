using Noc.Audit.Rules.Claims;
using Noc.Claims;
using Noc.Coding;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit.Rules.Ndc;

/// <summary>NDC025 ndc-without-rebate: the maker of the NDC pays Medicaid no rebate on the date.</summary>
/// <remarks>
/// <para>Why it matters: Medicaid does not pay outpatient drugs whose maker has no rebate agreement; it denies them
/// with CARC 211.</para>
/// <para>What to do: look at the NDC on the container again; bill another maker's product next time. Where the payer
/// takes an authorization instead, ask for one.</para>
/// <para>Source: 42 CFR 447.520; the payer's own rule; CMS, drug products in the Medicaid drug rebate program.</para>
/// <para>Silent when: the list of rebates is not loaded for the date; the payer asks for no rebates; the claim names an
/// authorization that the payer takes instead; for vaccines, which are no covered outpatient drugs, compounds and
/// inpatients. A warning where the maker pays rebates for other products.</para>
/// </remarks>
public static class NdcWithoutRebate
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NDC025", "ndc-without-rebate", "ndc_required", Severity.Deny,
        "Medicaid does not pay drugs without a rebate.", new("42 CFR", "447.520", null, new DateOnly(2007, 1, 1)))
    {
        Judges = LineTraits.Ndc,
    };

    /// <summary>Looks the NDC up in the list of rebates.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (context.Tables.Image.Rows<RebateRecord>().Count == 0 || drug.Ndc.IsNone || drug.Day is null
            || drug.IsCompound) return;
        if (context.Wants(PolicyKeys.NdcRebate) is not { } wanted || IsOutside(context.Claim, drug)) return;
        if (wanted.Value.Word is "or-authorization" && AuthorizationMissing.HasNumber(context.Claim, drug.Line)) return;
        var rebate = drug.FactsOfNdc(context.Tables)!.Rebate;
        if (rebate is not (RebateStatus.Ended or RebateStatus.NotInProgramme or RebateStatus.OtherProducts)) return;
        findings.Add(Info, context, wanted, "2410/LIN03", rebate switch
            {
                RebateStatus.Ended =>
                    $"The rebate for {drug.Ndc.Hyphenated} ended before the date of service: CARC 211.",
                RebateStatus.OtherProducts =>
                    $"{drug.Ndc.Hyphenated} is not on the list of rebates, other products of its maker are: CARC 211.",
                _ => $"The maker of {drug.Ndc.Hyphenated} pays Medicaid no rebate: CARC 211.",
            }, drug.Line.NdcText,
            wanted.Value.Word is "or-authorization" ? new() { Text = "prior authorization number" } : null,
            atMost: rebate is RebateStatus.OtherProducts ? Severity.Warn : null);
    }

    // What section 1927 does not take for a covered outpatient drug.
    private static bool IsOutside(Claim claim, DrugLine drug) =>
        (ProductKinds.Of(drug) is not ProductKind.Fluid and var kind && ProductKinds.HasOtherCodes(kind))
        || CodeClass.Includes(CodeKind.Vaccine, drug.Line.Code, drug.IsUnclassified)
        || claim.BillType == BillType.Inpatient;
}
