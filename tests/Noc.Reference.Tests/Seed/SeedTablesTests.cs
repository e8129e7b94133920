using System.Diagnostics;
using Noc.Coding;
using Noc.Drugs;
using Noc.Reference.Seed;
using Noc.Tests;

namespace Noc.Reference.Tests.Seed;

public sealed class SeedTablesTests
{
    private static readonly ReferenceTables Tables = SeedTables.Load();

    private static string SeedFile(string name) => Path.Combine(SharedFolder.Root, "data/seed", name);

    [Fact]
    public void The_shipped_seed_loads()
    {
        Assert.True(Tables.Products.Count > 1300);
        Assert.True(Tables.IsUnclassified(HcpcsCode.Of("J3490"), new(2026, 1, 1)));
        Assert.Equal("JH", Tables.ContractorOf("TX")?.Jurisdiction);
    }

    [Fact]
    public void Loading_is_quick_once_it_is_compiled()
    {
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < 10; i++)
        {
            var clock = Stopwatch.StartNew();
            SeedTables.Load();
            if (clock.Elapsed < best) best = clock.Elapsed;
        }
        // About 5 ms in a release build; the bound only catches a change of kind, on any machine.
        Assert.True(best < TimeSpan.FromMilliseconds(100), $"{best.TotalMilliseconds} ms");
    }

    [Fact]
    public void Units_of_products_are_those_of_their_codes()
    {
        var codes = CsvRows.Read(SeedFile("codes.csv")).ToLookup(row => row["code"]);
        var wrong = new List<string>();
        foreach (var row in CsvRows.Read(SeedFile("product-codes.csv")))
            foreach (var code in codes[row["code"]])
                if (CodeUnitText.Parse(row["unit"]) is { Dose: { IsNone: false } own } && (code["kind"] is "range"
                    || (CodeUnitText.Parse(code["unit"]).Dose is { IsNone: false } its && own.In(its.Unit) is { } amount
                        && amount != its.Value)))
                    wrong.Add($"{row["code"]} {row["unit"]} {code["unit"]} {code["kind"]}");
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("product-codes.csv", "code", "p,J349,1 mg,,2020-01-01,,,high,x", "row 2")]
    [InlineData("product-codes.csv", "unit", "p,J3490,1 mg,,2020-01-01,2019-12-31,,high,x", "last day lies before")]
    [InlineData("product-codes.csv", "use", "p,J3490,1 mg,bad,2020-01-01,,,high,x", "use is not known")]
    [InlineData("product-codes.csv", "confidence", "p,J3490,1 mg,,2020-01-01,,,sure,x", "confidence")]
    public void A_broken_code_row_is_refused(string file, string column, string row, string message)
    {
        var header = "product,code,unit,use,from,to,label,confidence,source";
        Assert.Contains(column, header, StringComparison.Ordinal);
        var error = Assert.Throws<InvalidOperationException>(() => SeedTables.Codes(new(file, $"{header}\n{row}\n")));
        Assert.Contains(file, error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("products.csv")]
    [InlineData("product-codes.csv")]
    [InlineData("unclassified-codes.csv")]
    [InlineData("payers.csv")]
    [InlineData("contractors.csv")]
    public void Every_row_names_known_sources_and_the_rows_are_sorted(string file)
    {
        var sources = CsvRows.Read(SeedFile("sources.csv")).Select(row => row["id"]).ToHashSet();
        var rows = CsvRows.Read(SeedFile(file));
        Assert.All(rows, row => Assert.All(row["source"].Split(' '), id => Assert.Contains(id, sources)));
        var keys = rows.Select(row =>
            row.Values.First() + "\n" + (file == "product-codes.csv" ? row["code"] : "")).ToList();
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        Assert.Equal(keys.Count, rows.Select(row => (row.Values.First(), row.GetValueOrDefault("code"),
            row.GetValueOrDefault("from"))).Distinct().Count());
    }

    [Fact]
    public void Every_contractor_has_its_entry_in_the_payer_directory()
    {
        var ids = CsvRows.Read(SeedFile("payers.csv")).Select(row => row["id"]).ToHashSet();
        foreach (var row in CsvRows.Read(SeedFile("contractors.csv")))
            Assert.Contains($"medicare-dme-j{row["dme_jurisdiction"].ToLowerInvariant()}", ids);
    }

    [Fact]
    public void The_facts_of_the_shared_timeline_are_in_the_seed()
    {
        var missing = new List<string>();
        foreach (var row in CsvRows.Read(SharedFolder.Require("domain/noc-timeline.csv")))
        {
            if (Tables.FindProduct(row["brand"]) is not { IsNone: false, Products: [var product] })
            {
                missing.Add(row["brand"]);
                continue;
            }
            Check(row["c_code"], row["c_code_effective"], row["c_code_end"]);
            foreach (var code in row["specific_code"].Split(['/', ' ']).Where(word => word.Length == 5))
                Check(code, row["specific_effective_date"], "");

            void Check(string code, string from, string to)
            {
                if (code.Length > 0 && !product.Codes.Any(c => c.Code.Value == code && $"{c.From:yyyy-MM-dd}" == from
                    && $"{c.To:yyyy-MM-dd}" == to)) missing.Add($"{row["brand"]} {code} {from} {to}");
            }
        }
        Assert.Empty(missing);
    }

    [Fact]
    public void The_shared_catch_all_codes_are_in_the_seed()
    {
        foreach (var row in CsvRows.Read(SharedFolder.Require("domain/noc-codes.csv")))
        {
            var code = Tables.CatchAll(HcpcsCode.Of(row["code"]));
            Assert.NotNull(code);
            Assert.Equal(row["termination_date"], $"{code.To:yyyy-MM-dd}");
            Assert.Equal(row["opps_status_apr2026"], code.OppsStatus);
        }
    }

    [Fact]
    public void Days_of_product_codes_are_those_of_the_code_list_where_it_has_any()
    {
        var image = SeedImage.Load();
        Assert.All(SeedTables.Codes(new("product-codes.csv")).SelectMany(product => product.Value), row =>
        {
            if (image.Rows<CodeRecord>().Of(TableKey.Of(row.Code)) is not [.., var listed]) return;
            // A product may have come later than its code; a list that names no end may be older than the end.
            Assert.True(row.From is null || row.From >= listed.Valid.From, row.Code.Value);
            Assert.True(listed.Valid.To is not { } last || row.To == last, row.Code.Value);
        });
    }
}
