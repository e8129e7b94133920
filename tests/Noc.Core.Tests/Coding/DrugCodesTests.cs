using System.Globalization;
using Noc.Coding;
using Noc.Drugs;
using Noc.Tests;

namespace Noc.Core.Tests.Coding;

/// <summary>Drug, day and setting to code: our table in drug-codes.csv, each row with its reason.</summary>
public sealed class DrugCodesTests
{
    [Fact]
    public void Every_row_of_our_table_gets_its_code()
    {
        var rows = CsvRows.Read(Path.Combine(SharedFolder.Root, "tests/Noc.Core.Tests/Coding/drug-codes.csv"));
        Assert.True(rows.Count >= 100);
        var wrong = new List<string>();
        foreach (var row in rows)
        {
            var match = TestTables.Seed.FindProduct(row["drug"]);
            var coding = match.Products is [var product]
                ? DrugCodes.Of(product, Day(row["date"]), SettingFrom(row["setting"]), row["payer"] == "medicare",
                    AmountFrom(row["dose"]), row["route"].Length == 0 ? null : row["route"])
                : new([], new(default, $"{match.Products.Count} products"));
            var codes = coding.Own.Count == 0 ? coding.Unclassified.Code.Value
                : string.Join('/', coding.Own.Select(code => code.Row.Code.Value).Order(StringComparer.Ordinal));
            var units = row["units"].Length == 0 ? "" : coding.Own.Count == 0 ? ""
                : coding.Own[0].Units?.ToString("0", CultureInfo.InvariantCulture);
            if (codes != row["codes"] || units != row["units"])
                wrong.Add($"{row["drug"]} {row["date"]} {row["setting"]}: {row["codes"]} {row["units"]}, not "
                    + $"{codes} {units} {coding.Unclassified.Reason} ({row["reason"]})");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Units_are_rounded_up_and_show_their_arithmetic()
    {
        var product = TestTables.Seed.FindProduct("Orencia").Products[0];
        var code = Assert.Single(SpecificCodes.Find(product, Day("2026-01-05"), Setting.Office, new(755, "MG")));
        Assert.Equal(76, code.Units);
        Assert.Equal("755MG / 10MG = 75.5, rounded up to 76", code.Arithmetic);
    }

    [Fact]
    public void A_dose_in_another_kind_of_unit_gives_no_units()
    {
        var product = TestTables.Seed.FindProduct("Orencia").Products[0];
        Assert.Null(SpecificCodes.Find(product, Day("2026-01-05"), Setting.Office, new(5, "ML"))[0].Units);
        var endless = new Amount(decimal.MaxValue, "KG");
        Assert.Null(SpecificCodes.Find(product, Day("2026-01-05"), Setting.Office, endless)[0].Units);
    }

    [Fact]
    public void The_code_for_all_makers_comes_before_those_of_one_maker()
    {
        var product = TestTables.Seed.FindProduct("pemetrexed").Products.First(p => p.Codes.Count > 3);
        var codes = SpecificCodes.Find(product, Day("2026-01-05"), Setting.Office);
        Assert.Equal("J9305", codes[0].Row.Code.Value);
        Assert.True(codes.Count > 3);
    }

    [Theory]
    [InlineData("C9305", "2025-12-31", Setting.Opps, "valid", "")]
    [InlineData("C9305", "2026-01-01", Setting.Opps, "ended", "J9256")]
    [InlineData("C9305", "2025-09-30", Setting.Opps, "not yet", "C9399")]
    [InlineData("J9256", "2025-12-31", Setting.Office, "not yet", "J3590")]
    [InlineData("J9256", "2026-01-01", Setting.Office, "valid", "")]
    [InlineData("J0576", "2024-04-01", Setting.Office, "ended", "J0577")]
    [InlineData("Q9977", "2015-12-31", Setting.Office, "valid", "")]
    [InlineData("Q9977", "2016-01-01", Setting.Office, "ended", "")]
    [InlineData("J3591", "2018-12-31", Setting.Esrd, "not yet", "")]
    [InlineData("J3490", "2026-01-05", Setting.Office, "valid", "")]
    [InlineData("99213", "2026-01-05", Setting.Office, "not covered", "")]
    public void A_code_outside_its_days_names_what_to_bill(
        string code, string day, Setting setting, string state, string instead)
    {
        var validity = CodeValidity.On(TestTables.Seed, HcpcsCode.Of(code), Day(day), setting, isMedicare: true);
        var (actual, next) = validity switch
        {
            CodeValidity.Valid => ("valid", default),
            CodeValidity.NotYet early => ("not yet", early.Before.Code),
            CodeValidity.Ended late => ("ended", late.After.Count > 0 ? late.After[0].Row.Code : default),
            _ => ("not covered", default(HcpcsCode)),
        };
        Assert.Equal((state, instead), (actual, next.Value));
    }

    [Theory]
    [InlineData("C9305", "2026-01-05", "J9256")]
    [InlineData("J0576", "2024-04-01", "J0577/J0578")]
    [InlineData("C9154", "2026-01-05", "J0577/J0578")]   // by way of J0576, which ended too
    [InlineData("J9070", "2024-04-01", "J9075")]         // all makers to all other makers, not to a brand
    [InlineData("C9054", "2020-07-01", "J0691")]         // the product's only code
    [InlineData("C9042", "2019-07-01", "J9036")]         // one label of two brands
    [InlineData("J9058", "2025-01-05", "")]              // other makers have codes; none took over
    [InlineData("J0173", "2025-07-01", "")]
    [InlineData("J9250", "2024-04-01", "")]              // J9260 was there all the time
    public void A_successor_starts_where_the_code_ended_and_is_for_the_same_maker(
        string code, string day, string successors)
    {
        var validity = CodeValidity.On(TestTables.Seed, HcpcsCode.Of(code), Day(day), Setting.Opps, isMedicare: true);
        var ended = Assert.IsType<CodeValidity.Ended>(validity);
        Assert.Equal(successors, string.Join('/', ended.Successors.Select(row => row.Code.Value)));
        Assert.NotEmpty(ended.After);
    }

    [Theory]
    [InlineData("J9256", "2025-12-31", Setting.Opps, "C9305")]   // it took over from it
    [InlineData("J9322", "2023-06-30", Setting.Office, "J9305")]   // all makers
    [InlineData("J2406", "2021-09-30", Setting.Office, "J3490")]   // the other code is for another brand
    public void Before_its_first_day_a_drug_goes_out_by_no_code_of_another_maker(
        string code, string day, Setting setting, string before)
    {
        var validity = CodeValidity.On(TestTables.Seed, HcpcsCode.Of(code), Day(day), setting, isMedicare: true);
        Assert.Equal(before, Assert.IsType<CodeValidity.NotYet>(validity).Before.Code.Value);
    }

    [Fact]
    public void A_valid_or_unlisted_code_is_judged_without_allocation()
    {
        HcpcsCode[] codes = [HcpcsCode.Of("J9256"), HcpcsCode.Of("99213"), HcpcsCode.Of("J3490")];
        var day = Day("2026-01-05");
        foreach (var code in codes) CodeValidity.On(TestTables.Seed, code, day, Setting.Office, isMedicare: true);
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var code in codes) CodeValidity.On(TestTables.Seed, code, day, Setting.Office, isMedicare: true);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Theory]
    [InlineData("Empaveli", "J3490")]
    [InlineData("Tevimbra", "")]         // has a code of its own
    [InlineData("nobody knows it", "")]
    public void A_name_gets_an_unclassified_code_only_where_none_of_its_products_has_one(string name, string code)
    {
        var match = TestTables.Seed.FindProduct(name);
        Assert.Equal(code, DrugCodes.Unclassified(match, Day("2026-01-05"), Setting.Office, true).Code.Value);
        Assert.True(DrugCodes.Unclassified(match, null, Setting.Office, true).Code.IsNone);
    }

    [Theory]
    [InlineData("bendamustine", "BELRAPZO 100MG IV", "J9036")]
    [InlineData("pemetrexed", "PEMETREXED (HOSPIRA) 500MG", "J9294")]
    [InlineData("pemetrexed", "PEMETREXED DIPOTASSIUM 500MG", "J9292")]
    [InlineData("pemetrexed", "PEMETREXED 500MG", "J9305")]
    public void A_claim_that_names_a_maker_means_the_code_for_that_maker(string drug, string text, string code)
    {
        var product = TestTables.Seed.FindProduct(drug).Products.First(p => p.Codes.Count > 3);
        var codes = SpecificCodes.For(SpecificCodes.Find(product, Day("2026-01-05"), Setting.Office), text);
        Assert.Equal(code, Assert.Single(codes).Row.Code.Value);
    }

    [Fact]
    public void The_decision_table_agrees_with_the_fallback_codes_of_the_product_list()
    {
        // Known to differ, with reasons: inhaled drugs outside DME, an oral dialysis drug, a photoactive agent.
        string[] known =
        [
            "amikacin-liposome-inhalation", "aztreonam-inhalation", "daprodustat-oral", "methoxsalen-extracorporeal",
        ];
        var day = Day("2026-04-01");
        var wrong = TestTables.Seed.Products.Where(product =>
            !product.Fallback.IsNone && !product.Codes.Any(code => code.IsValidOn(day)) && !known.Contains(product.Id)
            && DrugCodes.Of(product, day, Setting.Office, isMedicare: true).Code != product.Fallback).Select(p => p.Id);
        Assert.Empty(wrong);
    }

    internal static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static Setting SettingFrom(string text) => Enum.Parse<Setting>(text, ignoreCase: true);

    private static Amount AmountFrom(string text) => text.Split(' ') is [var value, var unit]
        ? new(decimal.Parse(value, CultureInfo.InvariantCulture), unit) : default;
}
