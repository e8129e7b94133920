namespace Noc.App.Tests;

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
        Assert.Contains("payment limits", result.Output);
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
        Assert.Matches(@"Part B payment limits +CMS +2024-01-01..2026-03-31 +7,\d+ complete\* 9\n", status.Output);
        Assert.Contains("NDC packages: not loaded.", status.Output);
        Assert.Contains("2026 Q2 not loaded", status.Output);
        Assert.Matches("sha256 [0-9a-f]{64}\n", _home.Noc("data status --long").Output);
    }

    [Fact]
    public void The_status_fits_80_columns_and_says_what_is_not_read_and_what_is_old()
    {
        var status = _home.Noc("data status").Output;
        Assert.Contains("HCPCS codes: nothing after 2025-12-31", status);
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
        Assert.Matches(@"HCPCS codes +CMS +2018-01-01..2025-12-31 +1,970 +extract\* 7\n", status);
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
}
