using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>Defects that single payers mind: what the claim must look like there stands in
/// <see cref="PolicyRuleCases"/>; the planter takes drug, dose, day and place from the clean claim.</summary>
internal static class PayerPlanters
{
    private const string Pump = "COMPOUNDED MORPHINE 20MG/ML 18ML";

    private static T Of<T>(T[] all, int variant) => all[variant % all.Length];

    // A claim to a payer with this drug; null where drug or place does not fit.
    private static TestClaim? To(TestClaim payer, CleanClaim clean, string text = "{N} {D} {R}") =>
        clean.IsUnclassified && clean.HasNdc && clean.Claim.Place is "11" && clean.Payer.Payer.Length == 0
            ? clean.With(text) with
            {
                Filing = payer.Filing, Payer = payer.Payer, State = payer.State, Modifiers = payer.Modifiers,
                ClaimNote = "",
            } : null;

    private static TestClaim? Compound(TestClaim payer, CleanClaim clean, int variant) => To(payer, clean, Of(
        [
            "COMPOUNDED {N} {D} {R}", "{N} {D} {R} COMPOUNDED", "COMPOUND {N} {D}", "{N} {D} COMPOUNDED BY PHARMACY",
        ], variant));

    private static readonly TestClaim Alabama =
        new() { Filing = "MC", Modifiers = "", Payer = "ALABAMA MEDICAID*****PI*SKAL0", State = "AL" };

    private static readonly TestClaim Independence =
        new() { Filing = "CI", Modifiers = "", Payer = "IBX*****PI*100337", State = "PA" };

    private static readonly TestClaim Tricare =
        new() { Filing = "CH", Modifiers = "", Payer = "TRICARE EAST*****PI*TREST" };

    public static readonly Dictionary<string, Planter> All = new()
    {
        ["COD010"] = (c, v) => To(PolicyRuleCases.NewYork, c),
        ["CMP001"] = (c, v) => c.IsPartB && c.Payer.State is not "OH" ? Compound(c.Claim, c, v) : null,
        ["CMP002"] = (c, v) => Compound(PolicyRuleCases.FloridaBlue, c, v),
        ["CMP003"] = (c, v) => Compound(Independence, c, v) is { } claim ? claim with { Lin = "" } : null,
        ["CMP004"] = (c, v) => Compound(Alabama, c, v),
        ["NAR014"] = (c, v) => To(Alabama with { Payer = "MEDI-CAL*****PI*100065", State = "CA" }, c,
            Of(["COMPOUNDED {N} 5MG IT", "COMPOUNDED {N} 20MG {R}", "COMPOUND {N} 0.5G"], v)) is { } claim
            ? claim with { Code = "J7999" } : null,
        ["NAR015"] = (c, v) => To(new() { State = "FL", Modifiers = "" }, c, Of(["{N} 10MCI $1850.00",
            "{N} 5 MCI $900"], v))
            is { } claim ? claim with { Code = "A4641" } : null,
        ["PAY001"] = (c, v) => To(Tricare, c),
        ["UNT002"] = (c, v) => To(PolicyRuleCases.FloridaBlue, c, Of(["{N} {D} {R} 2 VIALS",
            "{N} {D} {R} 3 VIALS"], v)),
        ["MOD003"] = (c, v) => To(PolicyRuleCases.Palmetto, c, Of(
            ["{N} {D} SDV WASTE 50MG NDC {C}", "{N} {D} GIVEN SDV 20MG WASTE NDC {C}",
                "{N} {D} DISCARDED 10MG SDV"], v)),
        ["MOD004"] = (c, v) => c.IsHospital && c.IsMedicare && c.Payer.State is "GA" or "NC"
            ? c.Claim with { Modifiers = "JW" } : null,
        ["MOD005"] = (c, v) => To(PolicyRuleCases.Arizona, c, Of(["{N} WASTE 50MG", "{N} 50MG WASTED",
            "{N} DISCARDED 20MG"],
            v)),
        ["MOD006"] = (c, v) => To(PolicyRuleCases.Arizona, c) is { } claim ? claim with { Modifiers = "JW" } : null,
        ["MOD007"] = (c, v) => To(PolicyRuleCases.Noridian, c,
            Of(["COMPOUNDED BEVACIZUMAB 1.25MG INTRAVITREAL", "REPACKAGED AVASTIN 1.25MG INTRAVITREAL COMPOUNDED"], v))
            is { } claim
            ? claim with { Code = "J7999", Modifiers = "", Lin = "", Others = ["67028*300"] } : null,
        ["NDC020"] = (c, v) => To(PolicyRuleCases.FloridaBlue, c) is { } claim
            ? claim with { Lin = $"LIN**N4*{c.Drug.Ndc}~CTP****{Of(["600", "1", "0.5"], v)}*ME~" } : null,
        ["NDC021"] = (c, v) => To(PolicyRuleCases.Minnesota, c) is { } claim
            ? claim with { Lin = $"LIN**N4*{TestNdcs.Carton}~CTP****{1 + v % 9}*ML~" } : null,
        ["NDC022"] = (c, v) => To(PolicyRuleCases.Minnesota, c) is { } claim ? claim with
        {
            Code = "J9999", Description = $"PEMETREXED {Of([100, 250, 450], v)}MG IV",
            Lin = $"LIN**N4*{TestNdcs.Powder}~CTP****{Of(["100", "2", "10"], v)}*UN~",
        } : null,
        ["NDC023"] = (c, v) => To(PolicyRuleCases.NewYorkBlue, c) is { } claim
            ? claim with { Lin = c.Drug.Lin + $"LIN**N4*99999012301~CTP****{1 + v % 5}*ML~" } : null,
        ["NDC024"] = (c, v) => To(PolicyRuleCases.FloridaBlue, c) is { } claim
            ? claim with { Lin = $"LIN**N4*{c.Drug.Ndc}~CTP****{1 + v % 7}.{251 + v % 9}*{c.Drug.Quantity[^2..]}~" }
            : null,
        ["NDC025"] = (c, v) => To(PolicyRuleCases.Minnesota, c) is { } claim
            ? claim with { Lin = $"LIN**N4*{TestNdcs.WithoutRebate}~CTP****{1 + v % 5}*ML~" } : null,
        ["RTE001"] = (c, v) => To(PolicyRuleCases.Upmc
            with { Payer = $"UPMC COMMUNITY HEALTHCHOICES*****PI*X{v:0000}" }, c),
        ["FIL002"] = (c, v) => c.IsHospital && c.IsMedicare && c.Payer.State is "FL"
            ? c.Claim with { Frequency = "Q" } : null,
        ["AUT001"] = (c, v) => To(PolicyRuleCases.TexasChildrens, c) is { } claim
            ? claim with { Charge = Of(["6200", "5000", "99000"], v) } : null,
        ["INV001"] = (c, v) => To(PolicyRuleCases.NewYork, c),
        ["INV002"] = (c, v) => To(PolicyRuleCases.Railroad, c, Pump) is { } claim
            ? claim with { Code = "J7999", Modifiers = "KD", Lin = "" } : null,
        ["INV003"] = (c, v) => To(PolicyRuleCases.NewYork, c) is { } claim ? claim with
        {
            Date = "20260915", Note = Of(["INVOICE $610.00 12/20/2025", "INVOICE $99 01/02/2024"], v),
        } : null,
        ["ATT001"] = (c, v) => To(PolicyRuleCases.Noridian, c) is { } claim
            ? claim with { Segments = Of(["PWK*03*FX~", "PWK*OZ*BM~", "PWK*B4*FX~"], v) } : null,
        ["CHG010"] = (c, v) => To(PolicyRuleCases.Cgs, c, "{N} {D} {R} MFR EXAMPLE LABS") is { } claim
            ? claim with { Charge = "0", Note = Of(["FREE SAMPLE", "NO CHARGE DRUG", "DONATED"], v) } : null,
        ["CHG011"] = (c, v) => To(PolicyRuleCases.Noridian, c)
            is { } claim ? claim with { Note = Of(["CLAIM 2 OF 2", "CLAIM 2 OF 3", "CLAIM 3 OF 3"], v) } : null,
    };
}
