using Noc.Coding;
using Noc.Drugs;
using Noc.Tables;
using static Noc.Tables.ProductKind;

namespace Noc.Core.Tests.Coding;

public sealed class UnclassifiedChoiceTests
{
    private static readonly DateOnly Day = new(2026, 1, 15);

    public static TheoryData<string, int, DrugFacts> Rows()
    {
        DrugFacts Facts(ProductKind kind = ProductKind.Drug,
            Setting setting = Setting.Office, bool isMedicare = true) =>
            new() { Day = Day, Setting = setting, IsMedicare = isMedicare, Kind = kind };
        return new()
        {
            { "J9256", 1, Facts() with { SpecificCode = HcpcsCode.Of("J9256") } },
            { "", 3, Facts() with { IsUnapproved = true } },
            { "Q2039", 4, Facts(FluVaccine) },
            { "90749", 4, Facts(FluVaccine, isMedicare: false) },
            { "90749", 4, Facts(Vaccine) },
            { "P9099", 5, Facts(Blood) },
            { "", 6, Facts(SkinSubstitute) },
            { "C9399", 7, Facts(Radiotherapy, Setting.Opps) },
            { "C9399", 7, Facts(Radiotherapy, Setting.Asc) },
            { "A9699", 7, Facts(Radiotherapy) },
            { "A9699", 7, Facts(Radiotherapy, Setting.Opps, isMedicare: false) },
            { "A9597", 8, Facts(TumorTracer) },
            { "A9598", 8, Facts(PetTracer) },
            { "A4641", 8, Facts(Tracer) },
            { "A9579", 9, Facts(Gadolinium) },
            { "A9698", 9, Facts(Contrast) },
            { "A9698", 9, Facts(Dye) },
            { "J7699", 10, Facts(setting: Setting.Dme) with { IsCompounded = true, Route = "INH" } },
            { "J7999", 10, Facts() with { IsCompounded = true } },
            { "J7999", 10, Facts() with { IsCompounded = true, Day = new(2016, 1, 1) } },
            { "Q9977", 10, Facts() with { IsCompounded = true, Day = new(2015, 12, 31) } },
            { "Q9977", 10, Facts() with { IsCompounded = true, Day = new(2015, 7, 1) } },
            { "J3490", 10, Facts() with { IsCompounded = true, Day = new(2015, 6, 30) } },
            { "J7192", 11, Facts(FactorViii) },
            { "J7195", 11, Facts(FactorIx) },
            { "J7199", 11, Facts(ClottingFactor) },
            { "J1599", 12, Facts(IvigLiquid) },
            { "J1566", 12, Facts(IvigPowder) },
            { "90399", 12, Facts(ImmuneGlobulin, isMedicare: false) },
            { "J3590", 12, Facts(ImmuneGlobulin) },
            { "C9399", 18, Facts(ImmuneGlobulin, Setting.Opps) with { Approved = new(2020, 1, 1) } },
            { "J3590", 12, Facts(IvigLiquid) with { Day = new(2010, 12, 31) } },
            { "J3590", 12, Facts(IvigLiquid, Setting.Opps) with { Day = new(2010, 6, 1) } },
            { "J3590", 12, Facts(IvigPowder) with { Day = new(2005, 12, 31) } },
            { "J3490", 20, Facts(IvigPowder) with { Day = new(2002, 12, 31) } },
            { "J3590", 20, Facts(Transitioned) },
            { "J3590", 20, Facts(Transitioned) with { Day = new(2020, 3, 23) } },
            { "J3490", 21, Facts(Transitioned) with { Day = new(2020, 3, 22) } },
            { "J3591", 13, Facts(setting: Setting.Esrd) with { IsForEsrd = true } },
            { "J3490", 13, Facts(setting: Setting.Esrd) with { IsForEsrd = true, Day = new(2018, 12, 31) } },
            { "J3535", 14, Facts(setting: Setting.Dme) with { Route = DrugFacts.MeteredDose } },
            { "J7699", 14, Facts(setting: Setting.Dme) with { Route = "INH" } },
            { "J7799", 14, Facts(setting: Setting.Dme) with { Route = "IV" } },
            { "J0799", 15, Facts(HivPrevention) },
            { "J7599", 16, Facts(Transplant) },
            { "Q0181", 17, Facts(Antiemetic) with { Route = "PO", IsWithin48HoursOfChemotherapy = true } },
            { "J8597", 17, Facts(Antiemetic) with { Route = "PO" } },
            { "J8498", 17, Facts(Antiemetic) with { Route = "rectal" } },
            { "J8999", 17, Facts() with { Route = "PO", IsAntineoplastic = true } },
            { "J8499", 17, Facts() with { Route = "PO" } },
            { "C9399", 18, Facts(setting: Setting.Opps) with { Approved = new(2004, 1, 1), IsAntineoplastic = true } },
            { "J9999", 19, Facts(setting: Setting.Opps) with
                { Approved = new(2003, 12, 31), IsAntineoplastic = true } },
            { "J9999", 19, Facts(setting: Setting.Opps, isMedicare: false) with
                { Approved = new(2025, 1, 1), IsAntineoplastic = true, IsBiologic = true } },
            { "J3590", 20, Facts() with { IsBiologic = true } },
            { "J3490", 21, Facts(Antiemetic) with { Route = "IV" } },
        };
    }

    [Theory]
    [InlineData("1999-01-01", false, Setting.Office, "J3490")]
    [InlineData("2003-01-01", false, Setting.Office, "J3590")]
    [InlineData("2003-12-31", true, Setting.Opps, "J9999")]
    [InlineData("2004-01-01", true, Setting.Opps, "C9399")]
    public void No_code_is_named_for_a_day_before_its_first(
        string day, bool isAntineoplastic, Setting setting, string code) => Assert.Equal(code,
        UnclassifiedChoice.Choose(new()
        {
            Day = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Setting = setting,
            IsMedicare = true, IsBiologic = true, IsAntineoplastic = isAntineoplastic, Approved = new(2004, 1, 1),
        }).Code.Value);

    [Fact]
    public void A_metered_dose_inhaler_has_its_code_in_every_setting() => Assert.Equal("J3535",
        UnclassifiedChoice.Choose(new()
        {
            Day = Day, Setting = Setting.Office, Route = DrugFacts.MeteredDose,
        }).Code.Value);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Each_row_of_the_decision_table_decides(string code, int row, DrugFacts facts)
    {
        var choice = UnclassifiedChoice.Choose(facts);
        Assert.Equal((code, row), (choice.Code.Value, choice.Row));
        Assert.NotEmpty(choice.Reason);
    }
}
