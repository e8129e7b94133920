using Noc.Reference.Originals;

namespace Noc.Reference.Tests.Originals;

public sealed class OppsAddendumBReaderTests
{
    private const string Banner = ",Addendum B.-- OPPS Payment by HCPCS Code for CY 2025,,,\n"
        + ",Copyright 2024 another publisher,,,\n,Notes,,,\n";

    private const string Header = "HCPCS Code,Short Descriptor,SI,APC ,Relative Weight,Payment Rate,"
        + "National Unadjusted Copayment,Minimum Unadjusted Copayment,IRA Coinsurance percentage ,"
        + "Adjusted Beneficiary Copayment,Drug and Device Pass-Through Expiration during Calendar Year,Note,"
        + "* Indicates a Change \n";

    [Fact]
    public void Reads_status_rate_and_what_is_not_paid_apart()
    {
        var file = Assert.IsType<Original<OppsRow>>(Files.Read(Files.Text(Banner + Header
            + "96413,never kept,S ,5694,3.5,\"$1,315.20\",$30.10,$63.04,,,,,\n"
            + "J9990,Example drug,G,9272,,$29.380,.,$5.88,17.508%,$5.15,*,Inflation-adjusted coinsurance,*\n"
            + "J9991,Example drug,N,,, ,,,,,,,\n"
            + "A9992\u00FF,Example,N,,, ,,,,,,,\n"
            + "0553U ,never kept,A ,,,,,,,,,,\n",
            "Section 508 of April 2025 Web Addendum B.04.03.25.csv")));
        Assert.Equal((Period.Quarter(2025, 2), "2025-04-03", true), (file.Period, file.Release, file.IsPartial));
        Assert.Empty(file.Problems);
        Assert.True(Files.IsWhole(file));
        Assert.Equal(("", "S", "5694", 3.5m, 1315.20m), (file.Rows[0].ShortDescription, file.Rows[0].Status,
            file.Rows[0].Apc, file.Rows[0].RelativeWeight, file.Rows[0].PaymentUsd));
        var drug = file.Rows[1];
        Assert.Equal(("G", 29.380m, null, 5.88m, 17.508m, 5.15m), (drug.Status, drug.PaymentUsd,
            drug.NationalCopaymentUsd, drug.MinimumCopaymentUsd, drug.CoinsurancePercent, drug.AdjustedCopaymentUsd));
        Assert.True(drug.PassThroughEnds && drug.IsChanged);
        Assert.Equal(("N", null), (file.Rows[2].Status, file.Rows[2].PaymentUsd));
        Assert.Equal(["A9992", "0553U"], file.Rows.Skip(3).Select(row => row.Code.Value));
    }

    [Fact]
    public void Reads_the_short_table_with_the_month_in_its_rows()
    {
        var file = Assert.IsType<Original<OppsRow>>(Files.Read(Files.Text(
            "HCPCSCode,ShortDescriptor,StatusIndicator,PaymentRate,Changed?,Source\n"
            + "\"J9990\",\"Example\",\"K1\",10.5,true,\"2026-04\"\n\"J9991\",,\"N\",,false,\"2026-04\"\n")));
        Assert.Equal(Period.Quarter(2026, 2), file.Period);
        Assert.Equal([("K1", 10.5m, true), ("N", null, false)],
            file.Rows.Select(row => (row.Status, row.PaymentUsd, row.IsChanged)));
    }

    [Theory]
    [InlineData("addendum.csv")]
    [InlineData("January 2024 Addendum B.csv", "2025-01-01")]
    [InlineData("january-2025-opps-addendum-b.csv", "2025-01-01")]
    [InlineData("2025-10_addendum.csv", "2025-10-01")]
    [InlineData("2024-10_addendum.csv")]
    public void The_title_says_the_year_and_the_name_the_quarter(string name, string? from = null)
    {
        var member = Files.Text(Banner + Header + "J9990,Example,K,,,1,,,,,,,\n", name);
        if (from is null) Assert.Throws<UnreadableOriginalException>(() => OppsAddendumBReader.Read(member));
        else Assert.Equal(DateOnly.Parse(from), OppsAddendumBReader.Read(member).Period.From);
    }

    [Fact]
    public void A_workbook_holds_percentages_as_parts_of_one()
    {
        var header = Header.TrimEnd('\n').Split(',');
        var file = Assert.IsType<Original<OppsRow>>(Files.Read(Sheets.Of("April 2026 Addendum B.xlsx",
            ["", "Addendum B for CY 2026"], header,
            ["J9990", "Example", "K", "9272", "", "29.38", "", "5.88", "0.17508", "5.15"])));
        Assert.Equal((17.508m, 29.38m, Period.Quarter(2026, 2)),
            (file.Rows[0].CoinsurancePercent, file.Rows[0].PaymentUsd, file.Period));
    }

    [Fact]
    public void Rows_not_understood_are_listed()
    {
        var file = OppsAddendumBReader.Read(Files.Text(Banner + Header + "J999,Example,K,,,1,,,,,,,\n"
            + "J9990,Example,K,,,free,,,,,,,\nJ9991,Example,K,,,-1,,,,,,,\nJ9992,Example,K,,,1,,,,,,,\n",
            "October 2025.csv"));
        Assert.Equal([5L, 6L, 7L], file.Problems.Select(problem => problem.Line));
        Assert.True(Files.IsWhole(file));
    }

    [Theory]
    [InlineData("Section 508 version of January_Web_2024_Addendum_B.04.24.24.csv.gz", 17_302, 17_295, "2024-01-01",
        "2024-04-24", 25.198)]
    [InlineData("Section 508 version of January 2025 Web Addendum B.12.31.24.csv.gz", 17_745, 17_740, "2025-01-01",
        "2024-12-31", 27.66)]
    [InlineData("Section 508 version of July 2025 Web Addendum B.06.26.25.csv.gz", 17_887, 17_882, "2025-07-01",
        "2025-06-26", 29.237)]
    [InlineData("Section 508 of July 2025 Web Addendum B.07.25.25.csv.gz", 17_887, 17_882, "2025-07-01",
        "2025-07-25", 29.237)]
    [InlineData("508 version of October 2025 Web Addendum B.10.31.25.csv.gz", 17_981, 17_976, "2025-10-01",
        "2025-10-31", 29.380)]
    [InlineData("addendum_b_2026-04_reformatted.csv.gz", 18_214, 18_212, "2026-04-01", "", 29.507)]
    public void Reads_the_agencys_files(
        string name, int lines, int rows, string from, string release, double denosumab)
    {
        var file = Assert.IsType<Original<OppsRow>>(Files.Read(Files.Shared($"opps/{name}")));
        Assert.Equal((lines, rows), (file.LinesRead, file.RowCount));
        Assert.Empty(file.Problems);
        Assert.True(Files.IsWhole(file));
        Assert.Equal((DateOnly.Parse(from), release, false), (file.Period.From, file.Release, file.IsPartial));
        Assert.Equal(file.Period.From.AddMonths(3).AddDays(-1), file.Period.To);
        Assert.All(file.Rows, row => Assert.True(!char.IsAsciiDigit(row.Code.Series) || row.ShortDescription == ""));
        Assert.All(file.Rows, row => Assert.InRange(row.Status.Length, 1, 2));
        Assert.Equal((decimal)denosumab, Assert.Single(file.Rows, row => row.Code.Value == "J0897").PaymentUsd);
        foreach (var (code, status) in ((string, string)[])[("J3490", "N"), ("J3590", "N"), ("J9999", "N"),
            ("J7999", "N"), ("C9399", "A")])
            Assert.Equal(status, Assert.Single(file.Rows, row => row.Code.Value == code).Status);
    }
}
