using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>Defects between claim and record: the visit behind a clean claim of the office, with one fact
/// changed.</summary>
internal static class EvidencePlanters
{
    private const string Given = "administrations/0/";

    private static T Of<T>(T[] all, int variant) => all[variant % all.Length];

    /// <summary>The clean claim with the visit that agrees with it; null where there is none.</summary>
    public static TestClaim? Agreeing(CleanClaim clean, params (string Pointer, string? Json)[] changes)
    {
        if (!clean.IsOffice || !clean.HasNdc || clean.Payer.Payer.Length > 0 || clean.Payer.State is "GA" or "NC"
            || clean.Drug.Route is not "IV") return null;
        var drug = clean.Drug;
        var dashed = $"{drug.Ndc[..5]}-{drug.Ndc[5..9]}-{drug.Ndc[9..]}";
        var visit = TestVisit.With(changes).Replace("G35", drug.Diagnosis, StringComparison.Ordinal)
            .Replace("EXAMPLAZOLE", drug.Name, StringComparison.Ordinal)
            .Replace("\"150 mg\"", $"\"{clean.Milligrams} mg\"", StringComparison.Ordinal)
            .Replace("99999-0123-01", dashed, StringComparison.Ordinal)
            .Replace("\"strength\":\"50 mg/mL\",", "", StringComparison.Ordinal)
            .Replace("\"state\":\"IL\"", $"\"state\":\"{clean.Payer.State}\"", StringComparison.Ordinal);
        return clean.Claim with { Evidence = visit };
    }

    private static TestClaim? Of(TestClaim payer, CleanClaim clean, params (string Pointer, string? Json)[] changes) =>
        Agreeing(clean, changes) is { } claim ? claim with
        {
            Filing = payer.Filing, Payer = payer.Payer, State = payer.State, Modifiers = payer.Modifiers,
            Charge = payer.Charge,
        } : null;

    private static TestClaim? Approved(CleanClaim clean, string number, string members) =>
        Of(PolicyRuleCases.TexasChildrens, clean,
            ("authorizations", $$"""[ { "number": "PA-7", {{members}} } ]""")) is { } claim
            ? claim with { Segments = number.Length > 0 ? $"REF*G1*{number}~" : "" } : null;

    private static TestClaim? Invoiced(CleanClaim clean, params (string Pointer, string? Json)[] changes) =>
        Of(PolicyRuleCases.NewYork, clean, changes) is { } claim
            ? claim with { Segments = "PWK*03*BM***AC*N1~" } : null;

    public static readonly Dictionary<string, Planter> All = new()
    {
        ["ADM006"] = (c, v) => Agreeing(c, (Given + "stop", Of(["\"10:31\"", "\"13:00\""], v))),
        ["EVD001"] = (c, v) => Agreeing(c) is { } claim ? claim with
        {
            Description = Of(["OTHERIMAB 40MG IV", "FAKEZUMAB 10MG IV"], v), Lin = "LIN**N4*99999060101~CTP****3*ML~",
        } : null,
        ["EVD002"] = (c, v) => Agreeing(c) is { } claim
            ? claim with { Date = Of(["20260311", "20260309", "20260410"], v) } : null,
        ["EVD003"] = (c, v) => Agreeing(c) is { } claim
            ? claim with { Description = $"{c.Drug.Name} {c.Milligrams + 7 + v % 50}MG IV" } : null,
        ["EVD004"] = (c, v) => Agreeing(c, (Given + "ndc", Of(["\"99999-0777-01\"", "\"99999-0888-02\""], v))),
        ["EVD026"] = (c, v) => Agreeing(c, (Given + "route", Of(["\"SC\"", "\"IM\""], v))),
        ["EVD027"] = (c, v) => Agreeing(c, ("diagnoses", Of(["[ \"Z23\" ]", "[ \"I10\", \"E11.9\" ]"], v))),
        ["EVD005"] = (c, v) => Agreeing(c, ("invoices/0/lot", Of(["\"B99\"", "\"A71\""], v))),
        ["EVD006"] = (c, v) => Agreeing(c, ("orders/0/dose", $"\"{c.Milligrams * (2 + v % 3)} mg\"")),
        ["EVD007"] = (c, v) => Agreeing(c, ("orders", "[]")),
        ["EVD008"] = (c, v) => Agreeing(c, ("orders/0/orderedOn", Of(["\"2026-03-12\"", "\"2026-04-01\""], v))),
        ["EVD009"] = (c, v) => Agreeing(c, ("orders/0/signedOn", null), ("orders/0/signer", null)),
        ["EVD010"] = (c, v) => Agreeing(c, ("orders/0/to", Of(["\"2026-03-09\"", "\"2026-03-02\""], v))),
        ["EVD011"] = (c, v) => c.IsMedicare
            ? Agreeing(c, (Given + "discarded", Of(["\"50 mg\"", "\"10 mg\""], v))) : null,
        ["EVD012"] = (c, v) => c.IsMedicare && Agreeing(c) is { } claim ? claim with
        {
            Modifiers = "", Description = $"{c.Drug.Name} {c.Drug.Dose} IV WASTE {10 + v % 50}MG",
        } : null,
        ["EVD013"] = (c, v) => c.Payer.State is not "OH" && Agreeing(c) is { } claim
            ? claim with { Note = $"INVOICE ${900 + v}.00" } : null,
        ["EVD014"] = (c, v) => Invoiced(c, ("invoices/0/date", Of(["\"2025-06-01\"", "\"2024-12-31\""], v))),
        ["EVD015"] = (c, v) => Invoiced(c, ("invoices", "[]")),
        ["EVD016"] = (c, v) => Approved(c, "PA-7",
            $"\"drug\": \"{c.Drug.Name}\", \"to\": {Of(["\"2026-03-09\"", "\"2026-01-31\""], v)}"),
        ["EVD017"] = (c, v) => Approved(c, "PA-7",
            Of(["\"drug\": \"LEQEMBI\", \"code\": \"J0174\"", "\"drug\": \"KEYTRUDA\", \"code\": \"J9271\""], v)),
        ["EVD018"] = (c, v) => Approved(c, "PA-7",
            Of(["\"units\": 4, \"unitsUsed\": 4", "\"units\": 1, \"unitsUsed\": 1"], v)),
        ["EVD019"] = (c, v) => Approved(c, "", $"\"drug\": \"{c.Drug.Name}\""),
        ["EVD020"] = (c, v) => Agreeing(c,
            ("attachments", Of(["""[ { "kind": "order", "control": "N1" } ]""",
                """[ { "kind": "invoice", "control": "K-7" } ]"""], v))),
        ["EVD021"] = (c, v) => Agreeing(c, (Given + Of(["stop", "start"], v), null)),
        ["EVD022"] = (c, v) => Agreeing(c, ("orders/0/dosePerKg", $"\"{Of([11, 20, 30], v)} mg\"")),
        ["EVD023"] = (c, v) => Agreeing(c, (Given + "offLabel", "true")),
        ["EVD025"] = (c, v) => Agreeing(c, ("orders/0/drug", Of(["\"KEYTRUDA\"", "\"OPDIVO\""], v))),
        ["EVD024"] = (c, v) => Agreeing(c, ("products/0/approvedOn", Of(["\"2026-03-11\"", "\"2026-06-30\""], v))),
    };
}
