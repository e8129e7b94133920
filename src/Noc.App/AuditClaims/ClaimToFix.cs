using Noc.Audit;
using Noc.Audit.Rules.Claims;

namespace Noc.App.AuditClaims;

/// <summary>A claim among the few to be fixed first, in strings, as its bytes are gone by the end of the
/// report.</summary>
internal sealed class ClaimToFix
{
    private const int MaxFindings = 12, MaxText = 800;

    /// <summary>One finding of it.</summary>
    public sealed record Item(
        int Line, string LineText, Severity Severity, RuleInfo Rule, string Message, string Write, string Id);

    public required decimal AtRiskUsd { get; init; }

    public required decimal LateUsd { get; init; }

    public required decimal ChargeUsd { get; init; }

    /// <summary>True where its filing window has closed: little can be won.</summary>
    public required bool IsTooLate { get; init; }

    /// <summary>What the payer would pay for the lines at risk, those without a price left out; 0 where none has one.
    /// </summary>
    public required decimal ExpectedUsd { get; init; }

    public required string Path { get; init; }

    public required int Ordinal { get; init; }

    public required string Account { get; init; }

    public required string Payer { get; init; }

    public required Decision Decision { get; init; }

    public required IReadOnlyList<Item> Items { get; init; }

    /// <summary>What each drug line has of what is required, in the order of the lines; empty without evidence.
    /// </summary>
    public IReadOnlyList<string> Checklists { get; init; } = [];

    /// <summary>Findings that are not among the items.</summary>
    public required int More { get; init; }

    public static ClaimToFix Of(in ClaimAuditView view, decimal late, decimal charge)
    {
        var claim = view.Audit.Claim;
        var items = new List<Item>();
        foreach (var finding in view.Audit.Findings.OrderByDescending(one => one.Severity).Take(MaxFindings))
            items.Add(new(finding.Line, LineText(view.Audit, finding.Line), finding.Severity, finding.Rule,
                Short(finding.Message), Short(Suggestion.Of(finding.Expected)), finding.Id));
        items.Sort((a, b) => a.Line != b.Line ? a.Line.CompareTo(b.Line) : b.Severity.CompareTo(a.Severity));
        return new()
        {
            AtRiskUsd = view.Audit.AtRiskUsd, LateUsd = late, ChargeUsd = charge, IsTooLate = IsPast(view.Audit),
            ExpectedUsd = view.Audit.ExpectedAtRisk().PayerPaysUsd, Path = view.Path,
            Ordinal = claim.Place.Ordinal, Account = Short(claim.AccountNumber.Text),
            Payer = Short(view.Audit.Policy.Name), Decision = view.Audit.Decision, Items = items,
            Checklists = ChecklistsOf(view.Audit),
            More = Math.Max(0, view.Audit.Findings.Count - MaxFindings),
        };
    }

    private static List<string> ChecklistsOf(ClaimAudit audit)
    {
        var lines = new List<string>();
        foreach (var support in audit.Support)
            if (support.Checklist is { } list) lines.Add(Short($"Line {list.Line} has {EvidenceText.Of(list)}."));
        return lines;
    }

    /// <summary>Whether a claim with these dollars comes before this one: those whose window has closed last, then by
    /// dollars; of two alike, the earlier.</summary>
    public bool ComesBehind(bool isTooLate, decimal atRisk, decimal late, decimal charge) =>
        isTooLate != IsTooLate ? IsTooLate
        : atRisk != AtRiskUsd ? atRisk > AtRiskUsd
        : late != LateUsd ? late > LateUsd : charge > ChargeUsd;

    /// <summary>Whether the filing window of a claim has surely closed.</summary>
    public static bool IsPast(ClaimAudit audit)
    {
        foreach (var finding in audit.Findings)
            if (ReferenceEquals(finding.Rule, FilingLate.Info) && finding.LostUsd is not null) return true;
        return false;
    }

    private static string LineText(ClaimAudit audit, int number)
    {
        if (number < 1 || number > audit.Claim.Lines.Count) return "The whole claim";
        var line = audit.Claim.Lines[number - 1];
        var drug = audit.DrugLines.FirstOrDefault(one => ReferenceEquals(one.Line, line));
        var name = drug is null ? "" : DrugNames.Of(drug);
        return Short($"Line {number}: {line.Code.Value}{(name.Length > 0 ? $", {name}" : "")}"
            + (line.ServiceDate is { } day ? $", {day:yyyy-MM-dd}" : "")
            + (line.ChargeUsd is { } usd and >= 0 and <= 1e12m ? $", {Html.Money(usd)}" : ""));
    }

    private static string Short(string text) => text.Length <= MaxText ? text : text[..MaxText] + " ...";
}

/// <summary>What a drug line is called in sums.</summary>
internal static class DrugNames
{
    private const int MaxName = 80;

    /// <summary>The drug's name; empty where the line names none.</summary>
    public static string Of(DrugLine drug)
    {
        var name = drug.DrugName.Trim();
        return name.Length <= MaxName ? name : name[..MaxName];
    }
}
