using Noc.Drugs;
using Noc.Reference.Originals;

namespace Noc.Reference.Tests.Originals;

/// <summary>The agencies publish many of their lists as csv and as workbooks, in which numbers are numbers.</summary>
public sealed class WorkbookTests
{
    [Fact]
    public void Unit_edits_are_read_from_a_workbook()
    {
        var file = Assert.IsType<Original<MueRow>>(Files.Read(Sheets.Of(
            "MCR_MUE_PractitionerServices_Eff_10-01-2026.xlsx",
            ["A notice\nover lines"],
            ["HCPCS/\nCPT Code", "Practitioner Services MUE Values", "MUE Adjudication Indicator", "MUE Rationale"],
            ["J1885", "#8", "3 Date of Service Edit: Clinical", "Prescribing Information"],
            ["#99213", "#2", "3 Date of Service Edit: Clinical", ""])));
        Assert.Equal(["J1885", "99213"], file.Rows.Select(row => row.Code.Value));
        Assert.Equal((8m, 3), (file.Rows[0].Units, file.Rows[0].Indicator));
        Assert.True(Files.IsWhole(file));
    }

    [Fact]
    public void Cost_indices_are_read_from_a_workbook()
    {
        var file = Assert.IsType<Original<GpciRow>>(Files.Read(Sheets.Of("GPCI2026.xlsx",
            ["ADDENDUM E. FINAL CY 2026 GEOGRAPHIC PRACTICE COST INDICES (GPCIs)"], [],
            ["Medicare Administrative Contractor (MAC)", "State", "Locality Number", "Locality Name",
                "2026 PW GPCI (with 1.0 Floor)", "2026 PE GPCI", "2026 MP GPCI"],
            ["02102", "AK", "01", "ALASKA*", "#1.5", "#1.081", "#0.59199999999999997"],
            ["#1112", "CA", "#5", "SAN FRANCISCO", "#1", "#1.3", "#0.5"], [], ["*A note"])));
        Assert.Equal([new(4, "02102", "AK", "01", "ALASKA", 1.5m, null, 1.081m, 0.592m),
            new(5, "01112", "CA", "05", "SAN FRANCISCO", 1m, null, 1.3m, 0.5m)], file.Rows);
        Assert.Equal((Period.Year(2026), 1), (file.Period, file.Skipped["footnote"]));
        Assert.True(Files.IsWhole(file));
    }

    [Fact]
    public void The_fee_schedule_is_read_from_a_workbook()
    {
        var file = Assert.IsType<Original<FeeScheduleRow>>(Files.Read(Sheets.Of("PPRRVU2026_Oct_QPP.xlsx",
            ["", "", "2026 National Physician Fee Schedule Relative Value File October Release"],
            ["", "", "RELEASED 08/26/2026"],
            ["", "", "", "STATUS", "WORK", "NON-FAC", "NA", "FACILITY", "MP", "NON-FACILITY", "FACILITY", "PCTC",
                "GLOB", "MULT", "BILAT", "ASST", "CO-", "TEAM", "CONV"],
            ["HCPCS", "MOD", "DESCRIPTION", "CODE", "RVU", "PE RVU", "INDICATOR", "PE RVU", "RVU", "TOTAL", "TOTAL",
                "IND", "DAYS", "PROC", "SURG", "SURG", "SURG", "SURG", "FACTOR"],
            ["G0463", "#26", "Hospital outpt clinic visit", "X", "#0.18", "#0.54", "", "#4.0000000000000001E-2",
                "#0.01", "#0.73", "#0.23", "#0", "XXX", "#0", "#0", "#0", "#0", "#0", "#33.567500000000003"])));
        var row = Assert.Single(file.Rows);
        Assert.Equal(("G0463", Modifier.Of("26"), "Hospital outpt clinic visit", 0.04m, 33.5675m), (row.Code.Value,
            row.Modifier, row.Description, row.FacilityPeRvu, row.ConversionFactorUsd));
        Assert.Equal(("2026-08-26", FeeScheduleTrack.Qualifying, "0"), (file.Release, row.Track, row.PcTcIndicator));
        Assert.True(Files.IsWhole(file));
    }
}
