using Noc.Claims;
using Noc.Coding;

namespace Noc.Audit.Rules.Claims;

/// <summary>DTP001 service-date-unreadable: a drug line has no date of service, or none that is a day.</summary>
/// <remarks>
/// <para>Why it matters: payers reject a line without a date; and what depends on the day, above all the code,
/// could not be checked.</para>
/// <para>What to do: send DTP*472 with D8 and the day as YYYYMMDD, or RD8 with the first day before the last.</para>
/// <para>Source: X12 837 guides, loop 2400, DTP, in force since 2012-01-01.</para>
/// <para>Silent when: an institutional claim that is no outpatient claim leaves the date of the line out.</para>
/// </remarks>
public static class ServiceDateUnreadable
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("DTP001", "service-date-unreadable", "claim_dates", Severity.Reject,
        "Without the day nobody can tell which codes were valid.", Sources.Guide837Date);

    /// <summary>Rejects for every payer: the rule is the standard's.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var line = drug.Line;
        if (line.ServiceDate is { } first)
        {
            if (line.LastServiceDate < first)
                findings.Add(Info, context, "2400/DTP03", "The range of dates ends before it begins.",
                    line.ServiceDateText);
            return;
        }
        if (line.ServiceDateText.IsEmpty)
        {
            if (context.Claim.Type is ClaimType.Institutional && drug.Setting is Setting.OtherInstitutional) return;
            findings.Add(Info, context, "2400/DTP03", "The line has no date of service: its code is not checked.",
                expected: new() { Text = "DTP*472*D8*<YYYYMMDD>" });
            return;
        }
        findings.Add(Info, context, "2400/DTP03", "This is no date: the code of the line is not checked.",
            line.ServiceDateText, new() { Text = "DTP*472*D8*<YYYYMMDD>" });
    }
}
