using Noc.Coding;
using Noc.Drugs;
using Noc.Payers;
using Noc.Tables;
using Noc.Tests;

namespace Noc.Core.Tests.Coding;

public class NewCodesTests
{
    private static readonly IReadOnlyList<NewCode> Codes = NewCodes.Since(TestTables.Seed, new(2020, 1, 1));

    private static NewCode Of(string code, string brand) => Assert.Single(Codes,
        one => one.Row.Code.Value == code && one.Product.Brands.Contains(brand));

    private static string Before(NewCode code) =>
        string.Join(' ', code.Before.Select(old => $"{old.Setting}:{old.Code}"));

    [Theory]
    [InlineData("J9256", "Imaavy", "2026-01-01", "Office:J3590 Opps:C9305")]
    [InlineData("C9305", "Imaavy", "2025-10-01", "Opps:C9399")]
    [InlineData("J9601", "Lynozyfic", "2026-04-01", "Office:J9999 Opps:C9307")]
    [InlineData("J1326", "Vyloy", "2025-07-01", "Office:J9999 Opps:C9303")]
    [InlineData("J0174", "Leqembi", "2023-07-06", "Office:J3590 Opps:C9399")]
    public void A_drug_leaves_its_unclassified_code_on_a_day(string code, string brand, string first, string before)
    {
        var found = Of(code, brand);
        Assert.Equal((first, before), ($"{found.First:yyyy-MM-dd}", Before(found)));
    }

    [Fact]
    public void A_code_that_counts_from_the_approval_says_so()
    {
        Assert.True(Of("J0175", "Kisunla").IsFromApproval);
        Assert.False(Of("J9256", "Imaavy").IsFromApproval);
    }

    [Fact]
    public void The_drugs_of_the_timeline_leave_the_codes_that_it_names()
    {
        var rows = CsvRows.Read(SharedFolder.Require("domain/noc-timeline.csv"));
        var checkedRows = 0;
        foreach (var row in rows)
        {
            var code = row["specific_code"];
            if (code.Length != 5 || row["noc_code_before_office"].Length == 0) continue;
            var found = Codes.Where(one => one.Row.Code.Value == code).ToList();
            if (found.Count == 0) continue;   // a code that the list dates otherwise
            checkedRows++;
            Assert.Contains(found, one => $"{one.First:yyyy-MM-dd}" == row["specific_effective_date"]
                && one.Before.Any(old => old.Setting is Setting.Office
                    && old.Code.Value == row["noc_code_before_office"]));
        }
        Assert.InRange(checkedRows, rows.Count * 8 / 10, rows.Count);
    }

    [Fact]
    public void Only_codes_from_the_day_on_are_listed_in_order()
    {
        var codes = NewCodes.Since(TestTables.Seed, new(2026, 1, 1));
        Assert.NotEmpty(codes);
        Assert.All(codes, code => Assert.True(code.First >= new DateOnly(2026, 1, 1)));
        Assert.Equal(codes.OrderBy(code => code.First).Select(code => code.First), codes.Select(code => code.First));
    }

    [Fact]
    public void A_package_that_was_priced_by_name_is_found_by_its_ndc()
    {
        var to = new TableImageBuilder();
        var ndc = NdcText.Read("88888077702").Ndc!.Value;
        Days autumn = new(new(2025, 10, 1), new DateOnly(2025, 12, 31)), winter = new(new(2026, 1, 1), null);
        to.Add<NocNdcRecord>([new() { Ndc = ndc, GenericName = to.Texts.Add("Exampline"), Days = autumn }]);
        to.Add<NdcCodeRecord>([new() { Ndc = ndc, Code = HcpcsCode.Of("Q5999"), Days = winter }]);
        to.Add<CodeRecord>(
        [
            new() { Code = HcpcsCode.Of("Q5999"), Valid = winter, ShortText = to.Texts.Add("Inj, exampline, 1 mg") },
            new() { Code = HcpcsCode.Of("A4321"), Valid = winter },
            new() { Code = HcpcsCode.Of("J9256"), Valid = winter },
        ]);
        var tables = new ReferenceTables("t", new(2026, 12, 31), [], TestTables.Seed.Products, [], [], to.Build("t"));
        var found = Assert.Single(NewCodes.ByNdc(tables, new(2026, 1, 1)));
        Assert.Equal(("Q5999", "2026-01-01"), (found.Code.Value, $"{found.First:yyyy-MM-dd}"));
        Assert.Empty(NewCodes.ByNdc(tables, new(2026, 4, 1)));
        Assert.Equal("Q5999", Assert.Single(NewCodes.Unknown(tables, new(2026, 1, 1))).Code.Value);
    }

    [Fact]
    public void Drugs_without_a_code_are_those_that_clinics_give()
    {
        var day = new DateOnly(2026, 4, 15);
        var waiting = NewCodes.Without(TestTables.Seed, day, day.AddYears(-2));
        Assert.Contains(waiting, product => product.Brands.Contains("Loargys"));
        Assert.DoesNotContain(waiting, product => product.IsOral || product.IsSelfAdministered is true);
        Assert.DoesNotContain(waiting, product => product.Brands.Contains("Imaavy"));
    }

    [Theory]
    [InlineData("2025-04-29", "2025-10-01", "2026-01-01")]   // Imaavy: C9305, then J9256
    [InlineData("2025-07-02", "2026-01-01", "2026-04-01")]   // Lynozyfic: C9307, then J9601
    public void A_code_can_be_expected_by_the_cycle(string approved, string earliest, string usual)
    {
        var (first, most) = NewCodes.Expected(DateOnly.Parse(approved, null));
        Assert.Equal((earliest, usual), ($"{first:yyyy-MM-dd}", $"{most:yyyy-MM-dd}"));
    }

    [Theory]
    [InlineData(PayerProgram.Medicare, "2027-02-28", "2027-02-28")]
    [InlineData(PayerProgram.Medicaid, "2026-05-29", "2027-02-28")]
    [InlineData(PayerProgram.Other, "2026-05-29", "")]
    public void A_claim_must_be_sent_within_the_limit_of_its_payer(PayerProgram program, string sendBy, string latest)
    {
        var limit = FilingLimit.Of(new() { Name = "x", Program = program }, new(2026, 2, 28));
        Assert.Equal((sendBy, latest), ($"{limit.SendBy:yyyy-MM-dd}", $"{limit.Latest:yyyy-MM-dd}"));
    }
}
