using Noc.Drugs;
using Noc.Reference.Originals;

namespace Noc.Reference.Tests.Originals;

public sealed class AspPriceReaderTests
{
    private const string Banner = """
        Payment Allowance Limits for Medicare Part B Drugs,,,,,,,,,,,
        ,,,,,,,,,,,
        "Effective January 1, 2026 through March 31, 2026",,,,,,,,,,,
        Note 1: Payment allowance limits are based on 3Q25 ASP data.,,,,,,,,,,,

        """;

    private const string Header = "HCPCS Code,Short Description,HCPCS Code Dosage,Payment Limit,"
        + "Co-insurance Percentage,Vaccine AWP%,Vaccine Limit,Blood AWP%,Blood limit,Clotting Factor,Notes,\n";

    [Fact]
    public void Reads_prices_dates_and_what_is_not_known()
    {
        var file = AspPriceReader.Read(Files.Text(Banner + Header
            + "90653,never kept,0.5 ML,98.160,0.000,95,98.160,,,,see page,\n"
            + "J0129 ,Drug one,10 MG,\"1,043.935\",20.000,,,,,,,\n"
            + "J7170,Drug two,0.5 MG,55.1,20.000,,,,,1,,\n"
            + "A9606,Drug three,1 microCurie,N/A,20.000,,,,,,\"100% AWP = $202.82\n100% WAC = $169.02\",\n"
            + "J0897,Drug\u00A0four\u00A0,1 MG,30.101,17.326,,,,,,\"\"\"lesser of\"\" applied\",\n\n",
            "section 508 version of January 2026 Medicare Part B Payment Limit File 121725.csv"));
        Assert.Equal(new(new(2026, 1, 1), new(2026, 3, 31)), file.Period);
        Assert.Equal("2025-12-17", file.Release);
        Assert.True(file.IsPartial);
        Assert.Empty(file.Problems);
        Assert.True(Files.IsWhole(file));
        Assert.Equal(12, file.LinesRead);
        var vaccine = file.Rows[0];
        Assert.Equal(("", 98.160m, 95m),
            (vaccine.ShortDescription, vaccine.VaccineLimitUsd, vaccine.VaccineAwpPercent));
        Assert.Equal((HcpcsCode.Of("J0129"), 1043.935m, "10 MG"),
            (file.Rows[1].Code, file.Rows[1].LimitUsd, file.Rows[1].DosageText));
        Assert.True(file.Rows[2].IsClottingFactor);
        Assert.Equal((null, "N/A", "100% AWP = $202.82\n100% WAC = $169.02"),
            (file.Rows[3].LimitUsd, file.Rows[3].LimitText, file.Rows[3].Notes));
        Assert.Equal((11L, "Drug four", 17.326m, "\"lesser of\" applied"), (file.Rows[4].Line,
            file.Rows[4].ShortDescription, file.Rows[4].CoinsurancePercent, file.Rows[4].Notes));
    }

    [Fact]
    public void Rows_not_understood_are_listed_with_their_lines()
    {
        var file = AspPriceReader.Read(Files.Text(Banner + Header
            + "J012,Drug,10 MG,1.5,20,,,,,,,\nJ0129,Drug,10 MG,ask,20,,,,,,,\nJ0130,Drug,10 MG,1.5,20,,,,,,\"open,\n"
            + "J0131,Drug,10 MG,1.5,20,,,,,,,\n"));
        Assert.Equal([6L, 7L, 8L], file.Problems.Select(problem => problem.Line));
        Assert.Equal("J0131", Assert.Single(file.Rows).Code.Value);
        Assert.True(Files.IsWhole(file));
    }

    [Theory]
    [InlineData("Co-insurance Percentage", "Patient share")]
    [InlineData("Co-insurance Percentage", "")]
    [InlineData("Vaccine Limit", "Vaccine amount")]
    public void A_column_that_was_renamed_is_not_taken_for_one_that_older_files_lack(string name, string other)
    {
        var header = Header.Replace(name, other, StringComparison.Ordinal);
        var fault = Assert.Throws<UnreadableOriginalException>(() => AspPriceReader.Read(Files.Text(Banner + header)));
        Assert.Contains($"no column \"{name}\"", fault.Message, StringComparison.Ordinal);
        var old = Banner.Replace("2026", "2023", StringComparison.Ordinal);
        Assert.Empty(AspPriceReader.Read(Files.Text(old + Header.Replace("Co-insurance Percentage", "",
            StringComparison.Ordinal))).Problems);
    }

    [Fact]
    public void A_header_that_lacks_a_column_is_refused_by_name()
    {
        var header = Header.Replace("Payment Limit", "Allowance", StringComparison.Ordinal);
        var fault = Assert.Throws<UnreadableOriginalException>(() => AspPriceReader.Read(Files.Text(Banner + header)));
        Assert.Contains("Payment Limit", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_dates_is_refused() => Assert.Throws<UnreadableOriginalException>(
        () => AspPriceReader.Read(Files.Text(Header + "J0129,Drug,10 MG,1.5,20,,,,,,,\n")));

    [Theory]
    [InlineData("section 508 version of January 2024 ASP Pricing File 121223.csv", 823, 1, "2024-01-01", "2023-12-12")]
    [InlineData("section 508 version of April 2024 ASP Pricing File 032124.csv", 819, 1, "2024-04-01", "2024-03-21")]
    [InlineData("section 508 version of Jul 2024 ASP Pricing File 062024.csv", 846, 1, "2024-07-01", "2024-06-20")]
    [InlineData("section 508 version of Oct 2024 ASP Pricing File 091824.csv", 865, 4, "2024-10-01", "2024-09-18")]
    [InlineData("section 508 version of Jan 2025 ASP Pricing File 121924.csv", 877, 1, "2025-01-01", "2024-12-19")]
    [InlineData("section 508 version of APR 2025 ASP Pricing File 032725.csv", 942, 1, "2025-04-01", "2025-03-27")]
    [InlineData("section 508 verision of JUL 2025 ASP Pricing File 062325.csv", 970, 1, "2025-07-01", "2025-06-23")]
    [InlineData("section 508 version of Oct 2025 ASP Pricing File 091725.csv", 1012, 1, "2025-10-01", "2025-09-17")]
    [InlineData("section 508 version of January 2026 Medicare Part B Payment Limit File 121725.csv", 877, 1,
        "2026-01-01", "2025-12-17")]
    [InlineData("section 508 version of July 2026 Medicare Part B Payment Limit File_EXTRACT.csv", 18, 1,
        "2026-07-01", "")]
    [InlineData("section 508 version of October 2026 Medicare Part B Payment Limit File 091626_EXTRACT.csv", 8, 1,
        "2026-10-01", "2026-09-16")]
    public void Reads_the_agencys_files(string name, int rows, int withoutPrice, string from, string release)
    {
        var file = Assert.IsType<Original<PaymentLimitRow>>(Files.Read(Files.Shared($"asp/{name}")));
        Assert.Equal(rows, file.RowCount);
        Assert.Empty(file.Problems);
        Assert.True(Files.IsWhole(file));
        Assert.Equal(withoutPrice, file.Rows.Count(row => row.LimitUsd is null));
        Assert.Equal(DateOnly.Parse(from), file.Period.From);
        Assert.Equal(file.Period.From.AddMonths(3).AddDays(-1), file.Period.To);
        Assert.Equal(release, file.Release);
        Assert.Equal(rows < 100, file.IsPartial);
        Assert.All(file.Rows, row => Assert.True(!char.IsAsciiDigit(row.Code.Series) || row.ShortDescription == ""));
    }

    [Fact]
    public void Figures_are_those_of_the_agency()
    {
        var file = AspPriceReader.Read(Files.Shared(
            "asp/section 508 version of January 2026 Medicare Part B Payment Limit File 121725.csv"));
        var last = file.Rows[^1];
        Assert.Equal(("Q9999", "1 MG", 32.957m, 20m), (last.Code.Value, last.DosageText, last.LimitUsd,
            last.CoinsurancePercent));
        Assert.Equal(137.828m, file.Rows[0].LimitUsd);
        Assert.Equal(37, file.Rows.Count(row => row.IsClottingFactor));
        Assert.DoesNotContain(file.Rows, row => row.Code.Value is "J3490" or "J3590" or "J9999" or "C9399");
    }
}
