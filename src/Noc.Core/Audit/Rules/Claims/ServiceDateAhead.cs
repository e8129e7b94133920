namespace Noc.Audit.Rules.Claims;

/// <summary>DTP002 service-date-ahead: the drug was given after the day on which the claim is sent.</summary>
/// <remarks>
/// <para>Why it matters: a claim for a day that has not come is rejected; mostly the year or month is a slip.</para>
/// <para>What to do: write the day on which the drug was given.</para>
/// <para>Source: X12 837 guides, loop 2400, DTP, in force since 2012-01-01.</para>
/// <para>Silent when: no day of sending is named (--as-of), or the file was made after it; predetermination claims,
/// which are about drugs to come.</para>
/// </remarks>
public static class ServiceDateAhead
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("DTP002", "service-date-ahead", "claim_dates", Severity.Reject,
        "A day that has not come is rejected.", Sources.Guide837Date);

    /// <summary>Compares with the day of sending.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        if (context.Drug!.Line is not { ServiceDate: { } day } line || context.Claim.IsPredetermination) return;
        if (context.SentKnown is not { } last || day <= last || context.Claim.CreatedOn > last) return;
        findings.Add(Info, context, "2400/DTP03",
            Texts.Of($"The drug is billed for {day:yyyy-MM-dd}, after the claim is sent ({last:yyyy-MM-dd})."),
            line.ServiceDateText);
    }
}
