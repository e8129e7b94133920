using Noc.Audit;
using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>Each rule on both sides: a claim on which it fires, and claims on which it just does not.</summary>
public class RuleTests
{
    private static readonly TestClaim Medicare = new();
    private static readonly TestClaim Medicaid = new() { Filing = "MC", Modifiers = "", State = "OH" };
    private static readonly TestClaim Commercial = new() { Filing = "CI", Modifiers = "" };
    private static readonly TestClaim Outpatient = new() { Place = "13", Others = ["96365*185"] };

    private static readonly TestClaim Alabama = Medicaid with { Payer = "ALABAMA MEDICAID*****PI*SKAL0", State = "AL" };
    private static readonly TestClaim California = Medicaid with { Payer = "MEDI-CAL*****PI*100065", State = "CA" };
    private static readonly TestClaim FloridaBlue =
        Commercial with { Payer = "FLORIDA BLUE*****PI*00590", State = "FL" };
    private static readonly TestClaim Tracer = Medicare with { State = "FL", Code = "A4641", Modifiers = "" };
    private static readonly TestClaim Palmetto = Medicare with { State = "NC" };
    private const string Compound = "COMPOUNDED EXAMPLAZOLE 5MG IT";
    private const string Remark = "EXAMPLAZOLE 150MG IV NDC 99999012301 03/10/2026";

    private static readonly Dictionary<string, (TestClaim Fires, TestClaim[] Silent)> Cases = new()
    {
        ["COD001"] = (Medicare with { Description = "LEQEMBI 700MG IV", Code = "J3590" },
        [
            Medicare with { Description = "LEQEMBI 700MG IV", Code = "J3590", Date = "20230705" },
            Medicare with { Description = "LEQEMBI 360MG SC", Code = "J3590" },   // not the coded route
            Medicare,
        ]),
        ["COD002"] = (Medicare with { Code = "J0174", Description = "", Date = "20230705" },
            [Medicare with { Code = "J0174", Description = "", Date = "20230706" }]),
        ["COD003"] = (Outpatient with { Code = "C9305", Description = "", Date = "20260101" },
            [Outpatient with { Code = "C9305", Description = "", Date = "20251231" }]),
        ["COD004"] = (Medicare with { Code = "C9399" },
            [Outpatient with { Code = "C9399" }, Medicare with { Code = "C9399", Place = "24" }]),
        ["COD005"] = (Outpatient with { Code = "J3490", Description = "EMPAVELI 1080MG SC" },
        [
            Outpatient with { Code = "J3490", Place = "85", Description = "EMPAVELI 1080MG SC" },
            Outpatient with { Code = "J3490", Filing = "CI", Description = "EMPAVELI 1080MG SC" },
            Outpatient,
        ]),
        ["COD006"] = (Medicare with { Code = "J3591" }, [Medicare with { Code = "J3591", Place = "72" }]),
        ["COD007"] = (Medicare with { Code = "J7799" },
            [Medicare with { Code = "J7799", Filing = "CI" }, Medicare with { Code = "J7799", Modifiers = "KD" }]),
        ["COD008"] = (Medicare with { Description = "TEVIMBRA 200MG IV", Code = "J3490", Date = "20240601" },
            [Medicare with { Description = "TEVIMBRA 200MG IV", Code = "J9999", Date = "20240601" }, Medicare]),
        ["COD009"] = (Medicare with { Description = "LEQEMBI 700MG IV", Code = "J3590", Date = "20230701-20230710" },
            [Medicare with { Description = "LEQEMBI 700MG IV", Code = "J3590", Date = "20230701-20230705" }]),
        ["COD010"] = (Medicaid with { State = "NY", Payer = "EMEDNY*****PI*100231" }, [Medicaid, Medicare]),
        ["COD011"] = (Medicare with { Code = "J1599", Units = "40", Description = "PRIVIGEN 20G IV", Lin = "" },
        [
            Medicare with { Code = "J1599", Units = "40", Description = "QIVIGY 20G IV", Lin = "" },
            Medicare with { Code = "J1599", Units = "40", Description = "", Lin = "" },
            Medicare with { Code = "J1459", Units = "40", Description = "PRIVIGEN 20G IV", Lin = "" },
            Medicare with { Code = "J1599", Units = "40", Description = "IVIG 20G IV", Lin = "" },
        ]),
        ["COD013"] = (Medicare with { Description = "EXAMPLAVIR VACCINE 0.5ML IM", Code = "J3590", Lin = "" },
        [
            Medicare with { Description = "EXAMPLAVIR VACCINE 0.5ML IM", Code = "90749", Lin = "" }, Medicare,
            Medicare with { Description = "EXAMPLAVIR 5MG IM PT REFUSED VACCINE", Code = "J3590", Lin = "" },
        ]),
        ["COD015"] = (Outpatient with { Code = "J7199", Description = "EXAMPLAFACTOR 2000 IU IV" },
        [
            Outpatient with { Code = "J3490" },
            Outpatient with { Code = "J7199", Description = "EXAMPLAFACTOR 2000 IU IV", Place = "85" },
            Outpatient with { Code = "J7199", Description = "EXAMPLAFACTOR 2000 IU IV", Filing = "CI" },
            Outpatient with { Code = "J7199", Description = "EXAMPLAFACTOR 2000 IU IV", Modifiers = "GY" },
            Medicare with { Code = "J7199", Description = "EXAMPLAFACTOR 2000 IU IV" },
        ]),
        ["CMP001"] = (Medicare with { Description = Compound },
        [
            Medicare with { Description = Compound, Code = "J7999" }, Medicare,
            Medicaid with { Description = Compound },
        ]),
        ["CMP002"] = (FloridaBlue with { Description = Compound },
            [FloridaBlue with { Description = Compound, Twice = true }, Medicare with { Description = Compound }]),
        ["CMP003"] = (Commercial with { Payer = "IBX*****PI*100337", State = "PA", Description = Compound, Lin = "" },
        [
            Commercial with { Payer = "IBX*****PI*100337", State = "PA", Description = Compound },
            Medicare with { Description = Compound, Lin = "" },
        ]),
        ["CMP004"] = (Alabama with { Description = Compound },
            [Alabama, Medicaid with { Description = Compound }]),
        ["NAR010"] = (Medicare with { State = "MI", Description = "EXAMPLAZOLE 150MG" },
            [Medicare with { State = "MI" }, Medicare with { Description = "EXAMPLAZOLE 150MG" }]),
        ["NAR011"] = (Medicare with { State = "NC", Description = "EXAMPLAZOLE 50MG/ML 150MG NDC 99999012301" },
            [Medicare with { State = "NC", Description = "EXAMPLAZOLE 150MG NDC 99999012301" }, Medicare]),
        ["NAR012"] = (Outpatient with { Code = "C9399", State = "CA", Description = Remark },
        [
            Outpatient with { Code = "C9399", State = "CA", Description = Remark, ClaimNote = Remark },
            Medicare with { State = "CA" },
        ]),
        ["NAR013"] = (Medicare with { Description = "EXAMPLAZOLE 150MG IV " + new string('X', 60) },
            [Medicare with { Description = "EXAMPLAZOLE 150MG IV " + new string('X', 59) },
                Medicare with { Code = "96372", Description = new string('X', 90) }]),
        ["NAR014"] = (California with { Code = "J7999", Description = Compound },
        [
            California with { Code = "J7999", Description = "COMPOUNDED EXAMPLAZOLE 5000MCG IT" },
            California with { Code = "J7999", Description = "COMPOUNDED EXAMPLAZOLE 18ML IT" },
        ]),
        ["NAR015"] = (Tracer with { Description = "RADIEXAMPLE 10MCI $1850.00" },
            [Tracer with { Description = "RADIEXAMPLE 10MCI INV $1850.00" },
                Tracer with { Description = "RADIEXAMPLE 10MCI" }]),
        ["PAY001"] = (Commercial with { Filing = "CH", Payer = "TRICARE EAST*****PI*TREST" },
            [Commercial with { Filing = "CH", Payer = "TRICARE EAST*****PI*99727" }, Commercial]),
        ["NAR001"] = (Medicare with { Description = "" }, [Medicare, Medicare with { Code = "96372",
            Description = "" }]),
        ["NAR002"] = (Medicare with { Description = "UNCLASSIFIED DRUG" }, [Medicare]),
        ["NAR003"] = (Medicare with { Description = "EXAMPLAZOLE IV" },
            [Medicare, Medicare with { Description = "EXAMPLAZOLE IV", Note = "150MG GIVEN" }]),
        ["NAR004"] = (Medicare with { Description = "EXAMPLAZOLE 50MG/ML IV" },
            [Medicare with { Description = "EXAMPLAZOLE 50MG/ML 150MG IV" }]),
        ["NAR005"] = (Medicare with { Note = "EXAMPLAZOLE 100MG IV" },
            [Medicare with { Note = "EXAMPLAZOLE 0.15G IV LOT A1" }, Medicare]),
        ["NAR028"] = (Medicare with { Description = "EXAMPLAZOLE 150MG^IV" },
        [
            Medicare, Medicare with { Note = "LOT A1" }, Medicare with { Description = "EXAMPLAZOLE 150MG |IV| @8" },
            Medicare with { Code = "96372", Description = "PUSH^BOLUS" },
        ]),
        ["NAR020"] = (Palmetto with { Description = "EXAMPLAZOLE 150MG 3ML NDC 99999012301" },
        [
            Medicare with { Description = "EXAMPLAZOLE 150MG 3ML IV" },
            Palmetto with { Description = "EXAMPLAZOLE 150MG NDC 99999012301" },
        ]),
        ["NAR021"] = (Medicare with { Description = "EXAMPLAZOLE 150MG IV MEDICALLY NECESSARY" },
            [Medicare, Medicare with { Description = "MEDICALLY NECESSARY" }]),
        ["NAR022"] = (Medicare with { Description = "EXAMPLAZOLE 150MG IV SC" },
        [
            Medicare, Medicare with { Description = "EXAMPLAZOLE 150MG IV WASTE 50MG" },
            Medicare with { Description = "EXAMPLAZOLE 150MG (3 X 50MG) IV" },
        ]),
        ["NAR023"] = (Commercial with { Description = "EXAMPLAZOLE 3 UNITS IV", Units = "3" },
        [
            Commercial with { Description = "EXAMPLAZOLE 30 UNITS IV", Units = "30" },
            Commercial with { Description = "EXAMPLAZOLE 3 UNITS IV", Units = "1" },
        ]),
        ["NAR024"] = (Medicare with { Description = "EXAMPLAZOLE 150MG IV NDC 99999012302" },
        [
            Medicare with { Description = "EXAMPLAZOLE 150MG IV NDC 99999-0123-01" },
            Medicare with { Description = "EXAMPLAZOLE 150MG IV NDC 9999912301" },
            Medicare with { Description = "EXAMPLAZOLE 150MG IV NDC 99999012302", Lin = "" },
        ]),
        ["NAR025"] = (Medicare with { Description = "TEVIMBRA (LECANEMAB-IRMB) 200MG IV", Date = "20230601" },
        [
            Medicare with { Description = "TEVIMBRA (TISLELIZUMAB-JSGR) 200MG IV", Date = "20230601" },
            Medicare with { Description = "EXAMPLAZOLE (LECANEMAB-IRMB) 200MG IV", Date = "20230601" },
        ]),
        ["NAR026"] = (Medicare with { Description = "EXAMPLAZOLE 155 U IM" },
            [Medicare with { Description = "EXAMPLAZOLE 155 UNITS IM" }, Medicare]),
        ["NAR027"] = (Medicare with { Description = "EXAMPLAZOLE HYDROCHLORIDE INJECTION 150MG GIVEN IV NDC 99999" },
        [
            Medicare with
            {
                Description = "EXAMPLAZOLE HYDROCHLORIDE INJECTION 150MG GIVEN IV NDC 99999012301",
            },
            Medicare with { Description = "EXAMPLAZOLE 150MG IV NDC 99999" },
        ]),
        ["NDC001"] = (Medicaid with { Lin = "" }, [Medicaid, Commercial with { Lin = "" }]),
        ["NDC002"] = (Medicare with { Lin = "LIN**N4*99999-0123-01~CTP****3*ML~" }, [Medicare]),
        ["NDC003"] = (Medicare with { Lin = "LIN**ND*99999012301~CTP****3*ML~" }, [Medicare]),
        ["NDC004"] = (Medicare with { Lin = "LIN**N4*99999012301~CTP****0*ML~" }, [Medicare,
            Medicare with { Lin = "" }]),
        ["NDC005"] = (Medicare with { Lin = Lin("99999012399") },
            [Medicare, Medicare with { Lin = Lin(TestNdcs.Leqembi) }, Medicare with { Lin = Lin(TestNdcs.ByName) }]),
        ["NDC006"] = (Medicare with { Lin = Lin(TestNdcs.Coming) },
            [Medicare with { Lin = Lin(TestNdcs.Coming), Date = "20260601" },
                Medicare with { Lin = Lin(TestNdcs.Ended), Date = "20251231" }]),
        ["NDC007"] = (Medicare with { Description = "TORADOL 30MG IM", Lin = Lin(TestNdcs.Leqembi) },
        [
            Medicare with { Description = "TORADOL 30MG IM", Lin = Lin("99999030001") },
            Medicare with { Description = "LECANEMAB 700MG IV", Lin = Lin(TestNdcs.Leqembi) },
            Medicare with { Description = "NOBODYSDRUG 150MG IV", Lin = Lin(TestNdcs.Leqembi) },
            Medicare with { Description = "TORADOL 30MG IM", Lin = Lin("99999088801") },
        ]),
        ["NDC008"] = (Medicaid with { Code = "J9305", Description = "", Lin = Lin(TestNdcs.Powder) },
        [
            Medicaid with { Code = "J9305", Description = "", Lin = $"LIN**N4*{TestNdcs.Powder}~CTP****3*UN~" },
            Medicaid with { Lin = $"LIN**N4*{TestNdcs.Coming}~CTP****3*UN~" },
            Medicaid with { Lin = $"LIN**N4*{TestNdcs.Powder}~CTP****3*F2~" },
        ]),
        ["NDC009"] = (Medicaid with { Code = "J9305", Description = "", Lin = Lin(TestNdcs.Pemetrexed) },
        [
            Medicaid with { Code = "J9304", Description = "", Lin = Lin(TestNdcs.Pemetrexed) },
            Medicaid with { Code = "Q4081", Description = "", Lin = Lin(TestNdcs.Epoetin) },
            Medicaid with { Code = "J9305", Description = "", Lin = Lin(TestNdcs.Examplazole) },
            Medicaid with { Code = "J9305", Description = "", Lin = Lin(TestNdcs.Pemetrexed), Date = "20260501" },
            Medicaid with { Code = "J1885", Description = "", Lin = Lin(TestNdcs.Pemetrexed) },
        ]),
        ["NDC010"] = (Medicare with { Code = "96372", Modifiers = "", Description = "" },
            [Medicare, Medicare with { Code = "90707", Modifiers = "", Description = "" },
                Medicare with { Code = "96372", Modifiers = "", Description = "", Lin = "" }]),
        ["UNT001"] = (Medicare with { Units = "150" }, [Medicare, Commercial with { Units = "2" }]),
        ["MOD001"] = (Medicare with { Modifiers = "JW:JZ" }, [Medicare]),
        ["MOD002"] = (Medicare with { Code = "J0174", Description = "", Modifiers = "" },
        [
            Medicare with { Code = "J0174", Description = "", Modifiers = "", Date = "20230630" },
            Commercial with { Code = "J0174", Description = "" },
            Medicare with { Code = "J0174", Description = "" },
        ]),
        ["ADM001"] = (Medicare with { Others = ["96523*40"] },
        [
            Medicare, Medicare with { Others = [], Place = "22" }, Medicare with { Others = ["67028*300"] },
            Medicare with { Others = [], Frequency = "7" }, Medicare with { Others = [], Sequence = "S" },
        ]),
        ["DXC001"] = (Medicare with { Pointer = "" }, [Medicare, Outpatient with { Code = "C9399", Pointer = "" }]),
        ["DXC002"] = (Medicare with { Pointer = "2" }, [Medicare]),
        ["CHG001"] = (Medicare with { Charge = "0" },
            [Medicare, Medicare with { Charge = "0.01" }, Medicare with { Charge = "0",
                Note = "EXAMPLAZOLE 150MG IV FREE DRUG" }]),
        ["CHG002"] = (Medicare with { Charge = "100000" }, [Medicare with { Charge = "99814.99" },
            Commercial with { Charge = "100000" }]),
        ["CHG003"] = (Medicare with { Total = "1000" }, [Medicare]),
        ["DTP001"] = (Medicare with { Date = "20261301" },
            [Medicare, Medicare with { Date = "20260310-20260312" }]),
        ["DUP002"] = (Medicare with { Before = Medicare },
        [
            Medicare with { Before = Medicare with { Date = "20260311" } }, Medicare,
            Medicare with { Before = Medicare with { Description = "EXAMPLAZOLE 100MG IV" } },
            Medicare with { Before = Medicare, Modifiers = "JZ:76" }, Commercial with { Before = Commercial,
                Frequency = "7", Segments = "REF*F8*A1~" },
        ]),
        ["DUP001"] = (Medicare with { Twice = true }, [Medicare, Medicare with { Twice = true, Modifiers = "RT" }]),
    };

    internal static (TestClaim Fires, TestClaim[] Silent) CaseOf(string rule) =>
        Cases.TryGetValue(rule, out var own) ? own
            : EvidenceRuleCases.All.TryGetValue(rule, out var evidence) ? evidence
            : LineRuleCases.All.TryGetValue(rule, out var line) ? line : PolicyRuleCases.All[rule];

    public static TheoryData<string> Rules => [.. RuleCatalog.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Fires_on_its_case_and_not_beside_it(string rule)
    {
        var (fires, silent) = CaseOf(rule);
        Assert.Contains(fires.Findings(), finding => finding.Rule.Id == rule);
        foreach (var claim in silent) Assert.DoesNotContain(claim.Findings(), finding => finding.Rule.Id == rule);
    }

    /// <summary>UPDATE_CORPUS=1 ./test writes the two files of each rule from the cases above.</summary>
    [Theory]
    [MemberData(nameof(Rules))]
    public void The_corpus_has_a_file_that_fires_it_and_one_that_does_not(string rule)
    {
        var folder = Path.Combine(SharedFolder.Root, "corpus", rule);
        if (Environment.GetEnvironmentVariable("UPDATE_CORPUS") == "1")
        {
            Directory.CreateDirectory(folder);
            Write("fires", CaseOf(rule).Fires);
            Write("silent", CaseOf(rule).Silent[0]);
        }
        var (fires, silent) = (Read("fires"), Read("silent"));
        Assert.Contains(fires, finding => finding.Rule.Id == rule);
        Assert.DoesNotContain(silent, finding => finding.Rule.Id == rule);

        void Write(string name, TestClaim claim)
        {
            File.WriteAllText(Path.Combine(folder, $"{name}.837"), Lines(claim));
            if (claim.Evidence.Length > 0) File.WriteAllText(Path.Combine(folder, $"{name}.json"), claim.Evidence);
        }

        IReadOnlyList<Finding> Read(string name)
        {
            var visits = Path.Combine(folder, $"{name}.json");
            return TestClaim.FindingsOf(File.ReadAllBytes(Path.Combine(folder, $"{name}.837")),
                File.Exists(visits) ? File.ReadAllText(visits) : "");
        }
    }

    private static string Lin(string ndc) => $"LIN**N4*{ndc}~CTP****3*ML~";

    private static string Lines(TestClaim claim) =>
        claim.Text().Replace("~", "~\n", StringComparison.Ordinal);

    [Fact]
    public void Nothing_is_found_on_clean_claims()
    {
        Assert.Empty(Medicare.Findings());
        Assert.Empty(Medicaid.Findings());
        Assert.Empty(Commercial.Findings());
    }

    [Fact]
    public void A_void_is_not_judged() => Assert.Empty((Medicare with { Description = "",
        Frequency = "8", Filing = "CI", Segments = "REF*F8*A1~" }).Findings());

    [Fact]
    public void One_cause_gives_one_finding()
    {
        var findings = (Medicare with { Description = "UNCLASSIFIED DRUG" }).Findings();
        Assert.Equal(["NAR002"], findings.Select(finding => finding.Rule.Id));
    }

    [Theory]
    [InlineData("MB", Severity.Reject)]
    [InlineData("CI", Severity.Warn)]
    public void A_missing_dose_is_certain_only_for_medicare(string filing, Severity severity)
    {
        var claim = Medicare with { Filing = filing, Description = "EXAMPLAZOLE IV" };
        Assert.Equal(severity, Assert.Single(claim.Findings(), finding => finding.Rule.Id == "NAR003").Severity);
    }

    [Fact]
    public void A_name_alone_only_warns_that_a_code_exists()
    {
        var claim = Medicare with { Description = "LEQEMBI", Code = "J3590" };
        Assert.Equal(Severity.Warn, Assert.Single(claim.Findings(), finding => finding.Rule.Id == "COD001").Severity);
    }

    [Fact]
    public void The_expected_units_come_with_their_arithmetic()
    {
        var claim = Medicare with { Description = "LEQEMBI 700MG IV", Code = "J3590" };
        var finding = Assert.Single(claim.Findings(), finding => finding.Rule.Id == "COD001");
        Assert.Equal(700, finding.Expected!.Units);
        Assert.Contains("700MG / 1MG = 700", finding.Message);
    }

    [Fact]
    public void A_missing_element_points_at_the_place_where_it_belongs()
    {
        var finding = Assert.Single((Medicaid with { Lin = "" }).Findings(), finding => finding.Rule.Id == "NDC001");
        Assert.True(finding.Byte > 400);
    }
}
