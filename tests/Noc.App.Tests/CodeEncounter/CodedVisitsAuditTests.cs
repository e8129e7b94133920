using System.Text.Json.Nodes;
using Noc.Audit;
using Noc.Coding;

namespace Noc.App.Tests.CodeEncounter;

/// <summary>What is coded has no finding that the encounter could have prevented.</summary>
public sealed class CodedVisitsAuditTests
{
    // Payers by filing indicator, name, id and state of service: contractors of Medicare, Medicaid, plans.
    private static readonly (string Filing, string Name, string Id, string State)[] Payers =
    [
        ("MB", "MEDICARE", "", "SC"), ("MB", "MEDICARE", "", "CA"), ("MB", "MEDICARE", "", "FL"),
        ("MB", "MEDICARE", "", "OH"), ("MB", "MEDICARE", "", "IL"), ("MB", "MEDICARE", "", "TX"),
        ("MB", "MEDICARE", "", "KS"), ("CI", "AETNA", "60054", "NJ"), ("CI", "INVENTED PAYER", "X0001", "IL"),
        ("MC", "TEXAS MEDICAID", "", "TX"), ("MC", "ILLINOIS MEDICAID", "", "IL"), ("16", "HUMANA", "61101", "FL"),
        ("BL", "BCBS OF ILLINOIS", "", "IL"), ("CI", "UNITED HEALTHCARE", "87726", "MO"),
        ("CI", "CIGNA", "62308", "TN"),
    ];

    // Products with strength, containers and route: invented ones under unclassified codes, known ones under their own.
    private static readonly Drug[] Drugs =
    [
        new("EXAMPLAZOLE", "99999-0123-01", "50 mg/mL", "NDA", 100, "IV", "iv-infusion", "therapeutic", "G35"),
        new("SPECIMENUMAB", "99999-0123-02", "100 mg/vial", "BLA", 100, "SC", "subq", "therapeutic", "L40.0"),
        new("SAMPLATINIB", "99999-0123-03", "20 mg/mL", "NDA", 200, "IV", "iv-infusion", "chemo", "C50.911"),
        new("Keytruda", "", "", "", 100, "IV", "iv-infusion", "chemo", "C34.90"),
        new("Entyvio", "", "", "", 300, "IV", "iv-infusion", "therapeutic", "K51.90"),
        new("Prolia", "", "", "", 60, "SC", "subq", "therapeutic", "M81.0"),
    ];

    private sealed record Drug(
        string Name, string Ndc, string Strength, string Pathway, int Holds, string Route, string Method,
        string Category, string Diagnosis);

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(0, 180)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_coded_visit_has_no_finding_that_its_record_could_have_prevented(int seed)
    {
        var random = new Random(seed);
        var text = Visit(seed, random);
        var result = CodedVisits.Of(text);
        Assert.Empty(result.Problems);
        var gaps = result.Visit.Gaps.Select(gap => gap.Element).ToHashSet();
        foreach (var findings in result.Findings)
            foreach (var finding in findings)
                Assert.True(IsFromOutside(finding, gaps), $"{finding.Rule.Id} {finding.Severity} line {finding.Line}: "
                    + $"{finding.Message}\n{finding.Expected?.Narrative}\n{string.Join('\n', result.Visit.Claims
                        .SelectMany(claim => claim.Lines).Select(line => $"{line.Code} {line.Units} {line.NdcUnit}"
                            + $"{line.NdcQuantity} {line.ChargeUsd} [{line.Description}] [{line.Note}]"))}\n{text}");
    }

    // What the visit already names as missing, or what only the payer can answer.
    private static bool IsFromOutside(Finding finding, HashSet<string> gaps) => finding.Rule.Id switch
    {
        "CHG004" => true,   // the charge is the record's
        "AUT001" => gaps.Contains("authorization"),
        "COD010" => gaps.Contains("code"),
        "INV001" or "INV002" or "ATT001" => gaps.Contains("invoice"),
        "SAD001" => gaps.Contains("self-administered"),
        "NDC001" => gaps.Contains("ndc"),
        _ => false,
    };

    internal static string Visit(int seed, Random random)
    {
        var payer = Payers[seed % Payers.Length];
        var drug = Drugs[random.Next(Drugs.Length)];
        var isInstitutional = random.Next(4) == 0;
        var containers = random.Next(1, 4);
        var total = containers * drug.Holds;
        var waste = random.Next(3) == 0 ? 0 : random.Next(1, drug.Holds / 10) * 5;
        var isSingle = drug.Ndc.Length == 0 || random.Next(5) != 0;
        if (!isSingle) waste = 0;
        var given = new JsonObject
        {
            ["drug"] = drug.Name,
            ["dose"] = $"{total - waste} mg",
            ["discarded"] = $"{waste} mg",
            ["route"] = drug.Route,
            ["method"] = drug.Method,
            ["category"] = drug.Category,
            ["start"] = "09:00",
            ["stop"] = drug.Method is "iv-infusion" ? "10:10" : "09:01",
            ["chargeUsd"] = random.Next(12) == 0 ? 130_000.37m : random.Next(200, 90_000),
            ["containers"] = new JsonArray(new JsonObject
            {
                ["count"] = containers, ["holds"] = $"{drug.Holds} mg", ["singleDose"] = isSingle, ["lot"] = "A1",
            }),
        };
        var products = new JsonArray();
        if (drug.Ndc.Length > 0)
        {
            given["ndc"] = drug.Ndc;
            products.Add(new JsonObject
            {
                ["ndc"] = drug.Ndc, ["name"] = drug.Name, ["strength"] = drug.Strength, ["pathway"] = drug.Pathway,
                ["labeler"] = "INVENTED LABS", ["approvedOn"] = "2025-11-03",
            });
        }
        return new JsonObject
        {
            ["schema"] = "noc.encounter/1",
            ["id"] = $"V-{seed}",
            ["timeZone"] = "America/Chicago",
            ["from"] = $"2026-0{random.Next(1, 4)}-10",
            ["claim"] = isInstitutional ? new JsonObject { ["type"] = "institutional", ["billType"] = "131" }
                : new JsonObject { ["type"] = "professional", ["placeOfService"] = "11" },
            ["payers"] = new JsonArray(new JsonObject
            {
                ["name"] = payer.Name, ["id"] = payer.Id, ["filing"] = isInstitutional && payer.Filing is "MB" ? "MA"
                    : payer.Filing,
            }),
            ["patient"] = new JsonObject { ["state"] = payer.State, ["weightKg"] = 70 },
            ["billing"] = new JsonObject { ["name"] = "INVENTED CLINIC", ["state"] = payer.State },
            ["diagnoses"] = new JsonArray(drug.Diagnosis),
            ["administrations"] = new JsonArray(given),
            ["products"] = products,
            ["authorizations"] = new JsonArray(new JsonObject { ["number"] = "A123" }),
            ["invoices"] = new JsonArray(new JsonObject
            {
                ["number"] = "I-1", ["drug"] = drug.Name, ["date"] = "2026-01-05", ["unitCostUsd"] = 610,
            }),
            ["attachments"] = new JsonArray(new JsonObject { ["kind"] = "invoice", ["control"] = "AB1" }),
        }.ToJsonString();
    }

    [Fact]
    public void Charges_quantities_and_amounts_of_a_split_add_up()
    {
        for (var seed = 0; seed < 180; seed++)
        {
            var random = new Random(seed);
            var result = CodedVisits.Of(Visit(seed, random));
            var lines = result.Visit.Claims.SelectMany(claim => claim.Lines)
                .Where(line => line.Kind is CodedLineKind.Drug or CodedLineKind.Waste).ToList();
            if (lines.Count == 0) continue;
            Assert.Equal(result.Encounter.Administrations[0].ChargeUsd, lines.Sum(line => line.ChargeUsd));
            Assert.Equal(result.Encounter.Administrations[0].Dose.Value,
                lines.Where(line => line.Kind is CodedLineKind.Drug).Sum(line => line.Amount.Value));
            Assert.Equal(result.Visit.Claims.Count,
                result.Visit.Claims.Select(claim => claim.ChargeUsd).Distinct().Count());
        }
    }
}
