using Noc.Coding;

namespace Noc.Audit.Rules.Coding;

/// <summary>COD008 wrong-unclassified-code: another unclassified code fits the class of the drug.</summary>
/// <remarks>
/// <para>Why it matters: biologics go out as J3590, anticancer drugs as J9999, compounds as J7999, others as
/// J3490.</para>
/// <para>What to do: bill the code of the drug's class.</para>
/// <para>Source: CMS HCPCS Level II; coding guide A4.</para>
/// <para>Silent when: the drug is not known or has its own code, the claim is C9399, ESRD or DME, or another rule
/// already speaks about the code.</para>
/// </remarks>
public static class WrongUnclassifiedCode
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("COD008", "wrong-unclassified-code", "code_choice", Severity.Reject,
        "Each class of drug has its own unclassified code.", Sources.Hcpcs);

    /// <summary>Rejects for Medicare, warns for others.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var code = drug.Line.Code;
        if (!Codes.IsCore(code) || code == Codes.C9399 || code == Codes.J3591 || drug.Day is not { } day) return;
        if (drug.Setting is not (Setting.Office or Setting.OtherInstitutional)) return;
        if (drug.IsCompound)
        {
            if (context.Policy.IsMedicare && day >= new DateOnly(2016, 1, 1))
                findings.Add(Info, context, context.CodeElement,
                    $"The text says that the drug was compounded: bill J7999, not {code}.", drug.Line.CodeText,
                    new() { Code = Codes.J7999, Units = 1 });
            return;
        }
        var right = DrugCodes.Unclassified(drug.Match, day, drug.Setting, context.Policy.IsMedicare).Code;
        if (right == code || !Codes.IsCore(right)) return;
        var product = drug.Match.Products[0];
        findings.Add(Info, context, context.CodeElement,
            $"{product.DisplayName} ({product.Class}) goes out as {right}, not {code}.", drug.Line.CodeText,
            new() { Code = right, Units = 1 },
            context.Policy.IsMedicare ? Severity.Reject : Severity.Warn, confidence: product.Confidence);
    }
}
