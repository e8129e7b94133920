using System.Globalization;
using System.Text;
using Noc.App.SampleClaims;
using Noc.Audit;
using Noc.Formats.X837;

namespace Noc.App.RunCases;

/// <summary>Lines that a case says were billed, as a claim, and what the audit says of their modifiers.</summary>
internal static class WasteClaim
{
    private const string NotApart = "not-separately-payable", OtherDrug = "EXAMPLAZOLE";

    // The rules that answer, the one that speaks first in front, each with the word of cases.
    private static readonly (string Rule, string Word)[] Words =
    [
        ("MOD001", "jw-and-jz-together"), ("MOD010", "modifier-not-valid-on-date"),
        ("MOD024", NotApart), ("MOD005", NotApart), ("MOD003", "jz-with-waste"), ("MOD020", "jz-with-waste"),
        ("MOD002", "jz-or-jw-required"),
    ];

    /// <summary>The words for errors that cases may use.</summary>
    public static IReadOnlyList<string> Known { get; } =
        [.. Words.Select(one => one.Word), "jw-on-multi-dose", "jz-on-multi-dose", "jw-on-free-drug", "over-label"];

    /// <summary>The error of the first rule that speaks, empty for none; true where it is returned.</summary>
    public static (string Error, bool IsReturned) Judge(
        WasteStandIn drug, AuditContext shared, IReadOnlyList<CaseInput> billed, decimal? discarded)
    {
        // Only texts tell of waste and of containers for several doses, and only under an unclassified code.
        var isText = !drug.Unclassified.IsNone || !drug.IsSingleDose || discarded is not null;
        var description = !isText ? "" : $"{OtherDrug} 90MG IV {(drug.IsSingleDose ? "SDV" : "MDV")}"
            + (discarded is { } left ? string.Create(CultureInfo.InvariantCulture, $" WASTED {left}MG") : "");
        var text = new SampleClaim
        {
            IsInstitutional = drug.BillType.Length > 0,
            Place = drug.BillType.Length > 0 ? drug.BillType : drug.Place,
            PayerName = drug.Payer.ToUpperInvariant(),
            Filing = drug.Filing,
            Date = drug.Day,
            Sent = drug.Day.AddDays(7),
            Lines =
            [
                .. billed.Select(line => new SampleLine
                {
                    Code = isText && drug.Unclassified.IsNone ? "J3490" : drug.Code.Value,
                    Modifiers = [.. line.Texts("modifiers")],
                    Units = (line.Number("units") ?? 1).ToString(CultureInfo.InvariantCulture),
                    ChargeUsd = drug.IsFree ? 0.01m : 900,
                    Description = description,
                }),
                new() { Code = "96365", ChargeUsd = 100, Revenue = "0260" },
            ],
        }.Text();
        using var stream = new MemoryStream(Encoding.ASCII.GetBytes(text));
        var context = new AuditContext(drug.Tables, drug.Policies) { AsOf = drug.Day.AddDays(7) };
        var findings = ClaimFile.Read(stream).SelectMany(claim => ClaimAuditor.Audit(claim, context).Findings).ToList();
        foreach (var (rule, word) in Words)
            if (findings.Find(finding => finding.Rule.Id == rule) is { } found)
                return (rule is "MOD024" ? NotDue(drug, found) : word, found.Severity >= Severity.Deny);
        return ("", false);
    }

    private static string NotDue(WasteStandIn drug, Finding found)
    {
        var modifier = found.Message.StartsWith("JW", StringComparison.Ordinal) ? "jw" : "jz";
        return !drug.IsSingleDose ? $"{modifier}-on-multi-dose" : drug.IsFree ? "jw-on-free-drug"
            : NotApart;
    }
}
