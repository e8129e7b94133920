using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>Cases of the rules that take their values from payers' policies: one that fires, and those beside
/// it.</summary>
internal static class PolicyRuleCases
{
    internal static readonly TestClaim Medicare = new();

    internal static readonly TestClaim FloridaBlue = new() { Filing = "CI", Modifiers = "", State = "FL",
        Payer = "FLORIDA BLUE*****PI*00590" };

    internal static readonly TestClaim Palmetto = new() { State = "GA" };
    internal static readonly TestClaim PalmettoHospital = Palmetto with { Place = "13", Code = "C9399" };

    internal static readonly TestClaim Arizona = new() { Filing = "MC", Modifiers = "", State = "AZ",
        Payer = "ARIZONA MEDICAID (AHCCCS)*****PI*AZ" };

    internal static readonly TestClaim TexasChildrens = new() { Filing = "MC", Modifiers = "", State = "TX",
        Payer = "TEXAS CHILDREN'S HEALTH PLAN*****PI*75228", Charge = "6200" };

    internal static readonly TestClaim NewYork = new() { Filing = "MC", Modifiers = "", State = "NY",
        Payer = "NEW YORK MEDICAID FFS*****PI*100231" };

    internal static readonly TestClaim Noridian = new() { State = "WA" };
    internal static readonly TestClaim Cgs = new() { State = "OH", Note = "FREE SAMPLE" };
    internal static readonly TestClaim Railroad = new() { Payer = "RAILROAD MEDICARE*****PI*00882" };

    internal static readonly TestClaim Minnesota = new() { Filing = "MC", Modifiers = "", State = "MN",
        Payer = "MINNESOTA MEDICAID (MHCP)*****PI*X0001" };

    internal static readonly TestClaim Upmc = new() { Filing = "MC", Modifiers = "", State = "PA",
        Payer = "UPMC COMMUNITY HEALTHCHOICES*****PI*23281" };

    internal static readonly TestClaim FirstCoastHospital = new() { State = "FL", Place = "13", Code = "C9399" };
    internal static readonly TestClaim NewYorkBlue = new() { Filing = "CI", Modifiers = "", State = "NY",
        Payer = "HIGHMARK BCBS OF WESTERN NEW YORK*****PI*SB800" };

    private static readonly TestClaim Powder = Minnesota with { Code = "J9999", Description = "PEMETREXED 100MG IV",
        Lin = $"LIN**N4*{TestNdcs.Powder}~CTP****0.2*UN~" };

    private static string Lin(string ndc) => $"LIN**N4*{ndc}~CTP****3*ML~";

    private static readonly TestClaim Eye = Noridian with { Code = "J7999", Modifiers = "",
        Description = "COMPOUNDED BEVACIZUMAB 1.25MG INTRAVITREAL", Lin = "", Others = ["67028*300"] };

    private static readonly TestClaim Pump = Railroad with { Code = "J7999", Modifiers = "KD", Lin = "",
        Description = "COMPOUNDED MORPHINE 20MG/ML 18ML" };

    public static readonly Dictionary<string, (TestClaim Fires, TestClaim[] Silent)> All = new()
    {
        ["UNT002"] = (FloridaBlue with { Description = "EXAMPLAZOLE 150MG IV 2 VIALS" },
        [
            FloridaBlue with { Description = "EXAMPLAZOLE 150MG IV 2 VIALS", Units = "2" },
            FloridaBlue, Medicare with { Description = "EXAMPLAZOLE 150MG IV 2 VIALS" },
        ]),
        ["UNT003"] = (PalmettoHospital with { Units = "150" },
            [PalmettoHospital, Medicare with { Units = "150" }]),
        ["MOD003"] = (Palmetto with { Description = "EXAMPLAZOLE 150MG IV SDV WASTE 50MG" },
        [
            Palmetto with { Description = "EXAMPLAZOLE 150MG IV SDV" }, Palmetto,
            Palmetto with { Description = "EXAMPLAZOLE 150MG IV SDV WASTE 50MG",
                Others = ["96365*185", "J3490:JW*50"] },
            Arizona with { Description = "EXAMPLAZOLE 150MG IV SDV WASTE 50MG" },
        ]),
        ["MOD004"] = (PalmettoHospital with { Modifiers = "JW" },
        [
            PalmettoHospital with { Modifiers = "JW", Description = "EXAMPLAZOLE 150MG IV WASTE 50MG" },
            PalmettoHospital, Medicare with { Modifiers = "JW" },
        ]),
        ["MOD005"] = (Arizona with { Description = "EXAMPLAZOLE WASTE 50MG" },
        [
            Arizona, Medicare with { Description = "EXAMPLAZOLE WASTE 50MG" },
            Arizona with { Description = "EXAMPLAZOLE WASTE 50MG", Date = "20171231" },
        ]),
        ["MOD006"] = (Arizona with { Modifiers = "JW" },
            [Arizona, Medicare with { Modifiers = "JW" }, Arizona with { Modifiers = "JW", Date = "20171231" }]),
        ["MOD007"] = (Eye, [Eye with { Modifiers = "RT" }, Eye with { State = "GA" }, Medicare]),
        ["NDC020"] = (FloridaBlue with { Lin = "LIN**N4*99999012301~CTP****600*ME~" },
            [FloridaBlue, Medicare with { Lin = "LIN**N4*99999012301~CTP****600*ME~" }, FloridaBlue with { Lin = "" }]),
        ["NDC021"] = (Minnesota with { Lin = Lin(TestNdcs.Carton) },
            [Minnesota with { Lin = Lin("99999050002") }, Minnesota, Medicare with { Lin = Lin("99999050002") }]),
        ["NDC022"] = (Powder with { Lin = $"LIN**N4*{TestNdcs.Powder}~CTP****100*UN~" },
        [
            Powder, Powder with { Description = "PEMETREXED IV", Lin = $"LIN**N4*{TestNdcs.Powder}~CTP****9*UN~" },
            Medicare with { Description = "PEMETREXED 100MG IV", Lin = $"LIN**N4*{TestNdcs.Powder}~CTP****100*UN~" },
        ]),
        ["NDC023"] = (NewYorkBlue with { Lin = Lin("99999012301") + Lin("99999012302") },
            [NewYorkBlue, Medicare]),
        ["NDC024"] = (FloridaBlue with { Lin = "LIN**N4*99999012301~CTP****1.255*ML~" },
            [FloridaBlue, Medicare with { Lin = "LIN**N4*99999012301~CTP****1.255*ML~" }]),
        ["NDC025"] = (Minnesota with { Lin = Lin(TestNdcs.WithoutRebate) },
        [
            Minnesota, Minnesota with { Lin = Lin(TestNdcs.WithoutRebate), Date = "20251231" },
            FloridaBlue with { Lin = Lin(TestNdcs.WithoutRebate) },
        ]),
        ["MOD010"] = (Medicare with { Modifiers = "JF" },
            [Medicare, Medicare with { Modifiers = "JF", Date = "20150501" }, Medicare with { Modifiers = "76" }]),
        ["RTE001"] = (Upmc with { Payer = "UPMC COMMUNITY HEALTHCHOICES*****PI*X0001" },
            [Upmc, Medicare, FloridaBlue with { Payer = "FLORIDA BLUE*****PI*X0001" }]),
        ["FIL001"] = (Medicare with { Date = "20240319" },
        [
            Medicare with { Date = "20240320" }, FloridaBlue with { Date = "20240319" },
            Medicare with { Date = "20240319", Frequency = "7" },
        ]),
        ["FIL002"] = (FirstCoastHospital with { Frequency = "Q" },
        [
            FirstCoastHospital with { Frequency = "7" }, FirstCoastHospital with { Frequency = "Q", Date = "20240319" },
            PalmettoHospital with { Frequency = "Q" },
        ]),
        ["AUT001"] = (TexasChildrens,
        [
            TexasChildrens with { Segments = "REF*G1*A123~" }, TexasChildrens with { Charge = "4800" },
            TexasChildrens with { Date = "20230607" }, Medicare with { Charge = "6200" },
        ]),
        ["INV001"] = (NewYork,
        [
            NewYork with { Segments = "PWK*03*BM***AC*N1~" }, NewYork with { Note = "INVOICE $610.00" }, Medicare,
        ]),
        ["INV002"] = (Pump, [Pump with { Note = "INV. $250.00" }, Medicare]),
        ["INV003"] = (NewYork with { Date = "20260915", Note = "INVOICE $610.00 12/20/2025" },
            [NewYork with { Date = "20260915", Note = "INVOICE $610.00 06/20/2026" }, NewYork]),
        ["ATT001"] = (Noridian with { Segments = "PWK*03*FX~" },
            [Noridian with { Segments = "PWK*03*FX***AC*N1~" }, Noridian, Noridian with { Segments = "PWK*03*AA~" }]),
        ["CHG010"] = (Cgs with { Charge = "0" },
            [Cgs with { Charge = "0.01" }, Cgs with { Note = "" }, Cgs with { Charge = "0", Note = "" }]),
        ["CHG011"] = (Noridian with { Note = "CLAIM 2 OF 2" },
            [Noridian with { Note = "CLAIM 2 OF 2", Modifiers = "JZ:76" }, Noridian with { Note = "CLAIM 1 OF 2" }]),
        ["REV001"] = (PalmettoHospital with { Revenue = "0250" },
            [PalmettoHospital, PalmettoHospital with { Revenue = "0250", Code = "J3490" }]),
    };
}
