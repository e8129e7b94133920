using Noc.Payers;

namespace Noc.Audit.Rules.Coding;

/// <summary>COD007 dme-code-elsewhere: J7699 or J7799 is billed to a contractor that is none for equipment.</summary>
/// <remarks>
/// <para>Why it matters: these codes are for drugs given through durable medical equipment.</para>
/// <para>What to do: bill the DME contractor, or the unclassified code of the drug's class.</para>
/// <para>Source: CMS HCPCS Level II; OPPS status M of J7699.</para>
/// <para>Silent when: the payer is a DME contractor or not Medicare, or modifier KD names an implanted pump. A warning
/// where the place is the home (12): the equipment is there, and its contractor pays.</para>
/// </remarks>
public static class DmeCodeElsewhere
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("COD007", "dme-code-elsewhere", "code_choice", Severity.Reject,
        "J7699 and J7799 are for drugs given through equipment.", Sources.Hcpcs);

    /// <summary>Fires for Medicare Part A and B only.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (drug.Line.Code != Codes.J7699 && drug.Line.Code != Codes.J7799) return;
        if (context.Policy.Program is not PayerProgram.Medicare || drug.Line.Has(Codes.KD)) return;
        findings.Add(Info, context, context.CodeElement,
            $"{drug.Line.Code} is for drugs through equipment; this contractor handles none.", drug.Line.CodeText,
            severity: context.Claim.PlaceOfService(drug.Line).Is("12"u8) ? Severity.Warn : null);
    }
}
