using Noc.Tables;

namespace Noc.App.AuditClaims;

/// <summary>What an audit could not judge, said once.</summary>
internal static class NotJudged
{
    private const int MaxQuarters = 4;

    public static IEnumerable<string> Of(AuditCounts counts)
    {
        if (counts.Tables is not { } tables) yield break;   // the file could not be read
        if (tables.Notice is { } notice) yield return notice;
        foreach (var text in Ndc([.. counts.NdcQuarters.FirstDays()], tables.Coverage)) yield return text;
        foreach (var text in Dated(counts, tables.Coverage)) yield return text;
        if (counts.AnyRebate && !tables.Coverage.Has(Dataset.MedicaidRebate))
            yield return "Whether the maker pays Medicaid rebates: no rebate list is loaded.";
        foreach (var text in counts.WithoutPolicy.Sentences()) yield return text;
        if (counts.AnyAfterTables)
            yield return "Dates of service after the newest tables: codes may have changed since.";
    }

    private static IEnumerable<string> Ndc(List<DateOnly> quarters, Coverage coverage)
    {
        if (quarters.Count == 0) yield break;
        var hasDirectory = coverage.Has(Dataset.NdcPackages) || coverage.Has(Dataset.NdcProducts);
        if (!coverage.Has(Dataset.NdcCrosswalk) && !hasDirectory)
        {
            yield return "NDC against drug and code: no NDC tables are loaded.";
            yield break;
        }
        if (!coverage.Has(Dataset.NdcCrosswalk)) yield return "NDC against code: no NDC crosswalk is loaded.";
        else
        {
            if (List(CoverageKind.None) is { Length: > 0 } missing)
                yield return $"NDC against code on dates of service in {missing}: no NDC crosswalk of then is loaded; "
                    + "that of another quarter can only warn.";
            if (List(CoverageKind.Partial) is { Length: > 0 } partial)
                yield return $"NDC against code on dates of service in {partial}: only an extract of the NDC crosswalk "
                    + "is loaded. An NDC that it does not list may have a code.";
        }
        if (!hasDirectory) yield return "Whether an NDC is on file and on the market: no NDC directory is loaded.";
        else if (coverage.Of(Dataset.NdcPackages, quarters[0]) is not CoverageKind.Complete)
            yield return "Whether an NDC is on file and on the market: only an extract of the NDC directory is loaded.";

        string List(CoverageKind kind) =>
            Named(quarters.FindAll(day => coverage.Of(Dataset.NdcCrosswalk, day) == kind));
    }

    // Tables of some days: what is not loaded at all, or not for the dates of service.
    private static IEnumerable<string> Dated(AuditCounts counts, Coverage coverage)
    {
        var days = counts.DiagnosisQuarters.FirstDays().ToList();
        if (days.Count > 0 && !coverage.Has(Dataset.Icd10Cm))
            yield return "Whether diagnosis codes exist and were valid on the date: no ICD-10-CM tables are loaded.";
        else if (Missing(Dataset.Icd10Cm, days) is { Length: > 0 } diagnoses)
            yield return $"Whether diagnosis codes exist and were valid on dates of service in {diagnoses}: the "
                + "ICD-10-CM tables of then are not loaded.";
        days = [.. counts.UnitEditQuarters.FirstDays()];
        if (days.Count > 0 && !coverage.Has(Dataset.MuePractitioner))
            yield return "Whether units are above Medicare's unit edits: no table of them is loaded.";
        else if (Missing(Dataset.MuePractitioner, days) is { Length: > 0 } units)
            yield return $"Whether units are above Medicare's unit edits on dates of service in {units}: the whole "
                + "table of then is not loaded.";

        string Missing(Dataset dataset, List<DateOnly> of) =>
            Named(of.FindAll(day => coverage.Of(dataset, day) is not CoverageKind.Complete));
    }

    private static string Named(List<DateOnly> quarters) =>
        string.Join(", ", quarters.Take(MaxQuarters).Select(day => $"{day.Year} Q{(day.Month + 2) / 3}"))
            + (quarters.Count > MaxQuarters ? $" and {quarters.Count - MaxQuarters} more quarters" : "");
}
