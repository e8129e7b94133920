using Noc.Tables;

namespace Noc.Audit.Rules.Coding;

/// <summary>COD002 code-not-yet-valid: the drug code starts after the date of service.</summary>
/// <remarks>
/// <para>Why it matters: the date of service decides; a code is denied before its first day (CARC 181).</para>
/// <para>What to do: bill the code that was valid on the date, often the unclassified one.</para>
/// <para>Source: CMS HCPCS Level II, effective dates.</para>
/// <para>Silent when: the seed does not hold the code.</para>
/// </remarks>
public static class CodeNotYetValid
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("COD002", "code-not-yet-valid", "specific_code_check", Severity.Deny,
        "A code is denied before its first day (CARC 181).", Sources.Hcpcs);

    /// <summary>Checks a line whose code names a drug.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (drug.IsUnclassified || drug.Day is not { } day) return;
        if (context.Tables.Code(drug.Line.Code, day) is not CodeStatus.NotYet status) return;
        var fallback = drug.Setting is Noc.Coding.Setting.Opps ? status.Product.FallbackOpps : status.Product.Fallback;
        findings.Add(Info, context, context.CodeElement,
            Texts.Of($"{drug.Line.Code} starts on {status.Row.From:yyyy-MM-dd}, after the date of service."),
            drug.Line.CodeText,
            fallback.IsNone ? null : new() { Code = fallback, Units = 1 }, confidence: status.Row.Confidence);
    }
}

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

/// <summary>COD009 code-changes-in-range: the right code changes inside the line's range of dates.</summary>
/// <remarks>
/// <para>Why it matters: the line is judged on its first day; days behind the change are denied.</para>
/// <para>What to do: split the line at the day of the change.</para>
/// <para>Source: CMS HCPCS Level II, effective dates.</para>
/// <para>Silent when: the line has one day, or the drug is not known.</para>
/// </remarks>
public static class CodeChangesInRange
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("COD009", "code-changes-in-range", "specific_code_check", Severity.Warn,
        "A line is judged on its first day; days behind a code change are denied.", Sources.Hcpcs);

    /// <summary>Checks lines with a range of dates.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (drug.Day is not { } day || drug.Line.LastServiceDate is not { } last || last <= day) return;
        if (drug.IsUnclassified)
        {
            if (drug.Match.IsNone || drug.Match.Products.Count != 1) return;
            foreach (var code in drug.Match.Products[0].Codes)
                if (code.From > day && code.From <= last && !code.IsOutpatientOnly)
                {
                    Report(context, findings, Texts.Of($"{code.Code} starts on {code.From:yyyy-MM-dd}"));
                    return;
                }
            return;
        }
        if (context.Tables.Code(drug.Line.Code, day) is CodeStatus.Found { Row.To: { } end } && end < last)
            Report(context, findings, Texts.Of($"{drug.Line.Code} ends on {end:yyyy-MM-dd}"));
    }

    private static void Report(in RuleContext context, FindingSink findings, string change) =>
        findings.Add(Info, context, "2400/DTP03", $"{change}, inside the dates of this line: split the line there.",
            context.Drug!.Line.ServiceDateText);
}
