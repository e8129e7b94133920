using Noc.Drugs;
using Noc.Reference.Originals;

namespace Noc.Reference.Tests.Originals;

/// <summary>Short lists: unit edits, places of service, code numbers, contractors.</summary>
public sealed class CodeListReaderTests
{
    private const string MueHeader = "\"A notice over\r\n\r\nthree lines\",,,\r\n\"HCPCS/\r\nCPT Code\","
        + "Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale\r\n";

    private const string Eff = "MCR_MUE_PractitionerServices_Eff_10-01-2026.csv";

    [Fact]
    public void Reads_unit_edits_behind_a_notice_of_several_lines()
    {
        var file = Assert.IsType<Original<MueRow>>(Files.Read(Files.Text(MueHeader
            + "J1885,8,3 Date of Service Edit: Clinical,Prescribing Information\r\nJ188,8,3 Edit,\r\n"
            + "J1886,many,3 Edit,\r\nJ1887,8,4 Edit,\r\nE0114,0,1 Line Edit,\r\n", Eff)));
        Assert.Equal((Period.Quarter(2026, 4), "2026-10-01", true), (file.Period, file.Release, file.IsPartial));
        Assert.Equal(new(6, HcpcsCode.Of("J1885"), 8m, 3, "3 Date of Service Edit: Clinical",
            "Prescribing Information"), file.Rows[0]);
        Assert.Equal((0m, 1, null), (file.Rows[1].Units, file.Rows[1].Indicator, file.Rows[1].Rationale));
        Assert.Equal([7L, 8L, 9L], file.Problems.Select(problem => problem.Line));
        Assert.True(Files.IsWhole(file));
    }

    [Fact]
    public void Unit_edits_without_a_quarter_in_their_name_are_refused()
    {
        Assert.Throws<UnreadableOriginalException>(() => MueReader.Read(Files.Text(MueHeader)));
        Assert.Equal(Period.Quarter(2026, 2), MueReader.Read(
            Files.Text(MueHeader, "medicare-ncci-2026-q2-practitioner-services-mue-table.csv")).Period);
    }

    [Fact]
    public void Unit_edits_for_facilities_are_another_file() => Assert.DoesNotContain(OriginalReaders.All,
        reader => reader.Recognises(Files.Text(
            MueHeader.Replace("Practitioner", "Outpatient Hospital", StringComparison.Ordinal)).Head));

    [Fact]
    public void Reads_places_of_service()
    {
        var file = Assert.IsType<Original<PlaceOfServiceRow>>(Files.Read(Files.Text(
            "code,name,pfs_rate\n11,Office,NF\n21,Inpatient Hospital,F\n99,Other,\n1,Pharmacy,F\n")));
        Assert.Equal([false, true, null], file.Rows.Select(row => row.IsFacilityRate));
        Assert.Equal(("11", "Office"), (file.Rows[0].Code, file.Rows[0].Name));
        Assert.Equal(5, Assert.Single(file.Problems).Line);
        Assert.True(Files.IsWhole(file));
    }

    [Theory]
    [InlineData("M1\nMA01\nN734", Dataset.Rarc)]
    [InlineData("A0\nF3N\nR17\nRQ", Dataset.ClaimStatusCategories)]
    [InlineData("0\n1\n10\n734", Dataset.ClaimStatuses)]
    [InlineData("0001\n0636\n091X", Dataset.RevenueCodes)]
    public void Lists_under_one_heading_are_told_apart_by_the_form_of_their_codes(string codes, Dataset dataset)
    {
        var file = Assert.IsType<Original<CodeNumberRow>>(Files.Read(Files.Text($"code\n{codes}\n")));
        Assert.Equal(dataset, file.Dataset);
        Assert.Equal(codes.Split('\n'), file.Rows.Select(row => row.Code));
        Assert.All(file.Rows, row => Assert.Null(row.IsActive));
        Assert.True(Files.IsWhole(file));
    }

    [Fact]
    public void Reason_codes_say_whether_they_are_in_use()
    {
        var file = Assert.IsType<Original<CodeNumberRow>>(
            Files.Read(Files.Text("code,in_2026_active_list\n1,Y\nW1,N\nB7,\nfar too long,Y\n")));
        Assert.Equal([("1", true), ("W1", false), ("B7", (bool?)null)],
            file.Rows.Select(row => (row.Code, row.IsActive)));
        Assert.Equal(5, Assert.Single(file.Problems).Line);
    }

    [Fact]
    public void Reads_contractors_with_all_their_numbers()
    {
        var file = Assert.IsType<Original<ContractorRow>>(Files.Read(Files.Text(
            "state,ab_jurisdiction,ab_mac,part_b_contractor_numbers_from_gpci2025,dme_jurisdiction,dme_mac\n"
            + "CA,JE,Noridian,1112 01182,D,Noridian\nGU,JE,Noridian,,D,Noridian\nCal,JE,Noridian,,D,Noridian\n"
            + "NY,JK,NGS,one,A,Noridian\n")));
        Assert.Equal(["01112", "01182"], file.Rows[0].PartBNumbers);
        Assert.Equal(("CA", "JE", "Noridian", "D"), (file.Rows[0].State, file.Rows[0].Jurisdiction,
            file.Rows[0].Contractor, file.Rows[0].DmeJurisdiction));
        Assert.Empty(file.Rows[1].PartBNumbers);
        Assert.Equal([4L, 5L], file.Problems.Select(problem => problem.Line));
        Assert.True(Files.IsWhole(file));
    }

    [Theory]
    [InlineData("codesets/carc_codes.csv", Dataset.Carc, 375, 376, false)]
    [InlineData("codesets/rarc_codes.csv", Dataset.Rarc, 998, 999, false)]
    [InlineData("codesets/claim_status_category_codes.csv", Dataset.ClaimStatusCategories, 48, 49, false)]
    [InlineData("codesets/claim_status_codes.csv", Dataset.ClaimStatuses, 759, 760, false)]
    [InlineData("codesets/revenue_codes.csv", Dataset.RevenueCodes, 526, 527, false)]
    [InlineData("codesets/place_of_service.csv", Dataset.PlaceOfService, 51, 52, false)]
    [InlineData("codesets/mac_jurisdictions_by_state.csv", Dataset.Contractors, 56, 57, false)]
    [InlineData("ncci/MCR_MUE_PractitionerServices_Eff_10-01-2026_EXTRACT.csv", Dataset.MuePractitioner, 6, 11, true)]
    public void Reads_the_lists_at_hand(string path, Dataset dataset, int rows, int lines, bool isPartial)
    {
        var file = Files.Read(Files.Shared(path));
        Assert.Equal((dataset, rows, lines, isPartial),
            (file.Dataset, file.RowCount, file.LinesRead, file.IsPartial));
        Assert.Empty(file.Problems);
        Assert.True(Files.IsWhole(file));
    }

    [Fact]
    public void Figures_of_the_lists_are_those_read_off_by_hand()
    {
        var reasons = Assert.IsType<Original<CodeNumberRow>>(Files.Read(Files.Shared("codesets/carc_codes.csv")));
        Assert.Equal(259, reasons.Rows.Count(row => row.IsActive == true));
        var edits = Assert.IsType<Original<MueRow>>(Files.Read(
            Files.Shared("ncci/MCR_MUE_PractitionerServices_Eff_10-01-2026_EXTRACT.csv")));
        Assert.Equal((8m, 3), Assert.Single(edits.Rows, row => row.Code.Value == "J1885") is var edit
            ? (edit.Units, edit.Indicator) : default);
        var payers = Assert.IsType<Original<ContractorRow>>(
            Files.Read(Files.Shared("codesets/mac_jurisdictions_by_state.csv")));
        Assert.Equal(["13202", "13282", "13292"], Assert.Single(payers.Rows, row => row.State == "NY").PartBNumbers);
    }

    [Theory]
    [InlineData("LAYOUTS.md")]
    [InlineData("MANIFEST.csv")]
    public void Documents_about_the_data_are_taken_for_none(string name) =>
        Assert.Null(OriginalReaders.Of(Files.Shared(name)));
}
