using Noc.Tables;

namespace Noc.Audit.Rules.Coding;

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
