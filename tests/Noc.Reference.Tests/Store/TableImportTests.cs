using System.Globalization;
using Noc.Drugs;
using Noc.Reference.Store;
using Noc.Tests;

namespace Noc.Reference.Tests.Store;

public sealed class TableImportTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("noc-home").FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    private ImportResult Import(params string[] paths) => new TableImport(_home, TableImage.Empty).Run(paths);

    private string Prices(string name, int quarter, decimal limit, int rows = 1)
    {
        var path = Path.Combine(_home, name);
        var from = new DateOnly(2026, (quarter * 3) - 2, 1);
        var lines = Enumerable.Range(0, rows).Select(i => $"J{9000 + i},,10 MG,{limit},20.000,,,,,,");
        var to = from.AddMonths(3).AddDays(-1);
        File.WriteAllText(path, string.Create(CultureInfo.InvariantCulture,
                $"Limits\r\n\"Effective {from:MMMM d, yyyy} through {to:MMMM d, yyyy}\"\r\n\r\n")
            + "HCPCS Code,Short Description,HCPCS Code Dosage,Payment Limit,Co-insurance Percentage,Vaccine AWP%,"
            + "Vaccine Limit,Blood AWP%,Blood limit,Clotting Factor,Notes\r\n" + string.Join("\r\n", lines) + "\r\n");
        return path;
    }

    private static decimal? Limit(TableImage image, DateOnly day) =>
        image.Rows<LimitRecord>().Of(TableKey.Of(HcpcsCode.Of("J9000"))).On(day)?.LimitUsd.Value;

    [Fact]
    public void Each_quarter_keeps_its_own_price()
    {
        Import(Prices("a.csv", 1, 1.5m));
        var image = Import(Prices("b.csv", 2, 2.5m)).After;
        Assert.Equal(1.5m, Limit(image, new(2026, 3, 31)));
        Assert.Equal(2.5m, Limit(image, new(2026, 4, 1)));
        Assert.Null(Limit(image, new(2026, 7, 1)));
        Assert.Equal(CoverageKind.Partial, new Coverage(image).Of(Dataset.AspPrices, new(2026, 4, 1)));
        Assert.Equal(CoverageKind.None, new Coverage(image).Of(Dataset.AspPrices, new(2026, 7, 1)));
    }

    [Fact]
    public void Equal_prices_of_following_quarters_become_one_record()
    {
        var image = Import(Prices("a.csv", 1, 1.5m), Prices("b.csv", 2, 1.5m), Prices("d.csv", 4, 1.5m)).After;
        var days = image.Rows<LimitRecord>().Of(TableKey.Of(HcpcsCode.Of("J9000"))).ToArray().Select(row => row.Days);
        Assert.Equal([new(new(2026, 1, 1), new(2026, 6, 30)), new(new(2026, 10, 1), new(2026, 12, 31))], days);
    }

    [Fact]
    public void Importing_the_same_file_again_changes_nothing()
    {
        var first = Import(Prices("a.csv", 1, 1.5m));
        Assert.True(first.IsChanged);
        var again = Import(Path.Combine(_home, "a.csv"));
        Assert.False(again.IsChanged);
        Assert.Equal(ImportOutcome.Known, Assert.Single(again.Members).Outcome);
        Assert.Single(new TableStore(_home).Names);
    }

    [Fact]
    public void The_order_of_import_does_not_matter()
    {
        string a = Prices("a.csv", 1, 1.5m), b = Prices("b.csv", 2, 2.5m);
        Import(a);
        var one = Import(b).After;
        Directory.Delete(Path.Combine(_home, "originals"), recursive: true);
        File.Delete(Path.Combine(_home, "current"));
        Import(b);
        Assert.Equal(one.Content.ToArray(), Import(a).After.Content.ToArray());
    }

    [Fact]
    public void A_newer_release_replaces_the_older_and_an_extract_never_a_complete_file()
    {
        var image = Import(
            Prices("Limit File 121725.csv", 1, 1m, rows: 800), Prices("Limit File 010526.csv", 1, 2m, rows: 800),
            Prices("Limit File 020126_extract.csv", 1, 3m)).After;
        Assert.Equal(2m, Limit(image, new(2026, 1, 1)));
        Assert.Equal(2, image.Rows<LoadedRecord>().All.ToArray().Count(row => row.Kind is LoadedKind.Superseded));
        Assert.Equal(CoverageKind.Complete, new Coverage(image).Of(Dataset.AspPrices, new(2026, 1, 1)));
    }

    [Fact]
    public void Tables_roll_back_to_the_ones_before()
    {
        var first = Import(Prices("a.csv", 1, 1.5m)).After.Name;
        Import(Prices("b.csv", 2, 2.5m));
        var store = new TableStore(_home);
        Assert.Equal(first, store.RollBack());
        Assert.Equal(first, store.OpenCurrent(out _)!.Name);
        Assert.Equal(TableStore.Seed, store.RollBack());
        Assert.Null(store.RollBack());
        Assert.True(Import(Path.Combine(_home, "b.csv")).IsChanged);
    }

    [Fact]
    public void A_damaged_or_cut_table_file_is_not_used_and_the_next_import_writes_it_anew()
    {
        var image = Import(Prices("a.csv", 1, 1.5m)).After;
        var path = Path.Combine(_home, image.Name + ".noctables");
        foreach (var bytes in (byte[][])[[], [1, 2, 3], image.Content[..100].ToArray(), new byte[5000]])
        {
            File.WriteAllBytes(path, bytes);
            var tables = InstalledTables.Load(_home);
            Assert.NotNull(tables.Notice);
            Assert.StartsWith("seed-", tables.Version, StringComparison.Ordinal);
        }
        Import(Path.Combine(_home, "a.csv"));
        Assert.Null(InstalledTables.Load(_home).Notice);
        Assert.Equal(image.Name, InstalledTables.Load(_home).Version);
    }

    [Fact]
    public void What_a_killed_import_leaves_behind_does_no_harm()
    {
        var name = Import(Prices("a.csv", 1, 1.5m)).After.Name;
        File.WriteAllBytes(Path.Combine(_home, "tables-ffff.noctables.77.part"), [1]);
        File.WriteAllBytes(Path.Combine(_home, "current.77.part"), [1]);
        Assert.Equal(name, InstalledTables.Load(_home).Version);
        Import(Prices("b.csv", 2, 2.5m));
        Assert.Empty(Directory.GetFiles(_home, "*.part"));
    }

    [Fact]
    public void The_sister_crosswalks_add_their_ndcs()
    {
        var path = Path.Combine(_home, "awp.csv");
        File.WriteAllText(path, "January 2026 AWP Crosswalk\r\n\"Effective January 1, 2026 through March 31, 2026\""
            + "\r\n\r\n_2026_CODE,Short Description,LABELER NAME,NDC,Drug Name,HCPCS dosage,PKG SIZE,PKG QTY,BILLUNITS,"
            + "BILLUNITSPKG\r\nJ9000,Sample,Maker,00001-0002-03,Samplin,10 MG,1,1,1,1\r\n");
        var result = Import(path);
        Assert.NotEqual(Dataset.NdcCrosswalk, Assert.Single(result.Members).Original!.Dataset);
        Assert.True(Ndc11.TryParse("00001-0002-03", out var ndc));
        Assert.Equal("J9000", Assert.Single(
            result.After.Rows<NdcCodeRecord>().Of(TableKey.Of(ndc)).ToArray()).Code.Value);
    }

    [Fact]
    public void A_file_that_is_not_understood_is_named_and_hides_no_other()
    {
        var bad = Path.Combine(_home, "bad.zip");
        File.WriteAllBytes(bad, [(byte)'P', (byte)'K', 3, 4, 0, 0]);
        var text = Path.Combine(_home, "letter.txt");
        File.WriteAllText(text, "Dear Sirs");
        var result = Import(bad, text, Prices("a.csv", 1, 1.5m));
        Assert.Equal([ImportOutcome.Refused, ImportOutcome.NotRecognised, ImportOutcome.Imported],
            result.Members.Select(member => member.Outcome));
    }

    [Fact]
    public void The_whole_shared_folder_imports_without_an_unexplained_row()
    {
        var data = SharedFolder.Require("data");
        var paths = Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories);
        var result = Import([.. paths]);
        Assert.DoesNotContain(result.Members, member => member.Outcome is ImportOutcome.Refused);
        Assert.DoesNotContain(result.Members, member => member.Original?.Problems.Count > 0);
        var image = result.After;
        Assert.Equal(38.386m, image.Rows<LimitRecord>().Of(TableKey.Of(HcpcsCode.Of("J9381")))
            .On(new(2026, 2, 1))!.Value.LimitUsd.Value);
        Assert.Equal(Micro.None, image.Rows<LimitRecord>().Of(TableKey.Of(HcpcsCode.Of("A9606")))
            .On(new(2026, 2, 1))!.Value.LimitUsd);
        Assert.Equal(1, image.Rows<NocPriceRecord>().Count);
        image.Verify();
    }
}
