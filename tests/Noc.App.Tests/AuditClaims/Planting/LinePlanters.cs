using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>Defects of code, NDC, units, modifiers, charges and dates.</summary>
internal static class LinePlanters
{
    private static readonly string[] Chronic = ["ENTYVIO", "KEYTRUDA", "OPDIVO", "PROLIA", "REMICADE", "HERCEPTIN"];
    private static readonly string[] OwnDoses = ["300MG", "200MG", "240MG", "60MG", "500MG", "420MG"];

    private static readonly string[] Malformed =
    [
        "99999-0123-01", "N499999012301", "99999 0123 01", "9999-0123-01", "9999012301", "999990123011", "99999ABCD01",
        "00000000000", "99999123", "NDC99999012301", "O9999012301",
    ];

    private static readonly string[] NoDrugs = ["25", "26", "TC", "91", "KC", "JC", "JD", "FC"];

    private static readonly string[] Contradictions =
    [
        "GA:GZ", "GX:GZ", "GY:GZ", "JA:JB", "PO:PN", "JK:JL", "EA:EB", "EB:EC", "RT:50", "LT:50", "GA:GY", "GA:GX",
        "59:XE", "XU:59",
    ];

    private static T Of<T>(T[] all, int variant) => all[variant % all.Length];

    private static string Lin(string ndc, string quantity = "3*ML") => $"LIN**N4*{ndc}~CTP****{quantity}~";

    private static string Twice(string first) => $"{first}:{first}";

    private static string With(string modifiers, string more) => modifiers.Length > 0 ? $"{modifiers}:{more}" : more;

    private static TestClaim Named(CleanClaim clean, string code, string name, string date = "20260310") =>
        clean.Claim with { Code = code, Description = name, Date = date, Lin = "" };

    public static readonly Dictionary<string, Planter> All = new()
    {
        ["COD001"] = (c, v) => c.IsOffice && c.Payer.State is not ("GA" or "NC" or "OH")
            ? Named(c, c.Drug.Code, $"{Of(Chronic, v)} {Of(OwnDoses, v)} {(v % 6 == 3 ? "SC" : "IV")}") : null,
        ["COD011"] = (c, v) => c.IsOffice ? c.Claim with
        {
            Code = Of(["J1599", "J7192", "J3301", "J9305"], v), Lin = "",
            Description = Of(["PRIVIGEN 20G IV", "ELOCTATE 2000 IU IV", "ZILRETTA 32MG IA", "PEMFEXY 500MG IV"], v),
        } : null,
        ["COD002"] = (c, v) => c.Drug.Code is "J0174"
            ? c.Claim with { Date = Of(["20230705", "20230601", "20221231"], v) }
            : null,
        ["COD003"] = (c, v) => c.Drug.HasOwnCode && c.Claim.Place is "13" && c.IsMedicare
            ? c.Claim with { Code = "C9305", Date = Of(["20260101", "20260310", "20260401"], v), Lin = "",
                Units = "10" }
            : null,
        ["COD004"] = (c, v) => c.IsOffice ? c.Claim with { Code = "C9399" } : null,
        ["COD005"] = (c, v) => c.IsHospital && c.IsMedicare && c.Payer.State is not "MD" ? c.Claim with
        {
            Code = Of(["J3490", "J3590"], v), Description = Of(["EMPAVELI 1080MG SC", "PEGCETACOPLAN 1080MG SC"],
                v / 2),
            Lin = "", ClaimNote = "", Others = ["96372*30"],
        } : null,
        ["COD006"] = (c, v) => c.IsOffice && c.IsMedicare ? c.Claim with { Code = "J3591" } : null,
        ["COD007"] = (c, v) => c.IsOffice && c.IsMedicare && c.Drug.Route is not "IVT"
            ? c.Claim with { Code = Of(["J7799", "J7699"], v) } : null,
        ["COD008"] = (c, v) => c.IsOffice && c.Payer.State is not ("GA" or "NC" or "OH")
            ? Named(c, Of(["J3490", "J3590"], v), Of(["TEVIMBRA 200MG IV", "TISLELIZUMAB 200MG IV"], v / 2), "20240601")
            : null,
        ["COD009"] = (c, v) => c.IsOffice && !c.IsMedicare
            ? Named(c, "J3590", "LEQEMBI 700MG IV", Of(["20230701-20230710", "20230705-20230706",
                "20230601-20230801"], v))
            : null,
        ["NDC001"] = (c, v) => c.IsUnclassified && c.HasNdc && c.Payer.Filing is "MB" or "MC"
            ? c.Claim with { Lin = "" } : null,
        ["NDC002"] = (c, v) => c.HasNdc ? c.Claim with { Lin = Lin(Of(Malformed, v), c.Drug.Quantity) } : null,
        ["NDC003"] = (c, v) => c.HasNdc
            ? c.Claim with { Lin = c.Drug.Lin.Replace("*N4*", Of(["*ND*", "*n4*", "**", "*N5*"], v)) } : null,
        ["NDC004"] = (c, v) => c.HasNdc ? c.Claim with
        {
            Lin = Of(
                [
                    $"LIN**N4*{c.Drug.Ndc}~", Lin(c.Drug.Ndc, "0*ML"), Lin(c.Drug.Ndc, "-1*UN"),
                    $"LIN**N4*{c.Drug.Ndc}~CTP****3~", Lin(c.Drug.Ndc, "3*MG"), Lin(c.Drug.Ndc, "*ML"),
                ], v),
        } : null,
        ["NDC005"] = (c, v) => c.HasNdc && c.IsUnclassified
            ? c.Claim with { Lin = Lin($"99999{8000 + v % 999:0000}01", c.Drug.Quantity) } : null,
        ["NDC006"] = (c, v) => c.HasNdc && c.IsUnclassified
            ? c.Claim with { Lin = Lin(Of([TestNdcs.Coming, TestNdcs.Ended], v)) } : null,
        ["NDC007"] = (c, v) => c.IsOffice && c.HasNdc && c.Payer.State is not ("GA" or "NC" or "OH") ? c.Claim with
        {
            Description = Of(["TORADOL 30MG IM", "PEMBROLIZUMAB 200MG IV", "HUMIRA 40MG SC"], v),
            Lin = Lin(Of([TestNdcs.Leqembi, TestNdcs.Powder], v)),
        } : null,
        ["NDC008"] = (c, v) => c.Drug.Code is "J9305"
            ? c.Claim with { Lin = Lin(c.Drug.Ndc, Of(["10*ML", "20*ML"], v)) }
            : c.Drug.Form.Contains("POWDER", StringComparison.Ordinal) && c.Payer.Filing is "MC"
                ? c.Claim with { Lin = Lin(c.Drug.Ndc, Of(["10*ML", "5*ML"], v)) } : null,
        ["NDC009"] = (c, v) => c.Drug.Code is "J9305" ? c.Claim with { Lin = Lin(TestNdcs.Pemetrexed, "20*ML") } : null,
        ["NDC011"] = (c, v) => c.IsUnclassified && c.Drug.Strength.Length > 0 && c.Claim.Place is not "24"
            ? c.With(Of(["{N} {D} {R} 10MG/ML", "{N} 100MG/1ML {D} {R}", "{N} 125MG/5ML, {D} {R}"], v)) : null,
        ["NDC012"] = (c, v) => c.IsUnclassified && c.HasNdc && c.Drug.Name is not "EXAMPLAZOLE"
            && c.Claim.Place is not "24"
            ? c.With(Of(["{N} {D} {R} MFR TEVA", "{N} {D} {R} MFG SANDOZ", "{N} {D} {R} MFR PFIZER INC"], v)) : null,
        ["NDC010"] = (c, v) => c.HasNdc && c.IsOffice ? c.Claim with
        {
            Code = Of(["96372", "99213", "96413"], v), Description = "", Modifiers = "",
            Others = [$"{c.Drug.Administration}*185", $"{c.Drug.Code}*100"],
        } : null,
        ["UNT001"] = (c, v) => c.IsPartB
            ? c.Claim with { Units = Of(["2", "150", "0.5", "10", "3"], v) } : null,
        ["UNT003"] = (c, v) => c.IsHospital && c.IsMedicare ? c.Claim with { Units = Of(["150", "2", "40"], v) } : null,
        ["MOD001"] = (c, v) => c.IsMedicare ? c.Claim with { Modifiers = Of(["JW:JZ", "JZ:JW", "JZ:RT:JW"], v) } : null,
        ["MOD002"] = (c, v) => c.Drug.Code is "J0174" && c.Claim.Place is "11" && c.IsMedicare
            ? c.Claim with { Modifiers = "" }
            : c.IsPartB && c.HasNdc && c.Payer.State is not ("GA" or "NC" or "OH")
                ? c.With(Of(["{N} {D} {R} SDV", "{N} {D} {R} SINGLE DOSE VIAL", "{N} {D} {R} SINGLE-DOSE VIAL"],
                    v)) with
                {
                    Modifiers = "",
                } : null,
        ["MOD010"] = (c, v) => c.IsUnclassified ? c.Claim with { Modifiers = With("", "JF") } : null,
        ["MOD011"] = (c, v) => c.IsUnclassified ? c.Claim with { Modifiers = With(c.Claim.Modifiers, Of(NoDrugs, v)) }
            : null,
        ["MOD012"] = (c, v) => c.Claim with { Modifiers = Twice(c.IsMedicare ? "JZ" : Of(["RT", "59", "GA"], v)) },
        ["MOD013"] = (c, v) => c.Claim with { Modifiers = Of(Contradictions, v) },
        ["NDC013"] = (c, v) => c.IsOffice && c.IsMedicare ? c.Claim with
        {
            Code = "J9305", Units = "30", Description = "", Modifiers = "JZ", Others = ["96413*185"],
            Date = "20260310",
            Lin = $"LIN**N4*{TestNdcs.Powder}~CTP****{Of(["300", "30", "60", "150", "2.7"], v)}*UN~",
        } : null,
        ["COD015"] = (c, v) => c.IsMedicare && c.IsHospital ? Named(c, Of(["J7199", "J8498", "J8499"], v),
            Of(["EXAMPLAFACTOR 2000 IU IV", "EXAMPLAZOLE 25MG PR", "EXAMPLAZOLE 25MG PO"], v)) : null,
        ["COD013"] = (c, v) => c.IsOffice ? Named(c, Of(["J3490", "J3590"], v),
            Of(["EXAMPLAVIR VACCINE 0.5ML IM", "TETANUS TOXOID ADSORBED 0.5ML IM", "ALLERGENIC EXTRACT MITE 0.5ML SC",
                "EXAMPLADERM SKIN SUBSTITUTE 16SQCM"], v)) : null,
        ["MOD020"] = (c, v) => c.IsUnclassified && c.Claim.Modifiers.Contains("JZ") ? c.Claim with
        {
            Description = c.Claim.Description + Of([" WASTED 5MG", " WASTE 5MG", " 5MG DISCARDED"], v),
        } : null,
        ["MOD024"] = (c, v) => c.IsUnclassified && c.IsMedicare && c.Claim.Modifiers.Contains("JZ") ? c.Claim with
        {
            Description = c.Claim.Description + Of([" MDV", " MULTI-DOSE VIAL", " MULTIPLE DOSE VIAL"], v),
        } : null,
        ["MOD021"] = (c, v) => c.IsUnclassified && c.IsMedicare && c.IsOffice
            ? c.Claim with
            {
                Modifiers = With(c.Claim.Modifiers,
                    Of(["UD", "SE", "U8", "PO", "PN", "GS", "KX", "59", "XS", "JK", "KP"], v)),
            }
            : null,
        ["MOD022"] = (c, v) => c.IsUnclassified && c.Claim.Modifiers.Length > 0 && c.Drug.Route is "IVT"
            ? c.Claim with { Modifiers = With(c.Claim.Modifiers, "50") } : null,
        ["MOD019"] = (c, v) => c.IsOffice && c.IsMedicare ? c.Claim with
        {
            Code = "J9305", Units = "30", Description = "", Lin = "", Date = "20260310",
            Modifiers = Of(["JW", "JZ"], v),
            Others = Of<string[]>([["96413*185"], ["J9305:JW*50", "96413*185"]], v),
        } : null,
        ["DTP002"] = (c, v) => c.Claim with
        {
            Made = "20250110", Date = Of(["20271231", "20280229", "20250321", "20250401"], v),
        },
        ["MOD018"] = (c, v) => c.IsMedicare ? null
            : c.Claim with { Modifiers = With(c.Claim.Modifiers, Of(["GA", "GX", "GZ"], v)) },
        ["MOD014"] = (c, v) => c.IsUnclassified && c.Drug.Route is "IV" or "SC"
            && c.Claim.Description.Contains($" {c.Drug.Route}", StringComparison.Ordinal)
            ? c.Claim with { Modifiers = With(c.Claim.Modifiers, c.Drug.Route is "IV" ? "JB" : "JA") } : null,
        ["MOD015"] = (c, v) => c.IsUnclassified && c.Drug.Route is "IV" or "SC"
            && c.Claim.Description.Contains($" {c.Drug.Route}", StringComparison.Ordinal)
            ? c.Claim with { Modifiers = With(c.Claim.Modifiers, Of(["RT", "LT", "50"], v)) } : null,
        ["MOD025"] = (c, v) => c.IsUnclassified && c.Claim.Description.Length is > 0 and < 65 ? c.Claim with
        {
            Modifiers = With(c.Claim.Modifiers, Of(["RT", "LT"], v)),
            Description = $"{c.Claim.Description} {Of(["LEFT EYE", "OD"], v)}",
        } : null,
        ["MOD016"] = (c, v) => c.IsHospital && c.IsMedicare ? c.Claim with { Modifiers = "JZ:JG" } : null,
        ["MOD017"] = (c, v) => c.Drug.HasOwnCode && c.IsMedicare && c.Claim.Place is "11" ? c.Claim with
        {
            Code = Of(["J0881", "J0885", "Q5106"], v), Lin = "", Units = "40", Diagnoses = "HI*ABK:D6481",
        } : null,
        ["CHG001"] = (c, v) => c.IsUnclassified
            ? c.Claim with { Charge = Of(["0", "-5", "ABC", "0.5", "10000000.01"], v) }
            : null,
        ["CHG002"] = (c, v) => c.IsPartB ? c.Claim with { Charge = Of(["100000", "99900", "250000.50"], v) } : null,
        ["CHG003"] = (c, v) => c.Claim with { Total = Of(["1", "1000", "99999", "1084.99"], v) },
        ["CHG004"] = (c, v) => c.Claim.Place is "11" ? c.Claim with
        {
            Code = "J9271", Description = "", Lin = "", Units = "200", Date = "20250310",
            Charge = Of(["90", "1.50", "112", "6000000"], v),
        } : null,
        ["MOD023"] = (c, v) => c.Claim with { Modifiers = With(c.Claim.Modifiers, Of(["ZZ", "YQ", "J0", "WX"], v)) },
        ["UNT004"] = (c, v) => c.IsOffice && c.IsMedicare ? c.Claim with
        {
            Code = Of(["J0174", "J9305"], v), Units = Of(["1001", "10000", "2000"], v), Description = "", Lin = "",
            Modifiers = "JZ", Others = ["96413*185"], Date = "20260310",
        } : null,
        ["UNT005"] = (c, v) => c.Claim.Place is "11" ? c.Claim with
        {
            Code = "J9271", Description = Of(["KEYTRUDA 200MG IV", "PEMBROLIZUMAB 200MG IV", "KEYTRUDA 0.2G"], v),
            Units = Of(["1", "20", "2"], v), Lin = "", Others = ["96413*185"], Date = "20250310",
        } : null,
        ["CLM001"] = (c, v) => c.Claim.Place is "11" ? c.Claim with
        {
            Others = [.. Enumerable.Repeat($"{c.Drug.Administration}*185", Of([50, 51, 99], v))],
        } : null,
        ["DTP001"] = (c, v) => c.Claim with { Date = Of(["20261301", "2026031", "00000000", "20260230"], v) },
        ["DUP002"] = (c, v) => c.Claim with
        {
            Before = Of(
                [
                    c.Claim, c.Claim with { Charge = "9999" }, c.Claim with { Description = $"{c.Claim.Description} " },
                    c.Claim with { Others = ["99213*100", $"{c.Drug.Administration}*185"] },
                ], v),
        },
        ["DUP001"] = (c, v) => c.IsUnclassified && c.Claim.Place is not "24" ? c.Claim with { Twice = true } : null,
        ["REV001"] = (c, v) => c.IsHospital && c.IsMedicare && c.Payer.State is "GA" or "NC"
            ? c.Claim with { Revenue = Of(["0250", "0258", "0637"], v) } : null,
    };
}
