using Noc.Claims;
using Noc.Coding;

namespace Noc.Audit.Rules.Coding;

/// <summary>COD005 packaged-unclassified-code: a code without separate payment bills a product that C9399 would
/// pay.</summary>
/// <remarks>
/// <para>Why it matters: under OPPS J3490, J3590, J9999 and A9699 are packaged; C9399 is paid at 95% of AWP.</para>
/// <para>What to do: bill C9399 with NDC, quantity and date in the remarks.</para>
/// <para>Source: CMS OPPS Addendum B, status N against A.</para>
/// <para>Silent when: the bill is no 13x, the payer is not Medicare, the product was approved before 2004 or has a
/// code, is compounded, or is not known; in Maryland, whose hospitals are not paid by OPPS.</para>
/// </remarks>
public static class PackagedUnclassifiedCode
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("COD005", "packaged-unclassified-code", "packaged", Severity.Warn,
        "This code is packaged under OPPS and pays nothing; C9399 is paid.", Sources.AddendumB);

    /// <summary>A possible underpayment, never a denial.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var code = drug.Line.Code;
        if (drug.Setting is not Setting.Opps || !context.Policy.IsMedicare || drug.IsCompound) return;
        if (code != Codes.J3490 && code != Codes.J3590 && code != Codes.J9999 && code != Codes.Radiotherapeutic) return;
        if (IsMaryland(context.Claim)
            || DrugCodes.Unclassified(drug.Match, drug.Day, Setting.Opps, isMedicare: true).Code != Codes.C9399) return;
        findings.Add(Info, context, context.CodeElement,
            $"{code} is packaged on this bill. {drug.NameOf(drug.Match.Products[0])} was approved since 2004 and has "
            + "no code: C9399 is paid separately.", drug.Line.CodeText, new() { Code = Codes.C9399, Units = 1 },
            confidence: drug.Match.Products[0].Confidence);
    }

    private static bool IsMaryland(Claim claim) =>
        (claim.ServiceFacility is { State.IsEmpty: false } place ? place.State : claim.Billing.State).Is("MD"u8);
}
