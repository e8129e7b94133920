using Noc.Drugs;
using Noc.Reference.Seed;
using Noc.Tests;

namespace Noc.Reference.Tests.Seed;

/// <summary>Lists of self-administered drugs, modifiers and uses of the seed.</summary>
public class SeedFactsTests
{
    private static readonly ReferenceTables Tables = SeedTables.Load();
    private static readonly DateOnly Day = new(2026, 7, 1);

    [Fact]
    public void Every_entry_of_a_list_names_known_sources_and_the_rows_are_sorted()
    {
        var folder = Path.Combine(SharedFolder.Root, "data", "seed");
        var sources = CsvRows.Read(Path.Combine(folder, "sources.csv")).Select(row => row["id"]).ToHashSet();
        var rows = CsvRows.Read(Path.Combine(folder, "self-administered.csv"));
        Assert.All(rows, row => Assert.Contains(row["source"], sources));
        var names = rows.Select(row => row["names"].ToLowerInvariant()).ToList();
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
    }

    [Theory]
    [InlineData("semaglutide", "JF", "2019-09-17", false)]
    [InlineData("semaglutide", "JF", "2019-09-18", true)]
    [InlineData("Ozempic", "JF", "2026-07-01", true)]
    [InlineData("daclizumab", "JE", "2021-02-18", true)]
    [InlineData("daclizumab", "JE", "2021-02-19", false)]
    public void A_contractor_lists_a_drug_from_a_day(string name, string jurisdiction, string day, bool isListed) =>
        Assert.Equal(isListed, Tables.SelfAdministered.OfName(name, jurisdiction, DateOnly.Parse(day))?.IsOwn is true);

    [Fact]
    public void The_contractor_itself_comes_before_what_is_said_of_all()
    {
        Assert.True(Tables.SelfAdministered.OfCode(HcpcsCode.Of("J1438"), "JF", Day)?.IsOwn);
        Assert.False(Tables.SelfAdministered.OfCode(HcpcsCode.Of("J1438"), "JX", Day)?.IsOwn);
        Assert.Null(Tables.SelfAdministered.OfCode(HcpcsCode.Of("J9271"), "JF", Day));
    }

    [Fact]
    public void Some_modifiers_have_no_place_on_drugs()
    {
        Assert.True(Tables.IsNeverOnDrugs(Modifier.Of("25")));
        Assert.False(Tables.IsNeverOnDrugs(Modifier.Of("JZ")));
        Assert.False(Tables.IsNeverOnDrugs(default));
    }

    [Fact]
    public void Tables_with_more_products_keep_the_lists() => Assert.NotNull(
        Tables.With(new Product { Id = "x", Ingredient = "x", Pathway = "NDA" })
            .SelfAdministered.OfName("Ozempic", "JF", Day));
}
