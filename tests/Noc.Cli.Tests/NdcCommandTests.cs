using System.Text.Json;
using Noc.App.LookUpNdc;
using Noc.Drugs;
using Noc.Reference.Seed;
using Noc.Tables;
using Noc.Tests;

namespace Noc.Cli.Tests;

public class NdcCommandTests
{
    private static readonly DateOnly Day = new(2026, 2, 10);

    [Fact]
    public void A_barcode_whose_check_digit_does_not_fit_is_called_misread() => Assert.Contains(
        "barcode of a drug (UPC), but the last digit does not fit", string.Join(' ', Commands.Noc("ndc", "350242060012")
            .Output.Split(['\n', ' '], StringSplitOptions.RemoveEmptyEntries)));

    private static ReferenceTables Tables()
    {
        var to = new TableImageBuilder();
        Ndc11 carton = NdcText.Read("88888077702").Ndc!.Value, kit = NdcText.Read("88888077901").Ndc!.Value;
        var days = new Days(new(2024, 6, 1), new DateOnly(2025, 12, 31));
        var text = to.Texts.Add("10 VIAL in 1 CARTON (88888-777-02)  > 4 mL in 1 VIAL (88888-777-01)");
        var kitText = to.Texts.Add("1 KIT in 1 CARTON (88888-779-01)  *  2 VIAL in 1 BOX > 1 mL in 1 VIAL");
        to.Add<NdcPackageRecord>(
        [
            new() { Ndc = carton, Description = text, Days = days }, new() { Ndc = kit, Description = kitText },
        ]);
        to.Add<NdcProductRecord>([new()
        {
            LabelerProduct = 888880777, Brand = to.Texts.Add("Examplix"), Generic = to.Texts.Add("exampline"),
            Form = to.Texts.Add("INJECTION, SOLUTION"), Strength = to.Texts.Add("EXAMPLINE 25 mg/mL"),
        }]);
        to.Add<NdcCodeRecord>([new()
        {
            Ndc = carton, Code = HcpcsCode.Of("J0881"), DosageText = to.Texts.Add("10 MG"), Days = new(null, null),
            PackageSize = Micro.Of(4), PackageQuantity = Micro.Of(10), UnitsPerItem = Micro.Of(10),
            UnitsPerPackage = Micro.Of(100),
        },
        new()
        {
            AlternateId = to.Texts.Add("GX-24.06"), DrugName = to.Texts.Add("Graftix"), Labeler = to.Texts.Add("Maker"),
            Code = HcpcsCode.Of("Q4199"), DosageText = to.Texts.Add("1 SQ CM"), Days = new(null, null),
            UnitsPerPackage = Micro.Of(24),
        }]);
        return new("test-1", Day, [], SeedTables.Load().Products, [], [], to.Build("test-1"));
    }

    private static string Run(bool isJson, params string[] texts) => Run(isJson, out _, texts);

    private static string Run(bool isJson, out int code, params string[] texts)
    {
        using var output = new StringWriter { NewLine = "\n" };
        code = NdcLookup.Run(texts, Day, isJson, isColored: false, Tables(), output);
        return output.ToString();
    }

    [Theory]
    [InlineData("GX-24.06")]
    [InlineData("gx2406")]
    public void A_product_number_that_the_crosswalk_lists_is_no_NDC_but_known(string typed)
    {
        var page = Run(false, out var code, typed);
        Assert.Equal(1, code);
        Assert.Contains("Graftix, Maker: Q4199 (a package is 24 units of 1 SQ CM)",
            string.Join(' ', page.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Eleven_digits_with_a_hyphen_at_a_wrong_place_are_settled_by_the_tables()
    {
        Assert.Contains("N4 88888077702", Run(false, out var code, "88888-077702"), StringComparison.Ordinal);
        Assert.Equal(0, code);
        Assert.Contains("refused", Run(false, "77777-077702"), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_the_shape_of_its_schema()
    {
        using var report = JsonDocument.Parse(Run(true, "88888-777-02", "88888-777-01", "88888-779-01", "88888-777",
            "(01)00388888777025(17)271231(10)A1", "1234567", "nonsense", "99999-1234-56"));
        using var schema = JsonDocument.Parse(File.ReadAllBytes(
            Path.Combine(SharedFolder.Root, "docs", "schemas", "noc.ndc-1.schema.json")));
        Assert.Empty(SchemaCheck.Errors(report.RootElement, schema.RootElement, schema.RootElement, "$"));
        var seeds = Commands.Noc("ndc", "50242-060-01", "81298-8552-03", "--on", "2025-11-10", "--format", "json");
        using var seed = JsonDocument.Parse(seeds.Output);
        Assert.Empty(SchemaCheck.Errors(seed.RootElement, schema.RootElement, schema.RootElement, "$"));
    }

    [Fact]
    public void The_page_of_a_package_is_as_approved() => Snapshot.Match("ndc-text",
        Run(false, "88888-777-02", "N488888077701", "88888-779-01", "8888877702", "88888-777"));

    [Theory]
    [InlineData("UN1.5 N488888077702")]
    [InlineData("UN1.5", "N488888077702")]
    [InlineData("N488888077702", "UN1.5")]
    [InlineData("N488888077702 F2100")]
    [InlineData("ml 4 88888-777-02")]
    public void The_quantity_may_stand_in_front_or_behind(params string[] texts)
    {
        using var report = JsonDocument.Parse(Run(true, texts));
        Assert.Equal("88888077702", Assert.Single(report.RootElement.GetProperty("answers").EnumerateArray())
            .GetProperty("code").GetProperty("ndc").GetString());
    }

    [Fact]
    public void Two_codes_with_quantities_are_two_answers()
    {
        using var report = JsonDocument.Parse(Run(true, "UN1", "N488888077702", "ML4", "N488888077901"));
        Assert.Equal(["88888077702", "88888077901"], report.RootElement.GetProperty("answers").EnumerateArray()
            .Select(answer => answer.GetProperty("code").GetProperty("ndc").GetString()!));
    }

    [Fact]
    public void A_code_of_the_outer_package_is_borrowed()
    {
        using var report = JsonDocument.Parse(Run(true, "88888-777-01", "88888-777-02"));
        Assert.Equal([true, false], report.RootElement.GetProperty("answers").EnumerateArray().Select(answer =>
            answer.GetProperty("facts").GetProperty("codes")[0].GetProperty("isBorrowed").GetBoolean()));
        Assert.Contains("(borrowed:", Run(false, "88888-777-01"));
        Assert.DoesNotContain("(borrowed:", Run(false, "88888-777-02"));
    }

    [Fact]
    public void The_directory_says_how_old_it_is_and_a_newer_labeler_comes_first()
    {
        var to = new TableImageBuilder();
        var ndc = NdcText.Read("88888077702").Ndc!.Value;
        to.Add<NdcProductRecord>(
            [new() { LabelerProduct = 888880777, Brand = to.Texts.Add("Examplix"), Labeler = to.Texts.Add("Old Co") }]);
        to.Add<NdcCodeRecord>([new() { Ndc = ndc, Code = HcpcsCode.Of("J0881"), Labeler = to.Texts.Add("New Co"),
            Days = new(new(2026, 1, 1), new DateOnly(2026, 3, 31)) }]);
        to.Add<LoadedRecord>([new() { Dataset = Dataset.NdcProducts, Kind = LoadedKind.Partial,
            Release = to.Texts.Add("2015-12"), Publisher = to.Texts.Add("FDA") }]);
        ReferenceTables tables = new("test-1", Day, [], SeedTables.Load().Products, [], [], to.Build("test-1"));
        using var output = new StringWriter { NewLine = "\n" };
        NdcLookup.Run(["88888-777-02"], Day, isJson: false, isColored: false, tables, output);
        Assert.Contains("Labeler      New Co (CMS crosswalk as of 2026-03-31)\n"
            + "               Old Co (FDA directory as of 2015-12-31)", output.ToString());
        Assert.Contains("FDA NDC products as of 2015-12 (10 years old), an extract", output.ToString());
    }

    [Fact]
    public void No_line_is_wider_than_a_terminal() => Assert.All(
        Run(false, "88888-777-02", "88888-779-01", "88888-777", "1234567890").Split('\n'),
        line => Assert.InRange(line.Length, 0, 80));

    [Fact]
    public void What_could_not_be_used_on_the_day_ends_with_1()
    {
        Run(false, out var ok, "88888-777-02");
        Run(false, out var refused, "88888-777");
        Run(false, out var expired, "(01)00388888777025(17)260131");
        Assert.Equal((0, 1, 1), (ok, refused, expired));
    }

    [Theory]
    [InlineData("60575 4112 1", "60575", "4112", "1")]
    [InlineData("NDC 88888-777-02 LOT 7 EXP 12/2027", "NDC", "88888-777-02", "LOT", "7", "EXP", "12/2027")]
    public void Words_without_quotes_are_one_text(string whole, params string[] texts)
    {
        using var report = JsonDocument.Parse(Run(true, texts));
        var answer = Assert.Single(report.RootElement.GetProperty("answers").EnumerateArray());
        Assert.Equal(whole, answer.GetProperty("text").GetString());
    }

    [Fact]
    public void The_command_reads_what_a_scanner_types()
    {
        var result = Commands.Noc("(01)00350242060011(17)271231(10)A1\n\n0409156029\n"u8.ToArray(), "ndc", "-",
            "--on", "2026-02-10");
        Assert.Contains("50242-0060-01", result.Output);
        Assert.Contains("2027-12-31", result.Output);
        Assert.Contains("00409-1560-29", result.Output);
        Assert.Equal(0, result.Code);
    }

    [Fact]
    public void A_date_that_is_none_is_refused() =>
        Assert.Equal(2, Commands.Noc("ndc", "50242-060-01", "--on", "yesterday").Code);
}
