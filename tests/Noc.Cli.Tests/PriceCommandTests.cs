using System.Text.Json;
using Noc.Tests;

namespace Noc.Cli.Tests;

public class PriceCommandTests
{
    private static Commands.Result Price(params string[] arguments) => Commands.Noc(["price", .. arguments]);

    private static string Sample(string name) => Path.Combine("samples", "pricing", name);

    private static JsonElement[] Lines(Commands.Result result) =>
        [.. JsonDocument.Parse(result.Output).RootElement.GetProperty("lines").EnumerateArray()];

    [Fact]
    public void The_limit_of_a_vaccine_is_not_called_one_by_sales()
    {
        var result = Price("90656", "--on", "2026-02-10");
        Assert.Contains("payment limit of a vaccine (95% of AWP), 2026Q1", result.Output);
    }

    [Fact]
    public void A_line_shows_its_money_and_its_arithmetic()
    {
        var result = Price("J2781", "--units", "15", "--on", "2026-03-31", "--charge", "9000");
        Assert.Equal((0, ""), (result.Code, result.Errors));
        Assert.Contains("Allowed           $2,070.74  payment limit (ASP + 6%), 2026Q1", result.Output);
        Assert.Contains("Payer pays        $1,623.46  after $33.13 sequestration", result.Output);
        Assert.Contains("You keep          $2,037.61", result.Output);
        Assert.Contains("$138.049 a unit x 15 units = $2,070.735", result.Output);
    }

    [Fact]
    public void A_wrong_field_of_a_visit_is_named_and_the_rest_is_priced()
    {
        using var visit = new TempFile("""
            {"id":"V1","timeZone":"America/New_York","from":"2026-03-10","patient":{"weightKg":-1},
             "claim":{"type":"professional","placeOfService":"11"},"payers":[{"name":"MEDICARE","filing":"MB"}],
             "administrations":[{"drug":"OCRELIZUMAB","dose":"300 mg","route":"IV","start":"09:00","stop":"11:30"}]}
            """, ".json");
        var result = Price(visit.Path);
        Assert.Equal(0, result.Code);
        Assert.Contains("/patient/weightKg", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("J2404", "250", "2024-11-01", "$13.48", "$0.539 or $0.0539 a unit, and $0.0539 fits")]
    [InlineData("J2277", "4", "2024-08-01", "$100.87", "$25.218 or $6.3045 a unit, and $25.218 fits")]
    public void A_limit_printed_for_another_amount_than_the_unit_is_reckoned_and_told(
        string code, string units, string day, string allowed, string told)
    {
        var text = string.Join(' ', Price(code, "--units", units, "--on", day).Output
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains($"Allowed {allowed} payment limit", text, StringComparison.Ordinal);
        Assert.Contains(told, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("J2781", "--units", "15", "--on", "2026-03-31")]
    [InlineData("J3490", "99999-0123-01", "--on", "2026-03-10")]
    [InlineData("samples/clinic-2026.837")]
    [InlineData("samples/evidence/visits.ndjson", "--invoices", "samples/pricing/invoices.csv")]
    public void Json_has_the_shape_of_its_schema(params string[] arguments)
    {
        using var schema = JsonDocument.Parse(File.ReadAllBytes(
            Path.Combine(SharedFolder.Root, "docs", "schemas", "noc.price-1.schema.json")));
        using var report = JsonDocument.Parse(Price([.. arguments, "--format", "json"]).Output);
        Assert.Empty(SchemaCheck.Errors(report.RootElement, schema.RootElement, schema.RootElement, "$"));
    }

    [Fact]
    public void What_is_not_priced_says_why_and_what_would_price_it_and_exits_with_1()
    {
        var result = Price("J3490", "99999-0123-01", "--ndc-quantity", "UN2", "--on", "2026-03-10");
        Assert.Equal(1, result.Code);
        Assert.Contains("no WAC is known for NDC 99999-0123-01", string.Join(' ', result.Output.Split((char[]?)null,
            StringSplitOptions.RemoveEmptyEntries)));
        Assert.Contains("--wac", result.Output);
    }

    [Fact]
    public void The_deductible_that_is_left_is_the_patients()
    {
        var result = Price("J9271", "--units", "200", "--on", "2026-02-10", "--deductible", "300");
        // $11,945.20 less $300: 20% is $2,329.04; of the payer's $9,316.16 are 2% kept, $186.32.
        Assert.Contains("Payer pays        $9,129.84  after $186.32 sequestration", result.Output);
        Assert.Contains("Patient owes      $2,629.04  $300.00 deductible, $2,329.04 coinsurance", result.Output);
    }

    [Fact]
    public void Wholesale_costs_of_the_user_price_a_new_drug()
    {
        var result = Price("J3490", "99999-0123-01", "--ndc-quantity", "UN2", "--on", "2026-03-10", "--first-sold",
            "2026-01-20", "--wac", Sample("wac.csv"));
        Assert.Contains("$1,256.60  WAC + 3%, 2026Q1", result.Output);
    }

    [Fact]
    public void A_contract_prices_by_its_first_term_that_fits()
    {
        string[] contract = ["--payer", "Lakeside Health Plan", "--on", "2026-03-10", "--contracts",
            Sample("contracts.yaml")];
        Assert.Contains("$105.00  contract lakeside-2026: fee list", Price(["96365", .. contract]).Output);
        Assert.Contains("106% of the Medicare limit", Price(["J2781", .. contract]).Output);
        Assert.Contains("$673.00", Price(["J3490", "--invoice", "600", .. contract]).Output);
    }

    [Fact]
    public void Errors_of_a_contract_are_told_with_their_place()
    {
        using var file = new TempFile(
            "contracts:\n  - id: x\n    payers: [a]\n    terms:\n      - method: percent-of-moon\n");
        var result = Price("J2781", "--payer", "a", "--contracts", file.Path);
        Assert.Equal(3, result.Code);
        Assert.Contains("percent-of-moon", result.Errors);
    }

    [Theory]
    [InlineData("no code or file", "nonsense text")]
    [InlineData("no payer", "J2781", "--payer", "medicar")]
    [InlineData("no number", "J2781", "--units", "many")]
    [InlineData("no setting", "J2781", "--setting", "moon")]
    [InlineData("no modifier", "J2781", "--modifiers", "JWX")]
    public void Wrong_questions_exit_with_2(string why, params string[] arguments)
    {
        var result = Price(arguments);
        Assert.Equal((why, 2, ""), (why, result.Code, result.Output));
        Assert.NotEmpty(result.Errors);
    }

    [Fact]
    public void An_encounter_is_priced_by_its_invoice_matched_by_NDC_lot_and_date()
    {
        var lines = Lines(Price("samples/evidence/visits.ndjson", "--format", "json"));
        var first = lines[0];
        Assert.Equal("V-2001", first.GetProperty("claim").GetString());
        Assert.Equal("I-88", first.GetProperty("invoice").GetProperty("number").GetString());
        Assert.Equal(610m, first.GetProperty("allowedUsd").GetDecimal());
        Assert.Equal(610m, first.GetProperty("costUsd").GetDecimal());
        Assert.Equal(-9.76m, first.GetProperty("marginUsd").GetDecimal());   // sequestration is the loss

        // The encounter's own invoice is of another lot; the file has the right one.
        var second = Lines(Price("samples/evidence/visits.ndjson", "--invoices", Sample("invoices.csv"), "--format",
            "json")).First(line => line.GetProperty("claim").GetString() == "V-2002");
        Assert.Equal("INV-4466", second.GetProperty("invoice").GetProperty("number").GetString());
    }

    [Fact]
    public void A_claim_file_is_priced_line_by_line_and_its_totals_are_sums()
    {
        var result = Price("samples/clinic-2026.837", "--format", "json");
        using var report = JsonDocument.Parse(result.Output);
        var (lines, totals) = (report.RootElement.GetProperty("lines"), report.RootElement.GetProperty("totals"));
        Assert.Equal(lines.GetArrayLength(), totals.GetProperty("lines").GetInt32());
        decimal Sum(string name) => lines.EnumerateArray().Where(line => line.GetProperty("priced").GetBoolean())
            .Sum(line => line.GetProperty(name).GetDecimal());
        foreach (var name in new[] { "allowedUsd", "payerPaysUsd", "patientOwesUsd", "providerKeepsUsd" })
            Assert.Equal(Sum(name), totals.GetProperty(name).GetDecimal());
        Assert.Equal(totals.GetProperty("allowedUsd").GetDecimal(), totals.GetProperty("payerPaysUsd").GetDecimal()
            + totals.GetProperty("patientOwesUsd").GetDecimal() + totals.GetProperty("sequestrationUsd").GetDecimal());
    }

    [Fact]
    public void Csv_has_a_row_a_line()
    {
        var result = Price("J2781", "--units", "15", "--on", "2026-03-31", "--format", "csv");
        Assert.Contains(",J2781,,15,medicare,office,,2070.74,0.00,414.15,33.13,1623.46,414.15,2037.61,", result.Output);
    }

    [Fact]
    public void The_commands_of_the_page_run()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The shell is that of Unix.");
        var page = File.ReadAllText(Path.Combine(SharedFolder.Root, "docs", "pricing.md"));
        foreach (var line in page.ReplaceLineEndings("\n").Split('\n'))
            if (line.StartsWith("./noc ", StringComparison.Ordinal))
                Assert.Equal((line, ""), (line, Commands.Shell(line.Replace("./noc", Commands.ShellNoc,
                    StringComparison.Ordinal)).Errors));
    }

    [Theory]
    [InlineData("samples/encounters/office-visit.json")]
    [InlineData("samples/evidence/visits.ndjson")]
    public void Coding_and_pricing_say_the_same_of_an_encounter(string file)
    {
        using var coded = JsonDocument.Parse(Commands.Noc("code", file, "--format", "json", "--no-audit").Output);
        using var priced = JsonDocument.Parse(Commands.Noc("price", file, "--format", "json").Output);
        var one = coded.RootElement.GetProperty("visits").EnumerateArray().SelectMany(visit =>
            visit.GetProperty("claims").EnumerateArray().SelectMany(claim =>
                claim.GetProperty("lines").EnumerateArray())).Select(line =>
                    $"{line.GetProperty("code")} {line.GetProperty("expected").GetProperty("allowedUsd")}");
        var other = priced.RootElement.GetProperty("lines").EnumerateArray()
            .Select(line => $"{line.GetProperty("code")} {line.GetProperty("allowedUsd")}");
        Assert.Equal(one, other);
    }
}
