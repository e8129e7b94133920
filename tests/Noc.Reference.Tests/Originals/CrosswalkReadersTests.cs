using Noc.Reference.Originals;

namespace Noc.Reference.Tests.Originals;

public sealed class CrosswalkReadersTests
{
    private const string Columns = "Short Description,LABELER NAME,NDC2,Drug Name,HCPCS dosage,PKG SIZE,PKG QTY,"
        + "BILLUNITS,BILLUNITSPKG,,,\n";

    [Fact]
    public void The_banner_counts_not_the_year_in_the_header()
    {
        var file = Assert.IsType<Original<NdcCrosswalkRow>>(Files.Read(Files.Text(Title("ASP") + "_2023_CODE," + Columns
            + "90586,never kept,Maker,00052-0602-02,Example BCG ,50 MG,1,1,1,1,,,\n"
            + "J9030,Example,\"Maker, Inc.\",00052-0602-02,Example\u00A0BCG,1 MG,50,1,50,50,,,\n"
            + "J7331,Example,Maker,888867413689,Example,1 MG,2,3,20,60,,,\n"
            + "Q4111,Example,Maker,12345678901,Example,1 SQ CM,2.25,1,2.25,3,,,\n"
            + "Q4344,Example,Maker,88888-091605,Example,1 SQ CM,2,1,2,2,,,\n"
            + "J7674,Example,Maker,64281-0110-06,Example,1 MG,15,6,21.3125?,127.875,,,\n",
            "section 508 version of January 2024 ASP NDC-HCPCS Crosswalk 122023.csv")));
        Assert.Equal((Dataset.NdcCrosswalk, Period.Quarter(2024, 1), "2023-12-20"),
            (file.Dataset, file.Period, file.Release));
        Assert.Empty(file.Problems);
        Assert.True(Files.IsWhole(file));
        Assert.Equal(("", "Example BCG"), (file.Rows[0].ShortDescription, file.Rows[0].DrugName));
        Assert.Equal(["90586", "J9030"],
            file.Rows.Where(row => row.Ndc?.Digits == "00052060202").Select(row => row.Code.Value));
        Assert.Equal(("Maker, Inc.", "Example BCG", 50m, 50m), (file.Rows[1].Labeler, file.Rows[1].DrugName,
            file.Rows[1].BillingUnits, file.Rows[1].BillingUnitsPerPackage));
        Assert.All(file.Rows.Skip(2).Take(2), row => Assert.Null(row.Ndc));
        Assert.Equal("888867413689", file.Rows[2].NdcText);
        Assert.Equal("88888091605", file.Rows[4].Ndc?.Digits);
        Assert.Equal(21.3125m, file.Rows[5].BillingUnits);
    }

    [Fact]
    public void The_newer_name_of_the_column_is_known()
    {
        var header = "_2026_CODE," + Columns.Replace("NDC2", "NDC", StringComparison.Ordinal);
        var file = NdcCrosswalkReader.Read(Files.Text(
            Title("ASP") + header + "J9990,Example,Maker,00069-1305-10,Example,1 MG,1,10,20,200\n"));
        Assert.Equal("00069130510", Assert.Single(file.Rows).Ndc?.Digits);
    }

    [Theory]
    [InlineData("ASP", Dataset.NdcCrosswalk)]
    [InlineData("AWP", Dataset.AwpCrosswalk)]
    [InlineData("OPPS", Dataset.OppsCrosswalk)]
    public void Sister_crosswalks_are_told_apart_by_their_titles(string title, Dataset dataset) => Assert.Equal(
        dataset, Files.Read(Files.Text(Title(title) + "_2024_CODE," + Columns)).Dataset);

    [Fact]
    public void Rows_not_understood_are_listed_and_a_missing_column_is_named()
    {
        var file = NdcCrosswalkReader.Read(Files.Text(Title("ASP") + "_2024_CODE," + Columns
            + "J99,Example,Maker,00069-1305-10,Example,1 MG,1,10,20,200\n"
            + "J9990,Example,Maker,,Example,1 MG,1,10,20,200\n"
            + "J9990,Example,Maker,00069-1305-10,Example,1 MG,1,ten,20,200\n"
            + "J9990,Example,Maker,00069-1305-10,Example,1 MG,1,10,20,200\n"));
        Assert.Equal([5L, 6L, 7L], file.Problems.Select(problem => problem.Line));
        Assert.Single(file.Rows);
        var fault = Assert.Throws<UnreadableOriginalException>(() => NdcCrosswalkReader.Read(Files.Text(Title("ASP")
            + "_2024_CODE," + Columns.Replace("BILLUNITS,", "", StringComparison.Ordinal))));
        Assert.Contains("\"BILLUNITS\"", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("january-2024-ndc-hcpcs-crosswalk.zip", 6684, 670, "2024-01-01", "2023-12-20")]
    [InlineData("april-2024-ndc-hcpcs-crosswalk.zip", 6746, 627, "2024-04-01", "2024-03-21")]
    [InlineData("july-2024-ndc-hcpcs-crosswalk.zip", 7171, 759, "2024-07-01", "2024-06-18")]
    [InlineData("october-2024-ndc-hcpcs-crosswalk.zip", 7429, 871, "2024-10-01", "2024-09-27")]
    [InlineData("january-2025-ndc-hcpcs-crosswalk.zip", 7172, 679, "2025-01-01", "2024-12-20")]
    [InlineData("april-2025-ndc-hcpcs-crosswalk.zip", 7585, 1013, "2025-04-01", "2025-03-26")]
    [InlineData("july-2025-ndc-hcpcs-crosswalk.zip", 7873, 1095, "2025-07-01", "2025-06-23")]
    [InlineData("october-2025-ndc-hcpcs-crosswalk.zip", 8245, 1238, "2025-10-01", "2025-09-05")]
    [InlineData("january-2026-ndc-hcpcs-crosswalk.zip", 7125, 1, "2026-01-01", "2025-12-17")]
    [InlineData("section 508 version of October 2026 ASP NDC-HCPCS Crosswalk 091126_EXTRACT.csv", 5, 1, "2026-10-01",
        "2026-09-11")]
    public void Reads_the_agencys_files(string name, int rows, int alternates, string from, string release)
    {
        var file = Assert.IsType<Original<NdcCrosswalkRow>>(Files.Read(Files.Shared($"asp/{name}")));
        Assert.Equal((rows, alternates), (file.RowCount, file.Rows.Count(row => row.Ndc is null)));
        Assert.Empty(file.Problems);
        Assert.True(Files.IsWhole(file));
        Assert.Equal((DateOnly.Parse(from), release, rows < 100), (file.Period.From, file.Release, file.IsPartial));
        Assert.All(file.Rows, row => Assert.True(row.BillingUnits > 0 && row.BillingUnitsPerPackage > 0));
        Assert.All(file.Rows, row => Assert.True(!char.IsAsciiDigit(row.Code.Series) || row.ShortDescription == ""));
    }

    [Fact]
    public void Figures_are_those_of_the_agency()
    {
        var old = NdcCrosswalkReader.Read(Files.Shared("asp/april-2025-ndc-hcpcs-crosswalk.zip")).Rows;
        var rounded = NdcCrosswalkReader.Read(Files.Shared("asp/january-2026-ndc-hcpcs-crosswalk.zip")).Rows;
        Assert.Equal((0.5m, 0.5m), Units(old));
        Assert.Equal((0.5m, 1m), Units(rounded));
        var codes = rounded.Where(row => row.Ndc is not null).GroupBy(row => row.Ndc!.Value)
            .Select(group => group.Select(row => row.Code).Distinct().Count()).ToList();
        Assert.InRange(codes.Count(count => count > 1), 133, 137);
        static (decimal?, decimal?) Units(IReadOnlyList<NdcCrosswalkRow> rows)
        {
            var row = Assert.Single(rows, row => row.NdcText == "13533-0636-03");
            return (row.BillingUnits, row.BillingUnitsPerPackage);
        }
    }

    [Fact]
    public void Reads_limits_and_packages_of_drugs_without_a_code()
    {
        var prices = Assert.IsType<Original<NocPriceRow>>(Files.Read(Files.Text(
            ",,,\nNOC Drugs,,,\n\"Effective July 1, 2026 through September 30, 2026\",,,\n"
            + "Drug Generic Name (Trade Name),Dosage,Payment Limit,Notes\nExampline (Exa),1 MG,\"$1,002.462\",\n"
            + "Other,1 MG,N/A,ask\n,1 MG,$1,\nBad,1 MG,free,\n")));
        Assert.Equal(Period.Quarter(2026, 3), prices.Period);
        Assert.Equal([("Exampline (Exa)", 1002.462m, "$1,002.462"), ("Other", (decimal?)null, "N/A")],
            prices.Rows.Select(row => (row.Name, row.LimitUsd, row.LimitText)));
        Assert.Equal([7L, 8L], prices.Problems.Select(problem => problem.Line));
        var packages = Assert.IsType<Original<NocCrosswalkRow>>(Files.Read(Files.Text(
            "\"July 1, 2026 through September 30, 2026\",,,,,,,,\nDrug Generic Name,LABELER NAME,NDC or ALTERNATE ID,"
            + "Drug Name,Dosage,PKG SIZE,PKG QTY,BILLUNITS,BILLUNITSPKG\n"
            + "Exampline (Exa),Maker,81298-8552-03,Exa,1 MG,100,10,20,200\nOther,Maker,,Other,1 MG,1,1,1,1\n")));
        Assert.Equal(Period.Quarter(2026, 3), packages.Period);
        Assert.Equal(("81298855203", 200m), (packages.Rows[0].Ndc?.Digits, packages.Rows[0].BillingUnitsPerPackage));
        Assert.Equal(4, Assert.Single(packages.Problems).Line);
        Assert.True(Files.IsWhole(prices) && Files.IsWhole(packages));
    }

    [Fact]
    public void The_one_limit_of_the_agency_joins_its_packages_by_name()
    {
        var prices = Assert.IsType<Original<NocPriceRow>>(Files.Read(Files.Shared("asp/noc_pricing_2025Q4.csv")));
        var packages = Assert.IsType<Original<NocCrosswalkRow>>(
            Files.Read(Files.Shared("asp/noc_ndc_hcpcs_crosswalk_2025Q4.csv")));
        var price = Assert.Single(prices.Rows);
        Assert.Equal((2.462m, "1 UNIT", Period.Quarter(2025, 4)), (price.LimitUsd, price.DosageText, prices.Period));
        Assert.Equal(Period.Quarter(2025, 4), packages.Period);
        Assert.All(packages.Rows, row => Assert.Equal(price.Name, row.Name));
        Assert.Equal([("81298855203", 20m, 200m), ("81298855403", 40m, 400m)], packages.Rows.Select(
            row => (row.Ndc!.Value.Digits, row.BillingUnits!.Value, row.BillingUnitsPerPackage!.Value)));
        Assert.True(Files.IsWhole(prices) && Files.IsWhole(packages));
        Assert.False(prices.IsPartial || packages.IsPartial);
    }

    private static string Title(string kind) => $"January 2024 {kind} NDC - HCPCS Crosswalk for Part B Drugs,,,,,\n"
        + "\"     Effective January 1, 2024 through March 31, 2024\",,,,,\nThe ASP crosswalks are,,,,,\n";
}
