using Noc.Coding;

namespace Noc.Audit.Rules.Coding;

/// <summary>COD006 esrd-code-elsewhere: J3591 is billed outside a dialysis facility.</summary>
/// <remarks>
/// <para>Why it matters: J3591 is for drugs that a dialysis facility gives for the kidney disease.</para>
/// <para>What to do: bill the unclassified code of the drug's class.</para>
/// <para>Source: CMS HCPCS Level II, J3591, in force since 2019-01-01.</para>
/// <para>Silent when: the bill type is 72x or the place of service is 65.</para>
/// </remarks>
public static class EsrdCodeElsewhere
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("COD006", "esrd-code-elsewhere", "code_choice", Severity.Reject,
        "J3591 is for dialysis facilities only.", Sources.Hcpcs);

    /// <summary>Certain for Medicare.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (drug.Line.Code != Codes.J3591 || drug.Setting is Setting.Esrd) return;
        findings.Add(Info, context, context.CodeElement,
            "J3591 is for dialysis facilities (bill type 72x); this claim is none.", drug.Line.CodeText,
            severity: context.Policy.IsMedicare ? Severity.Reject : Severity.Warn);
    }
}
