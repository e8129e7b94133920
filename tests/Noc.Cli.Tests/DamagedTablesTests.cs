using Noc.Reference.Store;
using Noc.Tests;

namespace Noc.Cli.Tests;

/// <summary>No command uses tables that are damaged inside, and every report says so.</summary>
public sealed class DamagedTablesTests(DamagedHome damaged) : IClassFixture<DamagedHome>
{
    private readonly DataHome _home = damaged.Home;

    [Theory]
    [InlineData("audit samples/clinic-2026.837")]
    [InlineData("audit samples/clinic-2026.837 --format json")]
    [InlineData("audit samples/clinic-2026.837 --format html")]
    [InlineData("audit samples/clinic-2026.837 --format sarif")]
    [InlineData("find vyepti")]
    [InlineData("find vyepti --format json")]
    [InlineData("find --compare J3490,J3590 --format json")]
    [InlineData("ndc 50242-060-01")]
    [InlineData("ndc 50242-060-01 --format json")]
    [InlineData("new-codes --since 2026Q1 --on 2026-04-15")]
    [InlineData("new-codes --since 2026Q1 --on 2026-04-15 --format json")]
    [InlineData("price J2781 --units 15 --on 2026-03-31 --charge 9000")]
    [InlineData("price J2781 --units 15 --on 2026-03-31 --charge 9000 --format json")]
    [InlineData("code samples/encounters/office-visit.json")]
    [InlineData("code samples/encounters/office-visit.json --format json")]
    [InlineData("infuse samples/encounters/chemo-day.json")]
    [InlineData("infuse samples/encounters/chemo-day.json --format json")]
    [InlineData("rvu samples/rvu/log.csv --as-of 2026-09-30")]
    [InlineData("rvu samples/rvu/log.csv --as-of 2026-09-30 --format json")]
    [InlineData("narrative --payer palmetto --drug EXAMPLAZOLE --dose 150MG --route IV --ndc 99999012301")]
    [InlineData("data status")]
    [InlineData("data status --format json")]
    public void Every_report_says_that_damaged_tables_were_not_used(string command)
    {
        var result = _home.Noc(command);
        Assert.NotEqual(4, result.Code);
        Assert.Contains("The table file is damaged", string.Join(' ', result.Output.Split((char[]?)null,
            StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("audit samples/clinic-2026.837 --format csv")]
    [InlineData("cases run samples/worked-cases.json")]
    [InlineData("rules list --payer noridian")]
    [InlineData("data seed --out '{0}/seed'")]
    public void Where_a_report_has_no_place_for_it_the_command_says_it_beside(string command)
    {
        var result = _home.Noc(string.Format(System.Globalization.CultureInfo.InvariantCulture, command, _home.Path));
        Assert.NotEqual(4, result.Code);
        Assert.Contains("The table file is damaged", result.Output + result.Errors);
    }

    [Fact]
    public void An_import_of_known_files_or_of_none_writes_them_anew()
    {
        using var other = new DamagedHome();
        var result = other.Home.Noc("data import samples/agency");
        Assert.Equal(0, result.Code);
        Assert.Contains("written anew", result.Output);
        Assert.Null(InstalledTables.Load(other.Home.Path).Notice);
        other.Damage();
        Assert.Contains("written anew", other.Home.Noc("data import").Output);
        Assert.Contains("Nothing new", other.Home.Noc("data import").Output);
        Assert.Contains("seed-", other.Home.Noc("data rollback").Output);
    }
}

/// <summary>A data folder of which the tables are damaged behind their directory.</summary>
public sealed class DamagedHome : IDisposable
{
    private const int Beyond = 20_000, Step = 997;

    public DamagedHome()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The shell is that of Unix.");
        Home.Noc("data import samples/agency");
        Damage();
    }

    internal DataHome Home { get; } = new();

    public void Damage()
    {
        var file = Directory.GetFiles(Home.Path, "*.noctables").Single();
        var bytes = File.ReadAllBytes(file);
        for (var at = Beyond; at < bytes.Length; at += Step) bytes[at] ^= 0xFF;
        File.WriteAllBytes(file, bytes);
    }

    public void Dispose() => Home.Dispose();
}
