using Noc.Tests;

namespace Noc.Cli.Tests;

public sealed class DataCommandTests : IDisposable
{
    private readonly DataHome _home = new();

    public DataCommandTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "The shell is that of Unix.");

    public void Dispose() => _home.Dispose();

    [Fact]
    public void An_import_counts_what_is_new_and_names_the_tables()
    {
        var result = _home.Noc("data import samples/agency");
        Assert.Equal(0, result.Code);
        Assert.Contains("changes nothing: the tables said it before", result.Output);
        Assert.Contains("Tables in use: tables-", result.Output);
        Assert.Contains("2026-01-01 to 2026-03-31", result.Errors);
        Assert.Contains("Nothing new", _home.Noc("data import samples/agency").Output);
    }

    [Fact]
    public void Every_report_names_the_tables_it_used()
    {
        var imported = _home.Noc("data import samples/agency").Output;
        var name = imported[imported.IndexOf("tables-", StringComparison.Ordinal)..][..19];
        Assert.Contains(name, _home.Noc("audit samples/clinic-2026.837").Output);
    }

    [Fact]
    public void Damaged_tables_are_said_on_the_report_and_the_seed_is_used()
    {
        _home.Noc("data import samples/agency");
        foreach (var file in Directory.GetFiles(_home.Path, "*.noctables")) File.WriteAllText(file, "NOCTABLE");
        var report = _home.Noc("audit samples/clinic-2026.837");
        Assert.Equal(1, report.Code);
        Assert.Contains("cut off", report.Output);
        Assert.Contains("tables seed-", report.Output);
        Assert.Equal(3, _home.Noc("data status").Code);
    }

    [Fact]
    public void The_status_says_what_is_loaded_what_is_missing_and_what_that_means()
    {
        _home.Noc("data import samples/agency");
        var status = _home.Noc("data status");
        Assert.Equal(0, status.Code);
        Assert.Matches(@"Part B payment limits +CMS +2024-01-01..2026-03-31 +7,\d+ complete\* +9\n", status.Output);
        Assert.Contains("NDC packages: not loaded.", status.Output);
        Assert.Contains("2026 Q2 not loaded", status.Output);
        Assert.Matches("sha256 [0-9a-f]{64}\n", _home.Noc("data status --long").Output);
    }

    [Fact]
    public void The_status_fits_80_columns_and_says_what_is_not_read_and_what_is_old()
    {
        var status = _home.Noc("data status").Output;
        Assert.Contains("HCPCS codes: nothing after 2025-12-31", status);
        Assert.Contains("NOC prices: nothing after 2025-12-31", status);
        Assert.Contains("OPPS addendum B: nothing after 2026-06-30", status);
        Assert.Contains("Part B payment limits: of 2026 Q3, 2026 Q4 extracts only", status);
        Assert.Contains("ZIP9", status);
        Assert.Contains("NSDE", status);
        Assert.Contains("processing notes", status);
        var missing = status[status.IndexOf("\nMissing", StringComparison.Ordinal)..];
        Assert.All(missing.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void The_status_of_the_seed_counts_its_own_facts_and_not_the_rows_of_agency_files()
    {
        var status = _home.Noc("data status").Output;
        Assert.DoesNotMatch("HCPCS codes .* 49,541 ", status);
        Assert.Matches(@"HCPCS codes +CMS +2018-01-01..2025-12-31 +1,971 +extract\* +7\n", status);
        Assert.Contains("* out of the facts that ship with Noc", status);
        Assert.All(status.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        var json = _home.Noc("data status --format json").Output;
        Assert.DoesNotContain("\"sha256\": \"seed", json);
        Assert.Contains("\"ships\": true", json);
    }

    [Fact]
    public void A_rollback_of_the_first_import_goes_back_to_the_seed()
    {
        _home.Noc("data import samples/agency");
        Assert.Contains("(`noc data rollback`)", _home.Noc("data status").Output);
        var back = _home.Noc("data rollback");
        Assert.Equal((0, true), (back.Code, back.Output.Contains("Tables in use: seed-", StringComparison.Ordinal)));
        Assert.Contains("Tables in use: seed-", _home.Noc("data status").Output);
        Assert.Contains("Tables in use: tables-", _home.Noc("data import samples/agency").Output);
    }

    [Fact]
    public void A_rollback_needs_tables_before()
    {
        Assert.Equal(2, _home.Noc("data rollback").Code);
        _home.Noc("data import samples/agency/payment-limits-2025q4.csv");
        _home.Noc("data import samples/agency/payment-limits-2026q1.csv");
        Assert.Equal(0, _home.Noc("data rollback").Code);
        Assert.DoesNotContain("payment-limits-2026q1", _home.Noc("data status --long").Output);
    }

    [Fact]
    public void A_path_that_is_not_there_is_named() =>
        Assert.Contains("no-such-file", _home.Noc("data import no-such-file").Errors);

    private string Limits(string name, string head, params string[] rows)
    {
        var path = Path.Combine(_home.Path, name);
        File.WriteAllText(path, $"Limits\r\n\"{head}\"\r\n\r\nHCPCS Code,Short Description,HCPCS Code Dosage,"
            + "Payment Limit,Co-insurance Percentage,Vaccine AWP%,Vaccine Limit,Blood AWP%,Blood limit,Clotting Factor,"
            + $"Notes\r\n{string.Join("\r\n", rows)}\r\n");
        return path;
    }

    private const string NextQuarter = "Effective April 1, 2026 through June 30, 2026";

    [Fact]
    public void An_import_counts_as_the_comparison_counts()
    {
        var first = Limits("a.csv", NextQuarter, "J9001,,10 MG,1.5,20,,,,,,", "J9002,,10 MG,2.5,20,,,,,,");
        var import = _home.Noc($"data import '{first}'").Output;
        Assert.Matches(@"payment limits +2 +0 +0\n", import);
        Assert.DoesNotContain("codes  ", import);
        Assert.Matches(@"payment limits +2 +0 +0\n", _home.Noc("data diff before current").Output);
        Assert.Contains("Payment limits of days that had none, in dollars a unit (2)",
            _home.Noc("data diff before current").Output);
        var second = Limits("Limit File 040226.csv", NextQuarter, "J9001,,10 MG,1.7,20,,,,,,");
        Assert.Matches(@"payment limits +0 +1 +0\n", _home.Noc($"data import '{second}'").Output);
        var diff = _home.Noc("data diff before current").Output;
        Assert.Matches(@"payment limits +0 +1 +0\n", diff);
        Assert.Contains("(corrected)", diff);
    }

    [Fact]
    public void A_renamed_column_is_refused_by_name_and_other_files_go_on()
    {
        var path = Limits("a.csv", NextQuarter, "J9001,,10 MG,1.5,20,,,,,,");
        File.WriteAllText(path, File.ReadAllText(path).Replace("Payment Limit", "Preis", StringComparison.Ordinal));
        var other = Limits("b.csv", NextQuarter, "J9002,,10 MG,2.5,20,,,,,,");
        var result = _home.Noc($"data import '{path}' '{other}'");
        Assert.Equal(3, result.Code);
        Assert.Contains("REFUSED  a.csv: looks like Part B payment limits; the header has no column \"Payment Limit\"; "
            + "Noc does not know its column \"Preis\".", result.Errors);
        Assert.Contains("read     b.csv", result.Errors);
    }

    [Fact]
    public void A_file_of_rows_that_nobody_understands_is_refused_with_reasons()
    {
        var path = Limits("a.csv", NextQuarter, [.. Enumerable.Repeat("NOCODE,,10 MG,1.5,20,,,,,,", 12)]);
        var result = _home.Noc($"data import '{path}'");
        Assert.Equal(3, result.Code);
        Assert.Contains("looks like Part B payment limits; 12 of 12 rows are not understood. Line 5: ", result.Errors);
        Assert.Contains("Nothing new. Tables in use: seed-", result.Output);
        Assert.Contains("Nothing new", _home.Noc("data import samples/agency/payment-limits-2026q1.csv") is { Code: 0 }
            ? _home.Noc("data import").Output : "");
    }

    [Fact]
    public void A_quarter_far_ahead_and_a_code_with_two_limits_are_implausible()
    {
        var ahead = Limits("ahead.csv", "Effective January 1, 2091 through March 31, 2091",
            "J9001,,10 MG,1.5,20,,,,,,");
        var twice = Limits("twice.csv", NextQuarter, "J9001,,10 MG,1.5,20,,,,,,", "J9001,,10 MG,2.5,20,,,,,,",
            "J9002,,10 MG,2.5,20,,,,,,", "J9002,,10 MG,2.5,20,,,,,,");
        var output = _home.Noc($"data import '{ahead}' '{twice}'").Output;
        const string Far = "ahead.csv: it speaks for 2091-01-01 on, more than a year ahead",
            Two = "twice.csv: twice in the file with different values, the last counts: J9001";
        Assert.Contains(Far, output);
        Assert.Contains(Two + "\n", output);
        var status = _home.Noc("data status --long").Output;
        Assert.Contains(Far, status);
        Assert.Contains(Two, status);
    }

    [Fact]
    public void A_file_that_was_named_and_says_nothing_is_an_error_and_one_that_lies_in_a_folder_is_not()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_home.Path, "in")).FullName;
        var page = Path.Combine(folder, "limits.zip");
        File.WriteAllText(page, "<!DOCTYPE html><html><body>Not found</body></html>");
        var named = _home.Noc($"data import '{page}'");
        Assert.Equal(3, named.Code);
        Assert.Contains("holds nothing that Noc reads", named.Errors);
        Assert.Equal(0, _home.Noc($"data import '{folder}'").Code);
    }

    [Fact]
    public void A_second_import_waits_for_nobody_and_says_why()
    {
        _home.Noc("data import samples/agency");
        using (new FileStream(Path.Combine(_home.Path, "import.lock"), FileMode.OpenOrCreate, FileAccess.Write,
            FileShare.None))
            foreach (var command in (string[])["data import samples/agency", "data rollback"])
            {
                var result = _home.Noc(command);
                Assert.Equal(4, result.Code);
                Assert.Contains("another import or update is running", result.Errors);
            }
        Assert.Equal(0, _home.Noc("data rollback").Code);
    }

    [Fact]
    public void A_data_folder_that_cannot_be_written_is_named()
    {
        var file = Path.Combine(_home.Path, "file");
        File.WriteAllText(file, "");
        var result = Commands.Shell($"NOC_HOME='{file}' {Commands.ShellNoc} data import samples/agency");
        Assert.Equal(4, result.Code);
        Assert.Contains($"{file} cannot be written", result.Errors);
        Assert.DoesNotContain("another import", result.Errors);
    }
}
