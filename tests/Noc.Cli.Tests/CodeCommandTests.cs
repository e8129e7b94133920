using System.Text;
using System.Text.Json;
using Noc.Tests;

namespace Noc.Cli.Tests;

public sealed class CodeCommandTests
{
    private static readonly string Visit = Path.Combine("samples", "encounters", "office-visit.json");

    private static readonly string Visits = Path.Combine("samples", "encounters", "to-code.ndjson");

    private static readonly string Charges = Path.Combine("samples", "encounters", "charges.csv");

    [Fact]
    public void A_visit_is_written_in_eighty_columns()
    {
        var result = Commands.Noc("code", Visit, "--charges", Charges);
        Assert.Empty(result.Errors);
        Assert.All(result.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Assert.Contains("EXAMPLAZOLE WASTE 20MG", result.Output, StringComparison.Ordinal);
        Assert.Contains("J9271", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("ndjson")]
    public void Json_has_the_shape_of_its_schema(string format)
    {
        using var schema = JsonDocument.Parse(File.ReadAllBytes(
            Path.Combine(SharedFolder.Root, "docs", "schemas", "noc.code-1.schema.json")));
        var root = schema.RootElement;
        foreach (var file in (string[])[Visit, Visits])
        {
            var output = Commands.Noc("code", file, "--format", format).Output;
            if (format is "json")
            {
                using var report = JsonDocument.Parse(output);
                Assert.Empty(SchemaCheck.Errors(report.RootElement, root, root, "$"));
                continue;
            }
            var visit = root.GetProperty("properties").GetProperty("visits").GetProperty("items");
            foreach (var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                using var one = JsonDocument.Parse(line);
                Assert.Empty(SchemaCheck.Errors(one.RootElement, visit, root, "$"));
            }
        }
    }

    [Fact]
    public void Bad_values_are_named_by_pointer_and_the_other_drugs_are_coded()
    {
        var result = Commands.Noc("code", Visits, "--format", "json");
        Assert.Equal(1, result.Code);
        using var report = JsonDocument.Parse(result.Output);
        var bad = report.RootElement.GetProperty("visits")[2];
        var pointers = bad.GetProperty("problems").EnumerateArray()
            .Select(one => one.GetProperty("pointer").GetString());
        Assert.Equal(["/administrations/0/dose", "/administrations/0/start", "/administrations/1/dose"],
            pointers.Order(StringComparer.Ordinal));
        var codes = bad.GetProperty("claims")[0].GetProperty("lines").EnumerateArray()
            .Select(line => line.GetProperty("code").GetString());
        Assert.Contains("J0897", codes);
        Assert.Contains("J3490", codes);
    }

    [Fact]
    public void A_costly_drug_is_split_over_claims()
    {
        using var report = JsonDocument.Parse(
            Commands.Noc("code", Visits, "--format", "json", "--charges", Charges).Output);
        var claims = report.RootElement.GetProperty("visits")[0].GetProperty("claims").EnumerateArray().ToList();
        // Nine vials of $20,050: five would be beyond the limit, and a claim holds whole vials.
        Assert.Equal(3, claims.Count);
        Assert.All(claims, claim => Assert.InRange(claim.GetProperty("chargeUsd").GetDecimal(), 1, 99_999.99m));
        Assert.Contains("CLAIM 2 OF 3", claims[1].GetProperty("lines")[0].GetProperty("description").GetString(),
            StringComparison.Ordinal);
        Assert.Contains(claims[1].GetProperty("lines")[0].GetProperty("modifiers").EnumerateArray(),
            one => one.GetProperty("code").GetString() == "76");
    }

    [Fact]
    public void Standard_input_is_read()
    {
        var result = Commands.Noc(File.ReadAllBytes(Path.Combine(SharedFolder.Root, Visit)), "code", "-");
        Assert.Contains("V-2026-0311", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_read_is_named_and_the_rest_is_coded()
    {
        var result = Commands.Noc("code", "nowhere.json", Visit);
        Assert.Equal(3, result.Code);
        Assert.Contains("nowhere.json", result.Errors, StringComparison.Ordinal);
        Assert.Contains("V-2026-0311", result.Output, StringComparison.Ordinal);
        var broken = Commands.Noc("[1]"u8.ToArray(), "code", "-");
        Assert.Equal(3, broken.Code);
        Assert.Contains("An encounter is a JSON object.", broken.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_charge_list_with_quotes_loses_not_even_its_first_row()
    {
        var folder = Directory.CreateTempSubdirectory("noc-test-").FullName;
        try
        {
            var list = Path.Combine(folder, "charges.csv");
            File.WriteAllText(list, "\"J9271\",\"60\"\n");
            Assert.Contains(
                "12,000.00", Commands.Noc("code", Visit, "--charges", list).Output, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_charge_list_that_is_none_is_refused()
    {
        var result = Commands.Noc("code", Visit, "--charges", Visit);
        Assert.Equal(3, result.Code);
        Assert.Contains("a code and its charge", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_of_a_visit_of_several_days_tell_their_day()
    {
        using var visit = new TempFile("""
            {"id":"V","from":"2026-03-10","to":"2026-03-12","administrations":[
             {"drug":"Keytruda","dose":"200 mg","date":"2026-03-10"},{"drug":"Keytruda","dose":"200 mg",
              "date":"2026-03-12"}]}
            """, ".json");
        var result = Commands.Noc("code", visit.Path);
        Assert.Contains("day       2026-03-10", result.Output, StringComparison.Ordinal);
        Assert.Contains("day       2026-03-12", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   day ", Commands.Noc("code", Visit).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("code,charge\n")]
    [InlineData("code,charge\nJ9271,79228162514264337593543950335\n")]
    public void A_charge_list_without_a_charge_is_refused(string text)
    {
        using var list = new TempFile(text, ".csv");
        var result = Commands.Noc("code", Visit, "--charges", list.Path);
        Assert.Equal(3, result.Code);
        Assert.Contains("a code and its charge", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_charge_list_that_tells_a_code_twice_says_which_counts()
    {
        using var list = new TempFile("J9271,50\nJ9271,\"60.00\"\n", ".csv");
        var result = Commands.Noc("code", Visit, "--charges", list.Path);
        Assert.Contains("12,000.00", result.Output, StringComparison.Ordinal);
        Assert.Contains("twice", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_of_a_visit_ends_with_what_it_will_be_paid()
    {
        var result = Commands.Noc("code", "samples/encounters/office-visit.json", "--charges",
            "samples/encounters/charges.csv", "--deductible", "100");
        Assert.Contains("Expected payment: 5 lines, 5 priced", result.Output, StringComparison.Ordinal);
        Assert.Contains("$488.00 allowed by invoice", result.Output, StringComparison.Ordinal);
        Assert.All(result.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Theory]
    [InlineData("Botox", "155 units", "IM", "im")]
    [InlineData("Synvisc-One", "48 mg", "intra-articular", "other")]
    public void A_visit_whose_procedure_has_to_be_added_says_so_where_it_is_ready(
        string drug, string dose, string route, string method)
    {
        var visit = TestVisit.With(TestVisit.Given(drug, dose, route, ("billing/state", "\"SC\""),
            ("diagnoses", "[\"G43.709\"]"), ("administrations/0/method", $"\"{method}\"")));
        Assert.Contains("Ready to bill once the procedure",
            Commands.Noc(Encoding.UTF8.GetBytes(visit), "code", "-").Output, StringComparison.Ordinal);
    }
}
