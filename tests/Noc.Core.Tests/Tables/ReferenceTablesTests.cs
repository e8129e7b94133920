using Noc.Drugs;
using Noc.Tables;

namespace Noc.Core.Tests.Tables;

public sealed class ReferenceTablesTests
{
    [Theory]
    [InlineData("J3590", "2002-12-31", false)]
    [InlineData("J3590", "2003-01-01", true)]
    [InlineData("C9399", "2003-12-31", false)]
    [InlineData("C9399", "2004-01-01", true)]
    [InlineData("J7999", "2015-12-31", false)]
    [InlineData("J7999", "2016-01-01", true)]
    [InlineData("Q9977", "2015-06-30", false)]
    [InlineData("Q9977", "2015-07-01", true)]
    [InlineData("Q9977", "2015-12-31", true)]
    [InlineData("Q9977", "2016-01-01", false)]
    [InlineData("J3591", "2018-12-31", false)]
    [InlineData("J3591", "2019-01-01", true)]
    [InlineData("J9305", "2026-01-01", false)]
    [InlineData("J3301", "2026-01-01", false)]
    [InlineData("J1599", "2026-01-01", false)]
    [InlineData("96379", "2026-01-01", false)]
    [InlineData("S5000", "2026-01-01", false)]
    [InlineData("J0178", "2026-01-01", false)]
    public void A_code_leaves_the_drug_open_on_its_days_only(string code, string day, bool isUnclassified) =>
        Assert.Equal(isUnclassified, TestTables.Seed.IsUnclassified(HcpcsCode.Of(code), DateOnly.Parse(day)));

    [Theory]
    [InlineData("J2782", "2024-03-31", typeof(CodeStatus.NotYet))]
    [InlineData("J2782", "2024-04-01", typeof(CodeStatus.Found))]
    [InlineData("C9162", "2023-12-31", typeof(CodeStatus.NotYet))]
    [InlineData("C9162", "2024-03-31", typeof(CodeStatus.Found))]
    [InlineData("C9162", "2024-04-01", typeof(CodeStatus.Ended))]
    [InlineData("J0174", "2023-07-05", typeof(CodeStatus.NotYet))]
    [InlineData("J0174", "2023-07-06", typeof(CodeStatus.Found))]
    [InlineData("J0576", "2024-03-31", typeof(CodeStatus.Found))]
    [InlineData("J0576", "2024-04-01", typeof(CodeStatus.Ended))]
    [InlineData("99213", "2024-04-01", typeof(CodeStatus.NotCovered))]
    public void A_code_is_looked_up_by_day(string code, string day, Type expected) =>
        Assert.IsType(expected, TestTables.Seed.Code(HcpcsCode.Of(code), DateOnly.Parse(day)));

    [Fact]
    public void Payers_are_found_by_name_alias_and_id()
    {
        var payers = TestTables.Seed.Payers;
        Assert.Equal("uhc-ma", Assert.Single(payers.Named("UNITEDHEALTHCARE MEDICARE ADVANTAGE")).Id);
        Assert.Equal("medicaid-az", Assert.Single(payers.Named("ARIZONA MEDICAID")).Id);
        Assert.Equal("aetna-better-health-tx", Assert.Single(payers.Called("ABH TEXAS")).Id);
        Assert.Equal("medicare-dme-ja", Assert.Single(payers.WithPayerId("16013")).Id);
        Assert.Equal(3, payers.WithPayerId("87726").Count);
        Assert.Equal("Texas Medicaid (TMHP)", payers.Of("medicaid-tx")?.Name);
        Assert.Empty(payers.WithPayerId("NOBODY"));
    }

    [Theory]
    [InlineData("Anthem, Inc.", "ANTHEM")]
    [InlineData("California workers' compensation", "CALIFORNIA WORKERS COMPENSATION")]
    [InlineData("  REGENCE / BridgeSpan ", "REGENCE BRIDGESPAN")]
    [InlineData("", "")]
    public void Names_of_payers_are_compared_without_punctuation(string name, string plain) =>
        Assert.Equal(plain, PayerDirectory.Plain(name));

    [Fact]
    public void States_of_a_payer_are_known_only_where_the_directory_lists_them_all()
    {
        Assert.Equal(["TX"], TestTables.Seed.Payers.Of("medicaid-tx")!.States);
        Assert.Empty(TestTables.Seed.Payers.Of("uhc-community-plan")!.States);
        Assert.Empty(TestTables.Seed.Payers.Of("aetna")!.States);
    }

    [Fact]
    public void Every_code_of_every_product_is_found_on_its_first_and_last_day()
    {
        foreach (var product in TestTables.Seed.Products)
            foreach (var row in product.Codes)
            {
                if (row.From is { } from) Assert.IsType<CodeStatus.Found>(TestTables.Seed.Code(row.Code, from));
                if (row.To is { } to) Assert.IsType<CodeStatus.Found>(TestTables.Seed.Code(row.Code, to));
                Assert.True(TestTables.Seed.IsProductCode(row.Code));
            }
    }
}
