using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>Claims on which rules about lists, diagnoses, trials, modifiers, administration and corrections fire, and
/// claims beside them.</summary>
internal static class LineRuleCases
{
    private const string BothTrial = "HI*ABK:Z006*ABF:C3490";

    private static readonly TestClaim Medicare = new();
    private static readonly TestClaim Commercial = new() { Filing = "CI", Modifiers = "" };
    private static readonly TestClaim Outpatient = new() { Place = "13", Others = ["96365*185"] };

    private static readonly TestClaim Infusion =
        Medicare with { Code = "96365", Modifiers = "", Description = "", Lin = "", Others = ["99213*100"] };

    private static readonly TestClaim Strong = Medicare with
    {
        Description = "TESTODRUGIN 250MG IM", Lin = "LIN**N4*99999060201~CTP****1*ML~", Others = ["96372*30"],
    };

    private static readonly TestClaim Pemetrexed = Medicare with
    {
        Code = "J9305", Units = "30", Description = "", Modifiers = "JZ", Others = ["96413*185"], Date = "20260310",
        Lin = $"LIN**N4*{TestNdcs.Powder}~CTP****0.6*UN~",
    };

    private static readonly TestClaim Lecanemab = Medicare with
    {
        Code = "J0174", Units = "1000", Charge = "9000", Description = "", Modifiers = "Q0:JZ", Others = ["96413*185"],
        Date = "20260310", Lin = $"LIN**N4*{TestNdcs.Leqembi}~CTP****10*ML~", Diagnoses = "HI*ABK:G309*ABF:Z006",
        Segments = "REF*P4*99999999~",
    };

    private static readonly TestClaim Keytruda = Medicare with
    {
        Code = "J9271", Units = "200", Description = "KEYTRUDA 200MG IV", Lin = "", Others = ["96413*185"],
    };

    private static readonly TestClaim Tevimbra = Medicare with
    {
        Code = "J9999", Description = "TEVIMBRA 200MG IV", Date = "20240601", Lin = "", Others = ["96413*300"],
    };

    private static readonly TestClaim Ozempic = new()
    {
        State = "WA", Code = "J3590", Description = "SEMAGLUTIDE 0.5MG SC", Modifiers = "", Lin = "", Date = "20260217",
        Others = ["96372*30"],
    };

    private static readonly TestClaim Orencia = new()
    {
        State = "CA", Code = "J0129", Description = "", Modifiers = "JZ", Lin = "", Date = "20260310",
    };

    private static readonly TestClaim Trial = Medicare with
    {
        Modifiers = "Q0", Diagnoses = BothTrial, Segments = "REF*P4*12345678~",
    };

    private static readonly TestClaim Aranesp =
        Medicare with { Code = "J0881", Description = "", Lin = "", Others = [] };

    public static readonly Dictionary<string, (TestClaim Fires, TestClaim[] Silent)> All = new()
    {
        ["SAD001"] = (Ozempic,
        [
            Ozempic with { State = "WA", Description = "SEMAGLUTIDE 0.5MG IV" }, Ozempic with { Modifiers = "GY" },
            Ozempic with { Filing = "CI" }, Medicare,
        ]),
        ["COD012"] = (Medicare with { Place = "22" },
        [
            Medicare, Medicare with { Place = "24" }, Medicare with { Place = "22", Filing = "CI" },
            Medicare with { Place = "19", Charge = "0.01" },
        ]),
        ["SAD002"] = (Orencia,
        [
            Orencia with { Modifiers = "JA:JZ" }, Orencia with { Date = "20210404" }, Orencia with { Filing = "CI" },
            Orencia with { State = "NJ" },
        ]),
        ["DXC003"] = (Medicare with { Diagnoses = "HI*ABK:Z5111", Code = "J9999" },
        [
            Medicare with { Diagnoses = "HI*ABK:Z2981" }, Medicare,
            Medicare with { Diagnoses = "HI*ABK:Z5111*ABF:C3490", Pointer = "1:2", Code = "J9999" },
            Medicare with { Diagnoses = "HI*ABK:Z7982" },   // a drug that nobody knows
        ]),
        ["DXC004"] = (Medicare with { Diagnoses = "HI*ABK:C3490*ABF:Z5111" },
            [Medicare with { Diagnoses = "HI*ABK:Z5111*ABF:C3490" }, Medicare]),
        ["DXC005"] = (Medicare with { Diagnoses = "HI*ABK:X99", Date = "20260309" },
        [
            Medicare with { Diagnoses = "HI*ABK:G43709", Date = "20260309" },
            Medicare with { Diagnoses = "HI*ABK:X99" },
            Medicare with { Diagnoses = "HI*ABK:g43.709", Date = "20260309" },
        ]),
        ["DXC006"] = (Medicare with { Description = "PEMBROLIZUMAB 200MG IV", Diagnoses = "HI*ABK:J45909" },
        [
            Medicare with { Description = "PEMBROLIZUMAB 200MG IV", Diagnoses = "HI*ABK:C3490" }, Medicare,
        ]),
        ["TRL001"] = (Trial with { Segments = "" },
            [Trial, Medicare, Trial with { Segments = "REF*P4*00000001~" }]),
        ["TRL002"] = (Trial with { Diagnoses = "HI*ABK:C3490" },
            [Trial, Medicare, Medicare with { Diagnoses = "HI*ABK:C3490" }]),
        ["TRL003"] = (Outpatient with { Code = "C9399", Modifiers = "Q0", Diagnoses = BothTrial },
        [
            Outpatient with { Code = "C9399", Modifiers = "Q0", Diagnoses = BothTrial, Segments = "HI*BG:30~" },
            Trial, Outpatient,
        ]),
        ["TRL004"] = (Trial with { Modifiers = "JZ" },
            [Trial, Medicare, Trial with { Modifiers = "", Filing = "CI" }]),
        ["COD014"] = (Medicare with { Code = "", Modifiers = "" },
        [
            Medicare, Medicare with { Code = "", Modifiers = "", Lin = "", Description = "OFFICE SUPPLIES" },
            Outpatient with { Code = "C9399" },
            Outpatient with { Code = "", Modifiers = "", Description = "", Revenue = "0250" },
        ]),
        ["TRL005"] = (Lecanemab with { Segments = "", Diagnoses = "HI*ABK:G309", Modifiers = "JZ" },
        [
            Lecanemab, Lecanemab with { Modifiers = "Q1" }, Lecanemab with { Filing = "CI", Modifiers = "" },
            Lecanemab with { Filing = "16", Modifiers = "" }, Lecanemab with { Modifiers = "GZ" },
            Lecanemab with { Code = "J0172", Date = "20220406", Modifiers = "" }, Medicare,
        ]),
        ["MOD011"] = (Medicare with { Modifiers = "25" },
            [Medicare, Medicare with { Modifiers = "JF" },
                Medicare with { Modifiers = "JF", Date = "20150401" }, Medicare with { Modifiers = "59" }]),
        ["MOD012"] = (Medicare with { Modifiers = "JZ:JZ" }, [Medicare, Medicare with { Modifiers = "JZ:RT" }]),
        ["MOD013"] = (Medicare with { Modifiers = "GA:GZ" }, [Medicare, Medicare with { Modifiers = "GY:GX" }]),
        ["MOD014"] = (Medicare with { Modifiers = "JB" },
            [Medicare with { Modifiers = "JA" }, Medicare, Medicare with { Modifiers = "JB",
                Description = "EXAMPLAZOLE 150MG" }]),
        ["MOD015"] = (Medicare with { Modifiers = "RT" },
        [
            Medicare, Medicare with { Modifiers = "RT", Description = "EXAMPLAZOLE 1.5MG IVT" },
            Medicare with { Modifiers = "RT", Description = "EXAMPLAZOLE 150MG IM" },
        ]),
        ["MOD025"] = (Medicare with { Modifiers = "RT", Description = "EXAMPLAZOLE 1.5MG IVT LEFT EYE" },
        [
            Medicare with { Modifiers = "LT", Description = "EXAMPLAZOLE 1.5MG IVT LEFT EYE" },
            Medicare with { Modifiers = "RT", Description = "EXAMPLAZOLE 1.5MG IVT" },
            Medicare with { Modifiers = "RT", Description = "EXAMPLAZOLE 1.5MG IVT RIGHT EYE, LEFT EYE NEXT WEEK" },
            Medicare with { Modifiers = "RT:LT", Description = "EXAMPLAZOLE 1.5MG IVT OS" },
        ]),
        ["MOD016"] = (Outpatient with { Code = "C9399", Modifiers = "JG" },
        [
            Outpatient with { Code = "C9399", Modifiers = "TB" }, Commercial with { Modifiers = "JG" },
            Outpatient with { Code = "C9399", Modifiers = "JG", Date = "20241231" },
        ]),
        ["MOD020"] = (Medicare with { Description = "EXAMPLAZOLE 150MG IV WASTED 50MG" },
        [
            Medicare with { Description = "EXAMPLAZOLE 150MG IV WASTED 50MG", Modifiers = "" },
            Medicare with { Description = "EXAMPLAZOLE 150MG IV NO WASTE" },
            Medicare with { Description = "EXAMPLAZOLE 150MG IV SDV WASTED 50MG" }, Medicare,   // MOD003
        ]),
        ["MOD024"] = (Medicare with { Description = "EXAMPLAZOLE 150MG IV MDV" },
        [
            Medicare with { Description = "EXAMPLAZOLE 150MG IV SDV" }, Medicare,
            Medicare with { Description = "EXAMPLAZOLE 150MG IV MDV", Modifiers = "" },
            Medicare with { Description = "EXAMPLAZOLE 150MG IV MDV", Filing = "CI" },
            Medicare with { Charge = "0.01" },   // JZ on a free drug harms nobody
        ]),
        ["MOD021"] = (Medicare with { Modifiers = "UD:JZ" },
        [
            Medicare, Medicare with { Modifiers = "UD", Filing = "MC" }, Medicare with { Modifiers = "TB:JZ" },
            Medicare with { Modifiers = "KD", Description = "EXAMPLAZOLE 150MG IT PUMP", Others = ["62370*90"] },
            Outpatient with { Code = "C9399", Modifiers = "PO" }, Medicare with { Modifiers = "59", Twice = true },
        ]),
        ["MOD022"] = (Medicare with { Modifiers = "JZ:50", Description = "EXAMPLAZOLE 1.5MG IVT" },
        [
            Medicare with { Modifiers = "50:JZ", Description = "EXAMPLAZOLE 1.5MG IVT" }, Medicare,
            Medicare with { Modifiers = "RT:50", Description = "EXAMPLAZOLE 1.5MG IVT" },   // MOD013
        ]),
        ["MOD017"] = (Aranesp with { Modifiers = "JZ" },
        [
            Aranesp with { Modifiers = "EA:JZ" }, Aranesp with { Modifiers = "JZ", Filing = "CI" },
            Aranesp with { Modifiers = "JZ", Place = "65" },
        ]),
        ["ADM002"] = (Medicare with { Others = ["96372*30"] },
        [
            Medicare, Medicare with { Description = "EXAMPLAZOLE 150MG", Others = ["96372*30"] },
            Medicare with { Others = ["96372*30", "96365*185"] },
            Medicare with { Description = "EXAMPLAZOLE 150MG IV/IM", Others = ["96372*30"] },
        ]),
        ["ADM003"] = (Medicare with { Description = "EMPAVELI 1080MG SC", Others = ["96401*90"] },
        [
            Medicare with { Description = "EMPAVELI 1080MG SC", Others = ["96372*30"] },
            Medicare with { Others = ["96401*90"] },
        ]),
        ["ADM010"] = (Tevimbra with { Others = ["96365*185"] },
        [
            Tevimbra, Tevimbra with { Others = ["96365*185", "96413*300"] },
            Medicare with { Code = "J9999" }, Tevimbra with { Others = ["96365*185", "51720*90"] },
        ]),
        ["NAR029"] = (Medicare with { Code = "J9999", Description = "KEYTRDUA 200MG IV", Lin = "" },
        [
            Medicare with { Code = "J9999", Description = "KEYTRUDA 200MG IV", Lin = "" }, Medicare,
            Medicare with { Description = "KEYTRDUA 200MG IV", Lin = $"LIN**N4*{TestNdcs.Leqembi}~CTP****7*ML~" },
            Medicare with { Description = "COMPOUNDED KEYTRDUA 200MG IV", Lin = "" },
        ]),
        ["NAR030"] = (Medicare with { Others = ["96379*90"] },
            [Medicare with { Others = ["96379:::::SLOW INFUSION INTO A JOINT*90"] }, Medicare]),
        ["ADM004"] = (Medicare with { Others = ["96366*40"] },
            [Medicare with { Others = ["96365*185", "96366*40"] }, Medicare]),
        ["ADM005"] = (Infusion,
        [
            Infusion with { Note = "DRUG SUPPLIED BY THE PATIENT" }, Infusion with { Code = "96372" }, Medicare,
            Infusion with { Place = "22" }, Infusion with { Others = ["J1885*20"] }, Infusion with { Sequence = "S" },
            Infusion with { Frequency = "7", Segments = "REF*F8*A1~" },
        ]),
        ["NDC011"] = (Strong with { Description = "TESTODRUGIN 100MG/ML 250MG IM" },
        [
            Strong with { Description = "TESTODRUGIN 250MG/ML 250MG IM" },
            Strong with { Description = "TESTODRUGIN 0.25G/ML 250MG IM" },
            Strong with { Description = "TESTODRUGIN 250MG IM" },
            Medicare with { Description = "EXAMPLAZOLE 100MG/ML 150MG IV" },   // the directory has no strength
        ]),
        ["NDC012"] = (Strong with { Description = "TESTODRUGIN 250MG IM MFR TEVA" },
        [
            Strong with { Description = "TESTODRUGIN 250MG IM MFR EXAMPLE LABS" },
            Strong with { Description = "TESTODRUGIN 250MG IM" },
            Medicare with { Description = "EXAMPLAZOLE 150MG IV MFR TEVA" },
        ]),
        ["NDC013"] = (Pemetrexed with { Lin = $"LIN**N4*{TestNdcs.Powder}~CTP****300*UN~" },
        [
            Pemetrexed, Pemetrexed with { Lin = $"LIN**N4*{TestNdcs.Powder}~CTP****1*UN~" },   // what was opened
            Pemetrexed with { Lin = $"LIN**N4*{TestNdcs.Powder}~CTP****300*ML~" },   // NDC008
            Pemetrexed with { Date = "20260610" },   // behind the last quarter
        ]),
        ["MOD019"] = (Pemetrexed with { Modifiers = "JW" },
        [
            Pemetrexed with { Modifiers = "JW", Others = ["J9305*500", "96413*185"] },
            Pemetrexed with { Modifiers = "JW", Frequency = "7", Segments = "REF*F8*1~" }, Pemetrexed,
            Pemetrexed with { Modifiers = "JZ", Others = ["J9305*500", "96413*185"] },
        ]),
        ["DTP002"] = (Medicare with { Made = "20250110", Date = "20250321" },
        [
            Medicare with { Made = "20250110", Date = "20250320" }, Medicare with { Date = "20271231" },
            Medicare with { Made = "", Date = "2025032" },
        ]),
        ["MOD018"] = (Commercial with { Modifiers = "GA" },
        [
            Commercial with { Modifiers = "GY" }, Medicare with { Modifiers = "GA:JZ" }, Commercial,
            Commercial with { Modifiers = "GA", Sequence = "S" },
        ]),
        ["CHG004"] = (Medicare with { Code = "J9271", Description = "", Lin = "", Units = "200", Charge = "50",
            Date = "20250310" },
        [
            Medicare with { Code = "J9271", Description = "", Lin = "", Units = "200", Charge = "12000",
                Date = "20250310" },
            Medicare with { Code = "J9271", Description = "", Lin = "", Units = "200", Charge = "0.01",
                Date = "20250310" },
            Medicare with { Code = "J9271", Description = "", Lin = "", Units = "200", Charge = "50",
                Date = "20150310" },
            Commercial with { Code = "J9271", Description = "", Lin = "", Units = "200", Charge = "300",
                Date = "20250310" },
        ]),
        ["MOD023"] = (Medicare with { Modifiers = "JZ:ZZ" },
            [Medicare, Medicare with { Modifiers = "JZ:SA" }, Medicare with { Modifiers = "JZ:59" }]),
        ["ADM007"] = (Medicare with { Others = ["96365*185", "96374*90"] },
        [
            Medicare with { Others = ["96365*185", "96374:59*90"] },
            Medicare with { Others = ["96365*185", "96375*90"] }, Medicare with { Others = ["96365*185", "96372*30"] },
        ]),
        ["ADM008"] = (Medicare with { Others = ["96365*185", "96368*40", "96368*40"] },
        [
            Medicare with { Others = ["96365*185", "96368*40"] }, Medicare,
            Medicare with { Others = ["96365*185", "96368*40", "96368:59*40"] },
        ]),
        ["ADM009"] = (Medicare with { Others = ["96374*90", "96376*40"] },
        [
            Medicare with { Others = ["96374*90", "96375*40"] }, Outpatient with { Others = ["96374*90", "96376*40"] },
            Commercial with { Others = ["96374*90", "96376*40"] }, Medicare with { Place = "22", Others = ["96440*9"] },
        ]),
        ["UNT004"] = (Lecanemab with { Units = "1001" },
        [
            Lecanemab, Lecanemab with { Units = "1001", Date = "20260610" },   // edits of another quarter
            Lecanemab with { Units = "1001", Filing = "CI", Modifiers = "" },
            Lecanemab with { Units = "1001", Place = "13" },
            Lecanemab with { Units = "600", Others = ["J0174:JW*100", "96413*185"] }, Medicare,
        ]),
        ["UNT005"] = (Keytruda with { Units = "20" },
        [
            Keytruda, Keytruda with { Units = "20", Description = "KEYTRUDA" },
            Keytruda with { Units = "20", Description = "OPDIVO 200MG IV" },   // COD011
            Keytruda with { Units = "20", Modifiers = "JW" }, Medicare,
        ]),
        ["CLM001"] = (Medicare with { Others = [.. Enumerable.Repeat("96365*185", 50)] },
        [
            Medicare with { Others = [.. Enumerable.Repeat("96365*185", 49)] },
            Outpatient with { Others = [.. Enumerable.Repeat("96365*185", 50)] },
        ]),
        ["RPL001"] = (Commercial with { Frequency = "7" },
        [
            Commercial with { Frequency = "7", Segments = "REF*F8*A1~" }, Commercial, Medicare with { Frequency = "7" },
        ]),
        ["RPL002"] = (Medicare with { Frequency = "7" },
            [Commercial with { Frequency = "7" }, Medicare, Outpatient with { Frequency = "7" }]),
    };
}
