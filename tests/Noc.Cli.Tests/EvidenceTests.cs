using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Noc.Audit.Evidence;
using Noc.Tests;

namespace Noc.Cli.Tests;

/// <summary>Evidence from the files to the report: what is matched, what is left over, what is wrong with it.</summary>
public sealed class EvidenceTests : IDisposable
{
    private const string AsOf = "2026-11-21";
    private static readonly string Sample = Path.Combine("samples", "evidence");

    private readonly string _folder = Directory.CreateTempSubdirectory("noc-evidence-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Put(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private Commands.Result Audit(TestClaim claim, string evidence, string format = "json", params string[] more) =>
        Commands.Noc(["audit", Put("claims.837", claim.Text()), "--evidence", Put("visits.ndjson", evidence),
            "--format", format, "--as-of", AsOf, "--all", .. more]);

    private static JsonElement Json(Commands.Result result) => JsonDocument.Parse(result.Output).RootElement;

    private static JsonElement Claim(Commands.Result result) =>
        Json(result).GetProperty("files")[0].GetProperty("claims")[0];

    [Fact]
    public void The_sample_shows_missed_charges_and_what_the_record_does_not_have()
    {
        var result = Commands.Noc("audit", Sample, "--evidence", Sample, "--as-of", AsOf);
        Assert.Equal(1, result.Code);
        Assert.Contains("Given and not billed: 2, drugs worth $1,220.00", result.Output);
        Assert.Contains("no claim of this run", result.Output);
        Assert.Contains("109 days to the filing", result.Output);
        Assert.Contains("Billed and not in the record: 1, charged $2,400.00", result.Output);
        Assert.Contains("visits.ndjson line 5: No claim of this run fits this encounter.", result.Errors);
        Assert.DoesNotContain("EV-1001", result.Output);   // everything agrees
    }

    [Fact]
    public void Json_has_the_shape_of_its_schema()
    {
        var result = Commands.Noc(
            "audit", Sample, "--evidence", Sample, "--as-of", AsOf, "--format", "json", "--all");
        using var schema = JsonDocument.Parse(File.ReadAllBytes(
            Path.Combine(SharedFolder.Root, "docs", "schemas", "noc.audit-1.schema.json")));
        Assert.Empty(SchemaCheck.Errors(Json(result), schema.RootElement, schema.RootElement, "$"));
        Assert.Equal(2, Json(result).GetProperty("evidence").GetProperty("givenNotBilled").GetArrayLength());
    }

    [Fact]
    public void Ndjson_and_csv_tell_the_missed_charges_too()
    {
        var ndjson = Commands.Noc("audit", Sample, "--evidence", Sample, "--as-of", AsOf, "--format", "ndjson");
        var last = JsonDocument.Parse(ndjson.Output.TrimEnd('\n').Split('\n')[^1]).RootElement;
        Assert.Equal(610m, last.GetProperty("evidence").GetProperty("givenNotBilled")[0].GetProperty("costUsd")
            .GetDecimal());
        var csv = Commands.Noc("audit", Sample, "--evidence", Sample, "--as-of", AsOf, "--format", "csv");
        Assert.Equal(2, csv.Output.Split("given-not-billed").Length - 1);
    }

    [Fact]
    public void Without_evidence_the_report_is_as_it_was()
    {
        var report = Json(Commands.Noc("audit", Sample, "--as-of", AsOf, "--format", "json", "--all"));
        Assert.False(report.TryGetProperty("evidence", out _));
        Assert.False(report.GetProperty("files")[0].GetProperty("claims")[0].TryGetProperty("evidence", out _));
    }

    [Theory]
    [InlineData("claim/patientAccount", "\"T1\"", "account")]
    [InlineData("claim/patientAccount", "\"OTHER\"", "none")]     // the visit of another claim
    [InlineData("claim/patientAccount", null, "patient")]         // born on the same day
    public void Claims_find_their_visit(string pointer, string? json, string match) => Assert.Equal(match,
        Claim(Audit(new(), TestVisit.With((pointer, json)))).GetProperty("evidence").GetProperty("match").GetString());

    [Fact]
    public void A_visit_that_names_no_patient_is_matched_by_day_and_drug_and_only_warns()
    {
        var evidence = TestVisit.With(("claim/patientAccount", null), ("patient", "{}"), ("orders/0/to",
            "\"2026-03-01\""));
        var claim = Claim(Audit(new(), evidence));
        Assert.Equal("date-and-drug", claim.GetProperty("evidence").GetProperty("match").GetString());
        Assert.All(claim.GetProperty("findings").EnumerateArray(), finding =>
            Assert.Equal("warn", finding.GetProperty("severity").GetString()));
        Assert.NotEmpty(claim.GetProperty("findings").EnumerateArray());
    }

    [Fact]
    public void A_visit_of_another_patient_is_never_taken()
    {
        var evidence = TestVisit.With(("claim/patientAccount", null), ("patient/birthDate", "\"1960-01-01\""));
        Assert.Equal("none",
            Claim(Audit(new(), evidence)).GetProperty("evidence").GetProperty("match").GetString());
    }

    [Fact]
    public void Two_visits_that_fit_as_well_are_said_and_not_guessed()
    {
        (string, string?)[] changes = [("claim/patientAccount", null), ("patient", "{}"), ("orders", "[]")];
        var second = TestVisit.With([.. changes, ("id", "\"V-2\"")]);
        var result = Audit(new(), $"{TestVisit.With([.. changes, ("administrations/0/order", null)])}\n{second}\n");
        Assert.Equal("ambiguous", Claim(result).GetProperty("evidence").GetProperty("match").GetString());
        Assert.Empty(Claim(result).GetProperty("findings").EnumerateArray());
        Assert.Contains("fits 2 encounters", result.Errors);
        Assert.Empty(Json(result).GetProperty("evidence").GetProperty("givenNotBilled").EnumerateArray());
    }

    [Fact]
    public void What_is_malformed_is_named_by_line_and_pointer_and_the_audit_goes_on()
    {
        var bad = TestVisit.With(("id", "\"V-2\""), ("administrations/0/dose", "\"many\""),
            ("claim/patientAccount", "\"T2\""));
        var result = Audit(new(), $"{TestVisit.Text}\n{bad}\n");
        Assert.Contains("visits.ndjson line 2 /administrations/0/dose: This takes an amount", result.Errors);
        Assert.Equal(0, result.Code);
        Assert.Contains(Json(result).GetProperty("evidence").GetProperty("problems").EnumerateArray(),
            problem => problem.GetProperty("pointer").GetString() == "/administrations/0/dose"
                && problem.GetProperty("fileLine").GetInt32() == 2);
    }

    [Theory]
    [InlineData("{\"id\":\"V-9\"}", "/from")]
    [InlineData("{\"id\":", "This is no JSON")]
    public void A_visit_that_is_lost_makes_the_exit_code_3(string line, string named)
    {
        var result = Audit(new(), $"{TestVisit.Text}\n{line}\n");
        Assert.Equal(3, result.Code);
        Assert.Contains(named, result.Errors);
        Assert.Equal("account", Claim(result).GetProperty("evidence").GetProperty("match").GetString());
    }

    [Fact]
    public void An_empty_file_in_a_folder_of_evidence_may_have_lost_visits()
    {
        File.WriteAllText(Path.Combine(_folder, "monday.ndjson"), TestVisit.Text);
        File.WriteAllText(Path.Combine(_folder, "tuesday.ndjson"), "");
        File.WriteAllText(Path.Combine(_folder, "notes.txt"), "");
        var result = Commands.Noc("audit", Commands.Sample, "--evidence", _folder);
        Assert.Equal(3, result.Code);
        Assert.Contains("tuesday.ndjson: The file is empty", result.Errors);
        Assert.DoesNotContain("notes.txt", result.Errors);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        var result = Commands.Noc("audit", Commands.Sample, "--evidence", Path.Combine(_folder, "none"));
        Assert.Equal(3, result.Code);
        Assert.Contains("There is no such file or folder", result.Errors);
        Assert.Contains("RB-1002", result.Output);
    }

    [Theory]
    [InlineData("administrations/0/discarded", "\"50 mg\"", "/administrations/0/discarded")]
    [InlineData("administrations/0/dose", "\"300 mg\"", "/administrations/0/discarded")]
    [InlineData("administrations/0/dose", "\"1 vial\"", null)]
    [InlineData("administrations/0/dose", "\"2 vials\"", "/administrations/0/discarded")]
    [InlineData("administrations/0/dose", "\"1 dose\"", null)]
    [InlineData("administrations/0/order", "\"O-9\"", "/administrations/0/order")]
    [InlineData("orders/0/to", "\"2026-02-01\"", null)]
    [InlineData("administrations/0/containers/0/expires", "\"2026-03-09\"", "/administrations/0/containers/0/expires")]
    public void A_visit_that_contradicts_itself_is_named(string pointer, string json, string? named)
    {
        var problems = Json(Audit(new(), TestVisit.With((pointer, json)))).GetProperty("evidence")
            .GetProperty("problems").EnumerateArray().Select(one => one.GetProperty("pointer").GetString()).ToList();
        if (named is null) Assert.Empty(problems);
        else Assert.Contains(named, problems);
    }

    [Fact]
    public void A_dose_in_vials_of_which_nobody_knows_the_size_is_named() => Assert.Contains(
        "/administrations/0/dose", Json(Audit(new(), TestVisit.With(("administrations/0/dose", "\"1 vial\""),
            ("administrations/0/containers", null)))).GetProperty("evidence").GetProperty("problems").EnumerateArray()
            .Select(one => one.GetProperty("pointer").GetString()));

    [Fact]
    public void The_first_document_to_differ_is_named()
    {
        var evidence = TestVisit.With(("orders/0/dose", "\"300 mg\""), ("invoices/0/lot", "\"B99\""));
        var facts = Claim(Audit(new(), evidence)).GetProperty("evidence").GetProperty("lines")[0].GetProperty("match")
            .EnumerateArray().ToDictionary(fact => fact.GetProperty("fact").GetString()!,
                fact => fact.GetProperty("firstToDiffer").GetString());
        Assert.Equal(("record", "invoice", "", ""), (facts["dose"], facts["lot"], facts["ndc"], facts["drug"]));
    }

    [Fact]
    public void The_checklist_tells_what_is_missing_and_who_has_it()
    {
        var evidence = TestVisit.With(("administrations/0/stop", null), ("products/0/application", null));
        var list = Claim(Audit(new(), evidence)).GetProperty("evidence").GetProperty("lines")[0]
            .GetProperty("checklist");
        var missing = list.GetProperty("elements").EnumerateArray()
            .Where(element => element.GetProperty("state").GetString() == "missing")
            .Select(element => $"{element.GetProperty("element")} {element.GetProperty("who")}");
        Assert.Equal(["times nursing", "application-number pharmacy"], missing);
        Assert.Equal(list.GetProperty("required").GetInt32() - 2, list.GetProperty("met").GetInt32());
    }

    [Fact]
    public void A_limit_that_is_only_common_is_not_called_that_of_the_payer()
    {
        var visit = TestVisit.With(("claim/patientAccount", "\"T9\""), ("from", "\"2026-09-10\""),
            ("payers", """[{"name":"NO SUCH PLAN","id":"QQ1"}]"""));
        Assert.Contains("18 days to the shortest common filing limit (the payer's own is not known), 2026-12-09",
            Regex.Replace(Audit(new TestClaim(), visit, "text").Output, @"\s+", " "));
    }

    [Fact]
    public void The_statement_of_a_claim_that_is_ready_is_printed_with_all_claims()
    {
        var result = Audit(new TestClaim(), TestVisit.Text, "text", "--statement");
        Assert.Contains("Nothing to change.", result.Output);
        Assert.Contains("what   EXAMPLAZOLE 150MG was given IV.", result.Output);
        Assert.DoesNotContain("was given IV", Audit(new TestClaim(), TestVisit.Text, "text").Output);
    }

    [Fact]
    public void Every_sentence_of_the_statement_points_at_a_fact_of_the_record()
    {
        var evidence = TestVisit.With(("administrations/0/offLabel", "true"), ("citations", "[\"A COMPENDIUM\"]"),
            ("priorTherapies", """[ { "drug": "OTHERAMINE", "outcome": "no response" } ]"""));
        var visit = JsonDocument.Parse(evidence).RootElement;
        var sentences = Claim(Audit(new(), evidence)).GetProperty("evidence").GetProperty("lines")[0]
            .GetProperty("statement").EnumerateArray().ToList();
        Assert.Equal(["who", "what", "when", "where", "why"],
            sentences.Select(one => one.GetProperty("topic").GetString()).Distinct());
        foreach (var sentence in sentences)
        {
            var at = visit;
            foreach (var part in sentence.GetProperty("pointer").GetString()!.Split('/')[1..])
                at = at.ValueKind is JsonValueKind.Array ? at[int.Parse(part)] : at.GetProperty(part);
        }
        Assert.Contains(sentences, one => one.GetProperty("text").GetString() == "Supported by: A COMPENDIUM");
        Assert.Contains(sentences, one => one.GetProperty("text").GetString()!.Contains("no response"));
        Assert.DoesNotContain(sentences, one => one.GetProperty("text").GetString()!.Contains("PAT"));
    }

    [Theory]
    [InlineData("administrations/0/free", "true", 0)]
    [InlineData("administrations/0/method", "\"flush\"", 0)]
    [InlineData("claim/sentOn", "\"2026-03-12\"", 0)]      // billed in an earlier run
    [InlineData("trial", "{\"drugFree\": true}", 0)]
    [InlineData("id", "\"V-7\"", 1)]
    public void A_visit_without_a_claim_is_a_missed_charge(string pointer, string json, int missed)
    {
        var evidence = TestVisit.With(("claim/patientAccount", "\"T9\""), (pointer, json));
        Assert.Equal(missed, Json(Audit(new(), evidence)).GetProperty("evidence").GetProperty("givenNotBilled")
            .GetArrayLength());
    }

    [Fact]
    public void What_it_cost_is_not_known_without_an_invoice()
    {
        var one = Json(Audit(new(), TestVisit.With(("claim/patientAccount", "\"T9\""), ("invoices", "[]"))))
            .GetProperty("evidence").GetProperty("givenNotBilled")[0];
        Assert.Equal((JsonValueKind.Null, "2027-03-10"),
            (one.GetProperty("costUsd").ValueKind, one.GetProperty("sendBy").GetString()));
    }

    [Fact]
    public void A_second_drug_of_the_visit_that_the_claim_leaves_out_is_found()
    {
        var evidence = TestVisit.With(("administrations/9",
            """{ "drug": "SAMPLIMAB", "ndc": "99999-0555-01", "dose": "40 mg", "route": "IV" }"""));
        var missed = Json(Audit(new(), evidence)).GetProperty("evidence").GetProperty("givenNotBilled");
        Assert.Equal("SAMPLIMAB", Assert.Single(missed.EnumerateArray()).GetProperty("drug").GetString());
    }

    [Fact]
    public void A_code_of_its_own_is_compared_by_units()
    {
        var visit = TestVisit.With(("administrations", """
            [ { "drug": "LEQEMBI", "ndc": "99999-0174-01", "dose": "700 mg", "route": "IV" } ]
            """), ("orders", "[]"), ("invoices", "[]"), ("products", "[]"));
        var claim = new TestClaim { Code = "J0174", Description = "", Lin = "", Evidence = visit };
        Assert.Contains((claim with { Units = "600" }).Findings(), finding => finding.Rule.Id == "EVD003"
            && finding.Expected!.Units == 700);
        Assert.DoesNotContain((claim with { Units = "700" }).Findings(), finding => finding.Rule.Id == "EVD003");
    }

    [Fact]
    public void A_missing_order_is_told_once_for_drug_and_waste()
    {
        var claim = new TestClaim
        {
            Modifiers = "", Others = ["96365*185", "J3490:JW:::EXAMPLAZOLE 50MG WASTE*300"],
            Evidence = TestVisit.With(("orders", "[]"), ("administrations/0/discarded", "\"50 mg\"")),
        };
        Assert.Equal(1, Assert.Single(claim.Findings(), finding => finding.Rule.Id == "EVD007").Line);
    }

    [Fact]
    public void Numbers_beyond_any_purchase_are_no_price()
    {
        var claim = new TestClaim { Note = "INVOICE $900.00", Evidence = TestVisit.With(
            ("invoices/0/quantity", "0.0000000000000000000000001"),
            ("invoices/0/discountUsd", "1000000000000")) };
        Assert.DoesNotContain(claim.Findings(), finding => finding.Rule.Id == "EVD013" && finding.Expected is not null);
    }

    [Fact]
    public void Many_visits_are_looked_up_without_going_through_them()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 2000; i++)
            text.Append(TestVisit.With(("id", $"\"V-{i}\""), ("claim/patientAccount", $"\"N{i}\""))).Append('\n');
        var index = TestClaim.IndexOf(text.ToString());
        Assert.Equal((2000, 2000), (index.Items.Count, index.GivenCount));
        Assert.Equal(1999, index.Items[^1].FirstGiven);
    }

    [Fact]
    public void The_match_of_a_claim_can_be_asked_from_a_program() => Assert.Equal(EvidenceMatch.None,
        ClaimEvidence.None.Match);

    [Fact]
    public void What_a_difference_is_worth_is_told()
    {
        var result = Commands.Noc("audit", "corpus/ADM006/fires.837", "--evidence", "corpus/ADM006/fires.json");
        Assert.Contains("96366 x1 (about $21.38 more)", string.Join(' ', result.Output.Split((char[]?)null,
            StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_of_a_practice_shows_what_each_line_has_of_what_is_required()
    {
        var page = Commands.Noc("audit", "samples/evidence", "--evidence", "samples/evidence", "--as-of", "2026-11-21",
            "--format", "html").Output;
        Assert.Matches(@"Line \d has \d+ of \d+ that are required", page);
    }
}
