namespace Noc.App.Tests.AuditClaims;

/// <summary>Defects of administration, diagnoses, trials, lists and replacements.</summary>
internal static class ClaimPlanters
{
    private static T Of<T>(T[] all, int variant) => all[variant % all.Length];

    private static bool IsNoNdcText(CleanClaim clean) => clean.IsPartB
        && clean.Payer.State is not ("GA" or "NC" or "OH");

    private static bool SaysRoute(CleanClaim clean) =>
        clean.Claim.Description.Contains($" {clean.Drug.Route}", StringComparison.Ordinal);

    private const string Trial = "HI*ABK:Z006*ABF:C3490";

    public static readonly Dictionary<string, Planter> All = new()
    {
        ["ADM001"] = (c, v) => c.IsOffice ? c.Claim with
        {
            Others = Of<string[]>([[], ["99213*100"], ["96523*40"], ["36415*10", "80053*30"], ["99215*200"]], v),
        } : null,
        ["ADM002"] = (c, v) => (c.IsOffice || c.IsHospital) && SaysRoute(c) ? c.Claim with
        {
            Others = c.Drug.Route switch
            {
                "IV" => [Of(["96372*30", "96401*90", "96377*20"], v)],
                "IVT" => [Of(["96372*30", "96365*90"], v)],
                _ => [Of(["96365*185", "96374*90", "96413*300"], v)],
            },
        } : null,
        ["ADM003"] = (c, v) => c.IsOffice && c.IsMedicare && IsNoNdcText(c) ? c.Claim with
        {
            Code = "J3490", Description = Of(["EMPAVELI 1080MG SC", "PEGCETACOPLAN 1080MG SC"], v), Lin = "",
            Others = ["96401*90"],
        } : null,
        ["ADM010"] = (c, v) => (c.IsOffice || c.IsHospital) && c.Drug.Name is "TEVIMBRA" ? c.Claim with
        {
            Others = [Of(["96365*185", "96374*90", "96365:59*185"], v)],
        } : null,
        ["NAR030"] = (c, v) => c.Claim with { Others = [.. c.Claim.Others, Of(["96379*90", "96549*300"], v)] },
        ["ADM004"] = (c, v) => c.Claim.Place is "11"
            ? c.Claim with { Others = [Of(["96366*40", "96375*30", "96415*60", "96361*20", "96367*30", "96411*50"],
                v)] }
            : null,
        ["ADM007"] = (c, v) => c.Claim.Place is "11" ? c.Claim with
        {
            Others = Of<string[]>([["96365*185", "96374*90"], ["96360*60", "96365*185"], ["96413*300", "96409*200"],
                ["96365*185", "96365:RE*185"]], v),
        } : null,
        ["ADM008"] = (c, v) => c.Claim.Place is "11" ? c.Claim with
        {
            Others = Of<string[]>([["96365*185", "96368*40", "96368*40"], ["96365*185", "96523*30"],
                ["96523*30", "96413*300"]], v),
        } : null,
        ["ADM009"] = (c, v) => c.IsPartB ? c.Claim with
        {
            Others = Of<string[]>([["96374*90", "96376*40"], ["96365*185"], ["96372*30"], ["96413*300"]], v),
            Place = v % 4 == 0 ? "11" : Of(["19", "21", "22", "23"], v),
        } : null,
        ["ADM005"] = (c, v) => c.IsOffice ? c.Claim with
        {
            Code = Of(["96365", "96413", "96374", "96401", "96409"], v), Modifiers = "", Description = "", Lin = "",
            Others = Of<string[]>([[], ["99213*100"], ["36415*10", "85025*20"]], v),
        } : null,
        ["DXC001"] = (c, v) => c.Claim.Place is "11" ? c.Claim with { Pointer = "" } : null,
        ["DXC002"] = (c, v) => c.Claim.Place is "11" ? c.Claim with { Pointer = Of(["2", "1:3", "12", "4"], v) } : null,
        ["DXC003"] = (c, v) => c.IsUnclassified && c.Claim.Place is not "24"
            ? c.Claim with { Diagnoses = $"HI*ABK:{Of(["Z5111", "Z5112"], v)}" } : null,
        ["DXC004"] = (c, v) => c.Claim with
        {
            Diagnoses = $"HI*ABK:{c.Drug.Diagnosis}*ABF:{Of(["Z5111", "Z5112"], v)}",
        },
        ["DXC005"] = (c, v) => c.Claim
            with { Diagnoses = $"HI*ABK:{Of(["X99", "C34", "G4370"], v)}", Date = "20260309" },
        ["DXC006"] = (c, v) => IsNoNdcText(c) ? c.Claim with
        {
            Description = Of(["PEMBROLIZUMAB 200MG IV", "OPDIVO 240MG IV"], v), Diagnoses = "HI*ABK:J45909",
                Lin = "",
        } : null,
        ["TRL001"] = (c, v) => c.IsPartB ? c.Claim with
        {
            Modifiers = Of(["Q0", "Q1:JZ"], v), Diagnoses = Trial, Segments = Of(["", "REF*P4*NCT12345678~",
                "REF*P4*123~"], v),
        } : null,
        ["TRL002"] = (c, v) => c.IsPartB ? c.Claim with
        {
            Modifiers = Of(["Q0", "Q1"], v), Segments = "REF*P4*12345678~",
            Diagnoses = Of([$"HI*ABK:{c.Drug.Diagnosis}", "HI*ABK:Z006"], v),
        } : null,
        ["TRL003"] = (c, v) => c.IsHospital
            ? c.Claim with { Modifiers = "Q0", Diagnoses = Trial, Segments = "REF*P4*12345678~" } : null,
        ["TRL004"] = (c, v) => c.IsPartB ? c.Claim with { Diagnoses = Trial, Segments = "REF*P4*12345678~" } : null,
        ["COD014"] = (c, v) => c.IsOffice && c.HasNdc ? c.Claim with
        {
            Code = "", Modifiers = "", Description = v % 2 == 0 ? c.Claim.Description : "",
        } : c.IsHospital ? c.Claim with { Code = "", Modifiers = "", Description = "" } : null,
        ["TRL005"] = (c, v) => c.IsMedicare && c.Drug.Name is "LEQEMBI" && c.Claim.Place is not "24" ? c.Claim with
        {
            Modifiers = "JZ", Segments = v % 2 == 0 ? c.Claim.Segments : "",
            Diagnoses = Of(["HI*ABK:G309", "HI*ABK:G3184*ABF:Z006", "HI*ABK:G309*ABF:Z006"], v),
        } : null,
        ["SAD001"] = (c, v) => IsNoNdcText(c) ? c.Claim with
        {
            Code = Of(["J3590", "J3490"], v), Lin = "", Others = ["96372*30"], Modifiers = "",
            Description = Of(["SEMAGLUTIDE 0.5MG SC", "OZEMPIC 0.5MG SC", "HUMIRA 40MG SC", "ENBREL 50MG SC"], v / 2),
        } : null,
        ["COD012"] = (c, v) => c.IsPartB ? c.Claim with { Place = Of(["19", "21", "22", "23"], v) } : null,
        ["SAD002"] = (c, v) => c.IsPartB && c.Payer.State is "CA" or "MI" ? c.Claim with
        {
            Code = "J0129", Description = "", Units = "75", Lin = "", Date = "20260310", Diagnoses = "HI*ABK:M0579",
        } : null,
        ["RPL001"] = (c, v) => c.IsOffice && !c.IsMedicare ? c.Claim with { Frequency = Of(["7", "8"], v) }
            : c.IsHospital ? c.Claim with { Frequency = Of(["7", "8"], v) } : null,
        ["RPL002"] = (c, v) => c.IsPartB ? c.Claim with { Frequency = Of(["7", "8"], v) } : null,
        ["FIL001"] = (c, v) => c.IsPartB
            ? c.Claim with { Date = Of(["20240319", "20231001", "20240101"], v) } : null,
    };
}
