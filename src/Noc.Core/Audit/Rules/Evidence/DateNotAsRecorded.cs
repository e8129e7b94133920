using Noc.Audit.Evidence;

namespace Noc.Audit.Rules.Evidence;

/// <summary>EVD002 date-not-as-recorded: the line bills another day than the record says.</summary>
/// <remarks>
/// <para>Why it matters: a wrong day denies the line, or pays it under another price and authorization.</para>
/// <para>What to do: bill the day of the record.</para>
/// <para>Source: what was given must be documented, and the claim must say what the record says; Medicare Benefit
/// Policy Manual, chapter 15, section 50.</para>
/// <para>Silent when: the record has the drug on a day of the line, or does not have it at all.</para>
/// </remarks>
public static class DateNotAsRecorded
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("EVD002", "date-not-as-recorded", "administration", Severity.Deny,
        "A wrong day denies the line.", Sources.Records);

    /// <summary>Judges drugs that are recorded for other days only.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var evidence = drug.Evidence!;

        if (evidence.OtherDays.Count == 0 || drug.Day is null) return;
        var day = evidence.OtherDays[0].Day;
        findings.AddEvidence(Info, context, "2400/DTP03",
            $"The day is not that of the record: {FourWayMatch.Date(context, evidence).Chain}.",
            drug.Line.ServiceDateText, new() { Text = Texts.Of($"DTP*472*D8*{day:yyyyMMdd}") });
    }
}
