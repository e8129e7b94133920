using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>Cases of the rules about evidence: one that fires, those that just do not, and one whose evidence does not
/// tell.</summary>
internal static class EvidenceRuleCases
{
    private const string Given = "administrations/0/";

    private static readonly TestClaim Agreeing = new() { Evidence = TestVisit.Text };
    private static readonly TestClaim Childrens = PolicyRuleCases.TexasChildrens;
    private static readonly TestClaim NewYork = PolicyRuleCases.NewYork;
    private static readonly TestClaim NoEvidence = new();

    private static TestClaim Visit(params (string Pointer, string? Json)[] changes) => Behind(new(), changes);

    private static TestClaim Behind(TestClaim claim, params (string Pointer, string? Json)[] changes) =>
        claim with { Evidence = TestVisit.With(changes) };

    private static TestClaim Approved(TestClaim claim, string members) =>
        Behind(claim, ("authorizations", $$"""[ { "number": "PA-7", {{members}} } ]"""));

    private static readonly TestClaim Numbered = Childrens with { Segments = "REF*G1*PA-7~" };

    public static readonly Dictionary<string, (TestClaim Fires, TestClaim[] Silent)> All = new()
    {
        ["ADM006"] = (Visit((Given + "stop", "\"11:15\"")),   // 135 minutes: 96365 and one of 96366
        [
            Agreeing, Behind(new() { Others = ["96374*185"] }, (Given + "stop", "\"09:15\"")),
            Agreeing with { Others = ["96413*185"] },   // the record leaves the family open
            Visit((Given + "stop", null)), Visit((Given + "method", null), (Given + "route", null)), NoEvidence,
        ]),
        ["EVD001"] = (Agreeing with { Description = "SAMPLIMAB 40MG IV", Lin = "LIN**N4*99999055501~CTP****3*ML~" },
        [
            Agreeing, Agreeing with { Description = "SAMPLIMAB 40MG IV", Lin = "" },   // may be the same drug
            Behind(new() { Description = "SAMPLIMAB 40MG IV" }, ("administrations", "[]")), NoEvidence,
        ]),
        ["EVD002"] = (Agreeing with { Date = "20260311" }, [Agreeing, Agreeing with { Date = "20260309-20260311" }]),
        ["EVD003"] = (Agreeing with { Description = "EXAMPLAZOLE 200MG IV" },
        [
            Agreeing, Agreeing with { Description = "EXAMPLAZOLE 0.15G IV" },
            Behind(new() { Description = "EXAMPLAZOLE 200MG IV" }, (Given + "dose", null)),
            Behind(new() { Description = "EXAMPLAZOLE 200MG IV" }, (Given + "dose", "\"3 mL\"")),
        ]),
        ["EVD004"] = (Visit((Given + "ndc", "\"99999-0777-01\"")),
            [Agreeing, Visit((Given + "ndc", null)), Agreeing with { Lin = "" }]),
        ["EVD026"] = (Visit((Given + "route", "\"SC\"")),
        [
            Agreeing, Visit((Given + "route", null)), Agreeing with { Description = "EXAMPLAZOLE 150MG" },
            Visit((Given + "route", "\"Intravenous (IV)\"")), Visit((Given + "route", "\"per protocol\"")),
            Agreeing with { Description = "EXAMPLAZOLE 150MG IM/IV" }, NoEvidence,
        ]),
        ["EVD027"] = (Visit(("diagnoses", """[ "C34.90" ]""")),
        [
            Agreeing, Visit(("diagnoses", """[ "I10", "G35" ]""")), Visit(("diagnoses", null)),
            Visit(("diagnoses", """[ "G35.A" ]""")), NoEvidence,
            Agreeing with { Diagnoses = "HI*ABK:G35*ABF:I10" },   // the line points to the first one
            Agreeing with { Diagnoses = "HI*ABK:Z5111*ABF:G35", Pointer = "1:2" },
        ]),
        ["EVD005"] = (Visit(("invoices/0/lot", "\"B99\"")),
        [
            Agreeing, Visit(("invoices/0/lot", null)), Visit(("invoices", "[]")),
            Visit((Given + "containers/0/lot", null)),
        ]),
        ["EVD006"] = (Visit(("orders/0/dose", "\"300 mg\"")), [Agreeing, Visit(("orders/0/dose", null))]),
        ["EVD007"] = (Visit(("orders", "[]")), [Agreeing, Visit(("administrations", "[]"), ("orders", "[]"))]),
        ["EVD008"] = (Visit(("orders/0/orderedOn", "\"2026-03-12\"")),
            [Visit(("orders/0/orderedOn", "\"2026-03-10\"")), Visit(("orders/0/orderedOn", null))]),
        ["EVD009"] = (Visit(("orders/0/signedOn", null), ("orders/0/signer", null)),
            [Agreeing, Visit(("orders/0/signedOn", null)), Visit(("orders", "[]"))]),
        ["EVD010"] = (Visit(("orders/0/to", "\"2026-03-09\"")),
            [Visit(("orders/0/to", "\"2026-03-10\"")), Agreeing]),
        ["EVD011"] = (Visit((Given + "discarded", "\"50 mg\"")),
        [
            Agreeing, Visit((Given + "discarded", null)),
            Visit((Given + "discarded", "\"50 mg\""), (Given + "containers/0/singleDose", "false")),
            Behind(new() { Modifiers = "", Others = ["96365*185", "J3490:JW*50"] }, (Given + "discarded", "\"50 mg\"")),
        ]),
        ["EVD012"] = (Agreeing with { Modifiers = "", Description = "EXAMPLAZOLE 150MG IV WASTE 50MG" },
        [
            Agreeing, NoEvidence with { Modifiers = "", Description = "EXAMPLAZOLE 150MG IV WASTE 50MG" },
            Behind(new() { Modifiers = "", Description = "EXAMPLAZOLE 150MG IV WASTE 50MG" },
                (Given + "discarded", "\"50 mg\"")),
        ]),
        ["EVD013"] = (Agreeing with { Note = "INVOICE $900.00" },
        [
            Agreeing with { Note = "INVOICE $610.00" }, Agreeing,
            Behind(new() { Note = "INVOICE $900.00" }, ("invoices/0/unitCostUsd", null)),
        ]),
        ["EVD014"] = (Behind(NewYork with { Segments = "PWK*03*BM***AC*N1~" }, ("invoices/0/date", "\"2025-06-01\"")),
        [
            Behind(NewYork with { Segments = "PWK*03*BM***AC*N1~" }), Visit(("invoices/0/date", "\"2025-06-01\"")),
            Behind(NewYork with { Segments = "PWK*03*BM***AC*N1~" }, ("invoices/0/date", null)),
        ]),
        ["EVD015"] = (Behind(NewYork with { Segments = "PWK*03*BM***AC*N1~" }, ("invoices", "[]")),
        [
            Behind(NewYork with { Segments = "PWK*03*BM***AC*N1~" }), Visit(("invoices", "[]")),
            Behind(NewYork with { Segments = "PWK*03*BM***AC*N1~" }, ("invoices", "[]"),
                ("attachments", """[ { "kind": "invoice", "control": "N1" } ]""")),
        ]),
        ["EVD016"] = (Approved(Numbered, "\"drug\": \"EXAMPLAZOLE\", \"to\": \"2026-03-09\""),
        [
            Approved(Numbered, "\"drug\": \"EXAMPLAZOLE\", \"to\": \"2026-03-10\""),
            Approved(Numbered, "\"drug\": \"EXAMPLAZOLE\""), Behind(Numbered),
        ]),
        ["EVD017"] = (Approved(Numbered, "\"drug\": \"LEQEMBI\", \"code\": \"J0174\""),
        [
            Approved(Numbered, "\"drug\": \"EXAMPLAZOLE\""), Approved(Numbered, "\"units\": 5"), Behind(Numbered),
            Approved(Numbered, "\"code\": \"J3490\""),
        ]),
        ["EVD018"] = (Approved(Numbered, "\"units\": 4, \"unitsUsed\": 4"),
        [
            Approved(Numbered, "\"units\": 4, \"unitsUsed\": 3"), Approved(Numbered, "\"units\": 4"), Behind(Numbered),
        ]),
        ["EVD019"] = (Approved(Childrens, "\"drug\": \"EXAMPLAZOLE\""),
        [
            Approved(Numbered, "\"drug\": \"EXAMPLAZOLE\""), Behind(Childrens),
            Approved(Childrens, "\"drug\": \"EXAMPLAZOLE\", \"to\": \"2026-01-31\""),
        ]),
        ["EVD020"] = (Visit(("attachments", """[ { "kind": "order", "control": "N1" } ]""")),
        [
            Behind(new() { Segments = "PWK*03*FX***AC*N1~" },
                ("attachments", """[ { "kind": "order", "control": "N1" } ]""")),
            Visit(("attachments", """[ { "kind": "order" } ]""")), Agreeing,
        ]),
        ["EVD021"] = (Visit((Given + "stop", null)),
            [Agreeing, Visit((Given + "stop", null), (Given + "method", "\"iv-push\""))]),
        ["EVD022"] = (Visit(("orders/0/dosePerKg", "\"5 mg\"")),
            [Visit(("orders/0/dosePerKg", "\"2 mg\"")), Agreeing]),
        ["EVD023"] = (Visit((Given + "offLabel", "true")),
            [Visit((Given + "offLabel", "true"), ("citations", """[ "INVENTED COMPENDIUM, 2026" ]""")), Agreeing]),
        ["EVD024"] = (Visit(("products/0/approvedOn", "\"2026-03-11\"")),
            [Visit(("products/0/approvedOn", "\"2026-03-10\"")), Visit(("products", "[]"))]),
        ["EVD025"] = (Visit(("orders/0/drug", "\"KEYTRUDA\"")),
        [
            Agreeing, Visit(("orders/0/drug", "\"OTHERAZOLE\"")),   // nobody knows either name
            Visit(("orders/0/drug", "\"KEYTRUDA\""), ("products/0/ingredient", "\"KEYTRUDA\"")),
        ]),
    };
}
