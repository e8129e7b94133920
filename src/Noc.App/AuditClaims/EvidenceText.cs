using System.Text;
using Noc.Audit.Evidence;

namespace Noc.App.AuditClaims;

/// <summary>The evidence in words.</summary>
internal static class EvidenceText
{
    private const int MaxShown = 50;

    /// <summary>Prints words behind a heading, wrapped.</summary>
    public delegate void Print(StringBuilder text, string first, string next, string words);

    /// <summary>The score of a checklist, and what is missing or conflicting with who can supply it.</summary>
    public static string Of(Checklist list)
    {
        var missing = Listed(list, ElementState.Missing);
        var conflicting = Listed(list, ElementState.Conflicting);
        return $"{list.Met} of {list.Required} that are required"
            + (missing.Length > 0 ? $"; missing: {missing}" : "")
            + (conflicting.Length > 0 ? $"; conflicting: {conflicting}" : "");
    }

    /// <summary>A drug that was given and not billed.</summary>
    public static string Unbilled(UnbilledDrug one, DateOnly asOf)
    {
        var dose = one.Given.Dose.IsNone ? "" : $" {one.Given.Dose}";
        return $"{one.Given.Drug}{dose} was given on {one.Given.Day:yyyy-MM-dd}; "
            + (one.HasClaim ? "the claim of the visit does not bill it" : "no claim of this run bills the visit")
            + $"; {(one.CostUsd is { } usd ? $"cost ${usd:N2}" : "cost not known")}; "
            + $"{Days(one.SendBy, asOf, one.IsCommonLimit)}.";
    }

    /// <summary>The end of a text report.</summary>
    public static void Write(StringBuilder text, EvidenceSummary evidence, Print print)
    {
        print(text, "Evidence: ", "  ", $"{evidence.Encounters:N0} {Noun(evidence.Encounters, "encounter")}; "
            + $"{evidence.Matched:N0} {Noun(evidence.Matched, "claim")} matched"
            + (evidence.Unmatched > 0 ? $", {evidence.Unmatched:N0} without an encounter" : "")
            + (evidence.Ambiguous > 0 ? $", {evidence.Ambiguous:N0} that several encounters fit" : "") + ".");
        if (evidence.Unbilled.Count > 0)
        {
            var known = evidence.Unbilled.Sum(one => one.CostUsd ?? 0);
            print(text, "", "  ", $"Given and not billed: {evidence.Unbilled.Count:N0}"
                + (known > 0 ? $", drugs worth ${known:N2} by their invoices" : ""));
            foreach (var one in evidence.Unbilled.Take(MaxShown))
                print(text, "  ", "    ", $"{Unbilled(one, evidence.AsOf)} [{Place(one.Item)} {one.Given.Pointer}]");
            More(text, evidence.Unbilled.Count);
        }
        if (evidence.Unrecorded.Count > 0)
        {
            print(text, "", "  ", $"Billed and not in the record: {evidence.UnrecordedCount:N0}, charged "
                + $"${evidence.Unrecorded.Sum(one => one.ChargeUsd is { } usd and > 0 and < 1e12m ? usd : 0):N2}");
            foreach (var one in evidence.Unrecorded.Take(MaxShown))
                print(text, "  ", "    ", $"Claim {one.Account} line {one.Line}, {one.Code}"
                    + (one.Day is { } day ? $" on {day:yyyy-MM-dd}" : "")
                    + (one.ChargeUsd is { } usd ? $", ${usd:N2}" : "")
                    + $"; {Days(one.SendBy, evidence.AsOf, one.IsCommonLimit)}.");
            More(text, evidence.UnrecordedCount);
        }
        if (evidence.Problems.Count > 0)
        {
            text.Append("Problems of the evidence\n");
            foreach (var problem in evidence.Problems.Take(MaxShown)) print(text, "  ", "    ", problem.ToString());
            More(text, evidence.Problems.Count);
        }
        text.Append('\n');
    }

    private static string Place(EvidenceItem item) => item.Line > 0 ? $"{item.File} line {item.Line}" : item.File;

    private static string Days(DateOnly? sendBy, DateOnly asOf, bool isCommon)
    {
        if (sendBy is not { } last) return "filing limit not known";
        var limit = isCommon ? "shortest common filing limit (the payer's own is not known)" : "filing limit";
        var days = last.DayNumber - asOf.DayNumber;
        return days < 0 ? $"the {limit} was {last:yyyy-MM-dd}"
            : $"{days} {Noun(days, "day")} to the {limit}, {last:yyyy-MM-dd}";
    }

    private static void More(StringBuilder text, long count)
    {
        if (count > MaxShown) text.Append($"  and {count - MaxShown:N0} more\n");
    }

    private static string Noun(long count, string noun) => count == 1 ? noun : $"{noun}s";

    private static string Listed(Checklist list, ElementState state) => string.Join(", ", list.Elements
        .Where(one => one.State == state)
        .Select(one => $"{one.Element.Replace('-', ' ')} ({one.Who}"
            + (one.OnFile.Length > 0 ? $", on file: {one.OnFile})" : ")")));
}
