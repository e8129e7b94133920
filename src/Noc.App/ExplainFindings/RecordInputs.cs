using System.Globalization;
using Noc.Audit;
using Noc.Audit.Evidence;
using Noc.Encounters;

namespace Noc.App.ExplainFindings;

/// <summary>What the record of the visit says of the line of a finding.</summary>
internal static class RecordInputs
{
    public static void Write(Paragraphs page, ClaimAudit audit, Finding finding, DrugLine? drug)
    {
        if (audit.Evidence is not { } found) return;
        foreach (var item in found.Items)
            page.Add("Visit", $"{item.Encounter.Id} in {item.File}" + (item.Line > 0 ? $" line {item.Line}" : "")
                + Behind(" ", item.Encounter.Pointer) + Behind(", found by ", How(found.Match)));
        if (drug?.Evidence is not { } evidence) return;
        foreach (var support in audit.Support)
        {
            if (support.Line != finding.Line) continue;
            foreach (var fact in support.Facts)
                page.Add($"Match {fact.Fact}", string.Join(", ", new[]
                {
                    Behind("order ", fact.Order), Behind("record ", fact.Record), Behind("invoice ", fact.Invoice),
                    Behind("claim ", fact.Claim),
                }.Where(one => one.Length > 0)));
        }
        foreach (var one in evidence.Authorizations) page.Add("Approved", Of(one));
    }

    private static string How(EvidenceMatch match) => match switch
    {
        EvidenceMatch.Account => "the account number",
        EvidenceMatch.Patient => "patient, day and drug",
        EvidenceMatch.DateAndDrug => "day and drug alone",
        EvidenceMatch.Ambiguous => "day and drug, as others are: none was taken",
        _ => "",
    };

    private static string Of(Authorization one) => one.Number + Behind(" for ", one.Drug)
        + Behind(" ", one.Code.IsNone ? "" : one.Code.Value) + Behind(" from ", Day(one.From))
        + Behind(" to ", Day(one.To)) + Behind(", units ", Text(one.Units))
        + Behind(", used before ", Text(one.UnitsUsed)) + Behind(", up to $", Text(one.LimitUsd))
        + Behind(" ", one.Pointer);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Text(decimal? value) => value?.ToString("0.###", CultureInfo.InvariantCulture) ?? "";

    private static string Behind(string words, string value) => value.Length > 0 ? words + value : "";
}
