using System.Text.Json;
using Noc.App.ListNewCodes;
using Noc.Reference.Policies;
using Noc.Reference.Seed;
using Noc.Tests;

namespace Noc.Cli.Tests;

public sealed class NewCodesCommandTests : IDisposable
{
    private static readonly string Sample = Path.Combine(SharedFolder.Root, "samples", "new-codes");
    private readonly string _folder = Directory.CreateTempSubdirectory("noc-evidence").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static NewCodesAnswer Ask(
        string? claims, string? evidence, DateOnly? on = null) => NewCodesList.Answer(new()
    {
        Since = new(2025, 10, 1),
        On = on ?? new(2026, 4, 15),
        Claims = claims is null ? [] : [claims],
        Evidence = evidence is null ? [] : [evidence],
    }, SeedTables.Load(), ShippedPolicies.Set);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private string Stale(string name, string text) => string.Join("; ",
        Ask(null, Write(name, text)).Evidence!.Stale.Select(row => $"{row.Kind} {row.Id} {row.OldCode}>{row.NewCode}"));

    [Fact]
    public void A_code_for_one_brand_is_listed_under_that_brand()
    {
        var list = Commands.Noc("new-codes", "--since", "2026Q1").Output;
        Assert.Contains("Miudella (copper IUD)", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Paragard", list, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_from_the_first_day_on_are_recoded_with_units_and_earlier_ones_are_sent()
    {
        var claims = Ask(Sample, null).Claims!;
        Assert.Equal(["NC-1 J3590>J9256 400", "NC-3 J9999>J9601 200"],
            claims.Recode.Select(line => $"{line.Claim} {line.OldCode}>{line.NewCode} {line.Units:0}"));
        Assert.Equal(["NC-2 2026-12-22 J9256", "NC-4 2027-04-02 "],
            claims.Send.Select(line => $"{line.Claim} {line.SendBy:yyyy-MM-dd} {line.NextCode}"));
        Assert.Contains("J9256 counts from 2026-01-01 only", Page().Replace("\n ", "", StringComparison.Ordinal));
    }

    // Loargys has no code; the claim of NC-4 goes to the payer named.
    private SendCard Sent(string filing, string payer, string id, DateOnly on)
    {
        var text = File.ReadAllText(Path.Combine(Sample, "clinic-2026-04.837"))
            .Replace("SBR*P*18*******MB", $"SBR*P*18*******{filing}", StringComparison.Ordinal)
            .Replace("NM1*PR*2*MEDICARE ILLINOIS*****PI*06102", $"NM1*PR*2*{payer}*****PI*{id}",
                StringComparison.Ordinal);
        return Assert.Single(Ask(Write("sent.837", text), null, on).Claims!.Send, line => line.Claim is "NC-4");
    }

    [Theory]
    [InlineData("CH", "TRICARE EAST", "TREST", "2027-04-02", "1 year")]
    [InlineData("16", "HUMANA", "61101", "2027-04-02", "1 year")]
    [InlineData("FI", "BCBS FEDERAL EMPLOYEE PROGRAM", "FEP", "2027-12-31", "end of next year")]
    [InlineData("MB", "MEDICARE ILLINOIS", "06102", "2027-04-02", "1 year")]
    public void A_line_is_late_only_after_the_window_of_its_payer(
        string filing, string payer, string id, string until, string window)
    {
        var last = DateOnly.Parse(until);
        var intime = Sent(filing, payer, id, last);
        Assert.Equal((last, false), (intime.SendBy, intime.IsLate));
        Assert.Contains($"until {until} ({window})", intime.Text);
        Assert.True(Sent(filing, payer, id, last.AddDays(1)).IsLate);
    }

    [Theory]
    [InlineData("MC", "ILLINOIS MEDICAID", "ILMCD", "2026-09-29", "2027-04-02 at the latest")]  // 180 days, not sure
    [InlineData("CI", "AMBETTER", "AMBET", "2026-07-31", "of its network until 2026-07-31")]
    [InlineData("CI", "AETNA", "60054", "2026-07-01", "the contract decides")]
    [InlineData("CI", "EXAMPLE HEALTH PLAN", "EXHP1", "2026-07-01", "the contract sets the limit")]
    public void Where_no_sure_window_is_known_a_line_is_never_called_late(
        string filing, string payer, string id, string sendBy, string says)
    {
        var after = DateOnly.Parse(sendBy).AddDays(1);
        var line = Sent(filing, payer, id, after);
        Assert.Equal((after.AddDays(-1), false), (line.SendBy, line.IsLate));
        Assert.Contains(says, line.Text);
        var page = NewCodesPage.Write(Ask(Path.Combine(_folder, "sent.837"), null, after), isColored: false);
        Assert.DoesNotContain("LATE", page);
        Assert.Contains("may be late", page);
    }

    [Fact]
    public void A_line_is_recognised_by_its_ndc_too()
    {
        var text = File.ReadAllText(Path.Combine(Sample, "clinic-2026-04.837"))
            .Replace("IMAAVY(NIPOCALIMAB) 1200MG IV", "SEE RECORD", StringComparison.Ordinal)
            .Replace("99999071001", "57894080101", StringComparison.Ordinal);
        var claims = Ask(Write("x.837", text), null).Claims!;
        Assert.Contains(claims.Recode, line => line is { Claim: "NC-1", FoundBy: "NDC", Units: null });
        Assert.DoesNotContain(claims.Recode, line => line.Claim is "NC-2");
    }

    [Theory]
    [InlineData("J3490", "VASOPRESSIN 20 UNITS IV", "81298855203", "20260210", "J3490>J2596 20 NDC")]
    [InlineData("J1599", "YIMMUGO 10000MG IV", "99999071001", "20260410", "J1599>J1553 100 name")]
    [InlineData("J1599", "YIMMUGO 10000MG IV", "99999071001", "20260331", "")]
    [InlineData("J3490", "VASOPRESSIN 20 UNITS IV", "81298855203", "20251231", "")]
    public void What_the_audit_finds_by_a_code_of_the_span_is_found_here(
        string code, string drug, string ndc, string day, string recoded)
    {
        var text = File.ReadAllText(Path.Combine(Sample, "clinic-2026-04.837"))
            .Replace("J3590:JZ::::IMAAVY(NIPOCALIMAB) 1200MG IV", $"{code}:::::{drug}", StringComparison.Ordinal)
            .Replace("99999071001", ndc, StringComparison.Ordinal)
            .Replace("20260112", day, StringComparison.Ordinal);
        Assert.Equal(recoded, string.Join("; ", Ask(Write("x.837", text), null).Claims!.Recode
            .Where(line => line.Claim is "NC-1")
            .Select(line => $"{line.OldCode}>{line.NewCode} {line.Units:0} {line.FoundBy}")));
    }

    [Fact]
    public void A_liquid_immune_globulin_waits_under_its_own_shared_code_in_hospitals_too()
    {
        var waiting = Ask(null, null).Waiting;
        Assert.Contains(waiting, drug => drug is { Code: "J1599", HospitalCode: "J1599" }
            && drug.Drug.StartsWith("Qivigy", StringComparison.Ordinal));
        Assert.Contains(waiting, drug => drug is { Code: "J3590", HospitalCode: "C9399" }
            && drug.Drug.StartsWith("Loargys", StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_list_of_drugs_without_a_code_leaves_out_is_counted()
    {
        var answer = Ask(null, null, new(2026, 11, 22));
        Assert.DoesNotContain(answer.Waiting, drug => drug.Drug.StartsWith("Kebilidi", StringComparison.Ordinal));
        var note = Assert.Single(answer.Notes, note => note.Contains("Left out", StringComparison.Ordinal));
        Assert.Matches(@"\d+ approved before \(the newest: .*Kebilidi 2024-11-13", note);
        Assert.Matches(@"\d+ without a known day of approval; \d+ that patients swallow", note);
    }

    [Fact]
    public void Missing_crosswalks_are_those_of_the_span_that_was_asked_for()
    {
        var notes = NewCodesList.Answer(new() { Since = new(2026, 7, 1), On = new(2026, 11, 22) }, SeedTables.Load(),
            ShippedPolicies.Set).Notes;
        Assert.Contains(notes, note => note.Contains("as a whole: 2026 Q3, 2026 Q4.", StringComparison.Ordinal));
        Assert.DoesNotContain(notes, note => note.Contains("2027", StringComparison.Ordinal));
    }

    [Fact]
    public void A_charge_whose_unit_is_not_known_says_so()
    {
        var row = Assert.Single(Ask(null, Write("cdm.csv", "cdm,code,drug\n1,J9999,Inlexzo\n")).Evidence!.Stale);
        Assert.Equal("add J9183 (unit not known) from 2026-04-01, end J9999 for it", row.Action);
    }

    [Theory]
    [InlineData("CI", "EXAMPLE HEALTH PLAN", "EXHP1", true)]
    [InlineData("MB", "MEDICARE ILLINOIS", "06102", false)]
    public void Other_payers_than_medicare_may_not_have_loaded_a_new_code(
        string filing, string payer, string id, bool isWarned)
    {
        Sent(filing, payer, id, new(2026, 4, 15));
        var line = Assert.Single(Ask(Path.Combine(_folder, "sent.837"), null).Claims!.Recode,
            line => line.Claim is "NC-1");
        Assert.Equal(isWarned, line.Note.Contains("check that the plan has loaded it", StringComparison.Ordinal));
    }

    [Fact]
    public void Rows_that_name_the_old_code_are_found_in_every_kind_of_file()
    {
        var rows = Ask(null, Sample).Evidence!.Stale;
        Assert.Equal(
        [
            "authorization A-1001 J3590>J9256", "authorization A-1004 J9999>J9601",
            "charge-master 4401122 J9999>J9326", "charge-master 4401124 C9305>J9256",
            "record  J9999>J9326", "order O-77 J3590>J9256",
        ], rows.Select(row => $"{row.Kind} {row.Id} {row.OldCode}>{row.NewCode}"));
        Assert.Contains("put J9256 in place of J3590 from 2026-01-01 on", rows[0].Action);
    }

    [Theory]
    [InlineData("auth.csv", "Auth Number;HCPCS Code;Drug Name\nA1;J3590;Imaavy\n", "authorization A1 J3590>J9256")]
    [InlineData("cdm.tsv", "CDM\tProcedure\tDescription\n77\tJ9999\tEMRELIS\n", "charge-master 77 J9999>J9326")]
    [InlineData("x.csv", "id,kind,code,ndc\n1,order,J3590,57894-0801-01\n", "order 1 J3590>J9256")]
    [InlineData("x.csv", "id,code,drug\n1,J3590,\"Imaavy,\n\"\"IV\"\"\"\n", "record 1 J3590>J9256")]
    [InlineData("x.json", "[{\"id\":\"9\",\"hcpcs\":\"C9399\",\"name\":\"Itvisma\"}]", "record 9 C9399>C9309")]
    [InlineData("x.csv", "id,code,ndc\nV1,J3490,81298-8552-03\n", "record V1 J3490>J2596")]   // was priced by name
    [InlineData("x.csv", "id,code,drug\nV2,J1599,Yimmugo 10%\n", "record V2 J1599>J1553")]
    [InlineData("x.csv", "id,code,drug\nV2,J1599,Qivigy 10%\n", "")]
    [InlineData("cdm.csv", "ID|CODE|NDC\n7|J3590|57894-0801-01\n", "charge-master 7 J3590>J9256")]
    [InlineData("x.txt", "CDM|CODE|DESC|NDC|KIND\n7|J3590||57894-0801-01|order\n", "order 7 J3590>J9256")]
    [InlineData("x.txt", "ID\tCODE\tDRUG\n7\tJ9999\tEmrelis\n", "record 7 J9999>J9326")]
    [InlineData("x.txt", "7|J3590||57894080101|\n", "record  J3590>J9256")]
    [InlineData("x.txt", "J3590 order 5789408010155, phone 217-555-0142\n", "")]
    [InlineData("auth.csv", "id;code;drug\nP5;J9999, J3590;Emrelis or Imaavy\n",
        "authorization P5 J3590>J9256; authorization P5 J9999>J9326")]
    [InlineData("auth.csv", "id;code;drug\nP6;J3590;Bosaya (denosumab-kyqq)\n", "authorization P6 J3590>Q5161")]
    [InlineData("x.csv", "id,code,drug,to\n1,J3590,Imaavy,12/31/2025\n", "")]      // ended before the code
    [InlineData("x.csv", "id,code,drug\n1,J3590 J9256,Imaavy\n", "")]              // has it already
    [InlineData("x.csv", "id,code,drug\n1,J3590,Loargys\n", "")]                   // has no code
    [InlineData("x.csv", "id,code,drug\n1,96365,Imaavy\n", "")]
    [InlineData("x.txt", "Imaavy is in stock\n", "")]
    public void A_row_is_stale_where_the_drug_has_a_newer_code(string name, string text, string stale) =>
        Assert.Equal(stale, Stale(name, text));

    [Fact]
    public void Inputs_that_cannot_be_read_are_named_and_end_with_3()
    {
        var broken = Write("broken.json", "{");
        var result = Commands.Noc("new-codes", "--evidence", broken, "--claims", "no-such.837");
        Assert.Equal(3, result.Code);
        Assert.Contains("no JSON", result.Errors);
        Assert.Contains("no-such.837", result.Errors);
    }

    [Fact]
    public void Json_has_the_shape_of_its_schema()
    {
        var result = Commands.Noc("new-codes", "--since", "2025-Q4", "--on", "2026-04-15", "--claims", Sample,
            "--evidence", Sample, "--format", "json");
        Assert.Equal(1, result.Code);
        using var report = JsonDocument.Parse(result.Output);
        using var schema = JsonDocument.Parse(File.ReadAllBytes(
            Path.Combine(SharedFolder.Root, "docs", "schemas", "noc.new-codes-1.schema.json")));
        Assert.Empty(SchemaCheck.Errors(report.RootElement, schema.RootElement, schema.RootElement, "$"));
    }

    [Fact]
    public void The_page_fits_a_terminal_and_says_never_to_hold_a_claim()
    {
        var page = Page();
        Assert.All(page.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Assert.Contains("Never hold a claim", page);
        Assert.Contains("Loargys", page);
    }

    [Fact]
    public void The_calendar_names_the_rounds_of_applications_with_their_sources()
    {
        var rounds = Ask(null, null).Calendar;
        Assert.Equal(
        [
            "2025Q4 2026Q1 2026-04-01 in force", "2026Q1 2026Q2 2026-07-01 being decided",
            "2026Q2 2026Q3 2026-10-01 open for applications", "2026Q3 2026Q4 2027-01-01 next",
        ], rounds.Select(round => $"{round.Applied} {round.Decided} {round.Effective:yyyy-MM-dd} {round.Status}"));
        Assert.All(rounds, round => Assert.Equal((2, "medium"), (round.Sources.Count, round.Confidence)));
        Assert.Contains("  2026Q1   2026Q2   2026-07-01  being decided", Page());
    }

    [Theory]
    [InlineData("2026-05-20", "applying")]   // approved in the quarter: it can still be applied for
    [InlineData("2026-02-10", "deciding")]
    [InlineData("2025-12-31", "due")]
    [InlineData("2025-06-30", "late")]
    public void A_drug_without_a_code_has_a_status_by_its_approval(string approved, string status) =>
        Assert.Equal(status, CodeCalendar.StatusOf(DateOnly.Parse(approved), new(2026, 6, 1)));

    [Fact]
    public void Every_drug_of_the_list_has_sources()
    {
        var answer = Ask(null, null);
        Assert.All(answer.Waiting, drug => Assert.NotEmpty(drug.Sources));
        Assert.All(answer.Codes, code => Assert.NotEmpty(code.Sources));
    }

    [Theory]
    [InlineData("2026Q1", "2026-01-01")]
    [InlineData("2026-q4", "2026-10-01")]
    [InlineData("2026-02-15", "2026-02-15")]
    [InlineData("2026Q5", "")]
    [InlineData("spring", "")]
    public void Quarters_are_read_as_people_write_them(string text, string day) =>
        Assert.Equal(day, $"{NewCodesOptions.Quarter(text):yyyy-MM-dd}");

    [Fact]
    public void Without_since_the_last_four_quarters_count()
    {
        Assert.Equal(new(2025, 4, 1), NewCodesOptions.YearBefore(new(2026, 4, 15)));
        Assert.Equal(2, Commands.Noc("new-codes", "--since", "spring").Code);
    }

    private static string Page() => NewCodesPage.Write(Ask(Sample, Sample), isColored: false);
}
