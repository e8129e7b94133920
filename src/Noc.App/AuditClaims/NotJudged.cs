namespace Noc.App.AuditClaims;

/// <summary>What an audit could not judge, said once.</summary>
internal static class NotJudged
{
    public static IEnumerable<string> Of(AuditCounts counts)
    {
        if (counts.TablesNotice is { } notice) yield return notice;
        if (counts.UnclassifiedLines > 0)
            yield return "NDC against drug and code: no NDC tables are loaded.";
        if (counts.AnyNoPolicy)
            yield return "Payers without a policy on file: the defaults of their program were used.";
        if (counts.AnyAfterTables)
            yield return "Dates of service after the newest tables: codes may have changed since.";
    }
}
