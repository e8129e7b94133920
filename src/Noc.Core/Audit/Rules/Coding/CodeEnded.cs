using Noc.Tables;

namespace Noc.Audit.Rules.Coding;

/// <summary>COD003 code-ended: the drug code ended before the date of service.</summary>
/// <remarks>
/// <para>Why it matters: the date of service decides; a code is denied after its last day (CARC 181).</para>
/// <para>What to do: bill the code that replaced it; mind that the unit may differ.</para>
/// <para>Source: CMS HCPCS Level II, effective dates.</para>
/// <para>Silent when: the seed does not hold the code. Only a warning for codes whose last day was inferred.</para>
/// </remarks>
public static class CodeEnded
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("COD003", "code-ended", "specific_code_check", Severity.Deny,
        "A code is denied after its last day (CARC 181).", Sources.Hcpcs);

    /// <summary>Checks a line whose code names a drug, or a catch-all code that ended.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (drug.IsUnclassified || drug.Day is not { } day) return;
        var line = drug.Line;
        if (context.Tables.CatchAll(line.Code) is { To: { } last } old && day > last)
        {
            findings.Add(Info, context, context.CodeElement, Texts.Of($"{line.Code} ended on {last:yyyy-MM-dd}."),
                line.CodeText,
                old.Code == Codes.Q9977 ? new() { Code = Codes.J7999, Units = 1 } : null);
            return;
        }
        if (context.Tables.Code(line.Code, day) is not CodeStatus.Ended status) return;
        var next = status.Product.Codes.FirstOrDefault(code => code.IsValidOn(day)
            && (!code.IsOutpatientOnly || drug.Setting is Noc.Coding.Setting.Opps or Noc.Coding.Setting.Asc));
        // Ends of codes other than pass-through codes may be inferred from one table only.
        var severity = status.Row.IsOutpatientOnly ? Severity.Deny : Severity.Warn;
        findings.Add(Info, context, context.CodeElement,
            Texts.Of($"{line.Code} ended on {status.Row.To:yyyy-MM-dd}, before the date of service.")
            + (next is null ? "" : $" {next.Code} replaced it (unit {next.UnitText}; before: {status.Row.UnitText})."),
            line.CodeText, next is null ? null : new() { Code = next.Code }, severity,
            confidence: status.Row.Confidence);
    }
}
