using Noc.Reference.Seed;
using Noc.Reference.Store;

namespace Noc.Reference.Tests.Store;

public sealed class DamagedTablesTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("noc-home").FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    private ImportResult Import(params string[] paths) => new TableImport(_home, TableImage.Empty).Run(paths);

    private string Prices(string name, int year, decimal limit)
    {
        var path = Path.Combine(_home, name);
        File.WriteAllText(path, $"Limits\r\n\"Effective January 1, {year} through March 31, {year}\"\r\n\r\n"
            + "HCPCS Code,Short Description,HCPCS Code Dosage,Payment Limit,Co-insurance Percentage,Vaccine AWP%,"
            + $"Vaccine Limit,Blood AWP%,Blood limit,Clotting Factor,Notes\r\nJ9000,,10 MG,{limit},20.000,,,,,,\r\n");
        return path;
    }

    private string TableFile() => Directory.GetFiles(_home, "*.noctables").Single();

    // Where sections lie: behind the directory, up to the end.
    private void Damage(long at)
    {
        var bytes = File.ReadAllBytes(TableFile());
        bytes[at] ^= 0x40;
        File.Delete(TableFile());
        File.WriteAllBytes(Path.Combine(_home, new TableStore(_home).Names[0] + ".noctables"), bytes);
    }

    [Fact]
    public void One_changed_byte_of_any_section_is_noticed_when_the_tables_are_opened()
    {
        var image = Import(Prices("a.csv", 2026, 1.5m)).After.Content.ToArray();
        var sections = BitConverter.ToInt32(image, 12);
        for (var i = 0; i < sections; i++)
        {
            var entry = 48 + (i * 48);
            var length = BitConverter.ToInt32(image, entry + 12) * BitConverter.ToInt32(image, entry + 16);
            if (length == 0) continue;
            var at = BitConverter.ToInt64(image, entry + 24) + (length / 2);
            Damage(at);
            var tables = InstalledTables.Load(_home);
            Assert.Equal(SeedTables.Version, tables.Version);
            Assert.Contains("damaged", tables.Notice, StringComparison.Ordinal);
            Damage(at);
            Assert.Null(InstalledTables.Load(_home).Notice);
        }
    }

    [Fact]
    public void An_import_of_nothing_new_writes_damaged_tables_anew_with_all_their_files()
    {
        Import(Prices("a.csv", 2025, 1.5m));
        var image = Import(Prices("b.csv", 2026, 2.5m)).After;
        File.Delete(Directory.GetFiles(_home, "*.noctables").Single(file => !file.Contains(image.Name)));
        Damage(new FileInfo(TableFile()).Length - 40);
        var result = Import(Path.Combine(_home, "b.csv"));
        Assert.NotNull(result.Repaired);
        Assert.Null(InstalledTables.Load(_home).Notice);
        Assert.Equal(image.Content.ToArray(), File.ReadAllBytes(TableFile()));
        Assert.Null(Import(Path.Combine(_home, "b.csv")).Repaired);
    }

    [Fact]
    public void An_import_without_a_path_writes_damaged_tables_anew()
    {
        var name = Import(Prices("a.csv", 2025, 1.5m)).After.Name;
        File.WriteAllText(TableFile(), "NOCTABLE");
        Assert.Equal(name, Import().After.Name);
        Assert.Equal(name, InstalledTables.Load(_home).Version);
    }

    [Fact]
    public void A_file_of_which_the_kept_copy_is_gone_or_broken_is_named()
    {
        Import(Prices("a.csv", 2024, 1.5m), Prices("b.csv", 2025, 1.5m));
        var copies = Directory.GetFiles(Path.Combine(_home, "originals"), "*.gz");
        File.Delete(copies[0]);
        File.WriteAllBytes(copies[1], File.ReadAllBytes(copies[1])[..30]);
        var result = Import(Prices("c.csv", 2026, 1.5m));
        Assert.Single(result.Lost);
        Assert.Contains(result.Members, member => member.Outcome is ImportOutcome.Refused
            && member.Reason!.Contains("no longer in the tables", StringComparison.Ordinal));
    }

    [Fact]
    public void A_rollback_leaves_out_tables_that_are_damaged_and_ends_at_the_seed()
    {
        var store = new TableStore(_home);
        Assert.Null(store.RollBack());
        var first = Import(Prices("a.csv", 2024, 1.5m)).After.Name;
        var second = Import(Prices("b.csv", 2025, 1.5m)).After.Name;
        Import(Prices("c.csv", 2026, 1.5m));
        File.WriteAllText(Path.Combine(_home, second + ".noctables"), "NOCTABLE");
        Assert.Equal(first, store.RollBack());
        Assert.Equal(TableStore.Seed, store.RollBack());
        Assert.Equal(SeedTables.Version, InstalledTables.Load(_home).Version);
        Assert.Null(InstalledTables.Load(_home).Notice);
        Assert.Null(store.RollBack());
        var again = Import(Path.Combine(_home, "a.csv"));
        Assert.Equal(first, again.After.Name);
    }
}
