using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>Puts the defect of one rule on a clean claim.</summary>
/// <param name="clean">The claim.</param>
/// <param name="variant">Which of its variants, from 0.</param>
/// <returns>The claim with the defect; null where the rule does not apply to it.</returns>
internal delegate TestClaim? Planter(CleanClaim clean, int variant);

/// <summary>Defects of the text of unclassified lines.</summary>
internal static class TextPlanters
{
    private static readonly string[] Generic =
    [
        "UNCLASSIFIED DRUG", "SEE NOTES", "NOT OTHERWISE CLASSIFIED", "INVOICE ATTACHED", "DRUG", "NOC DRUG 150MG",
        "UNCLASSIFIED BIOLOGIC", "MISC DRUG", "INJECTION", "SEE ATTACHED INVOICE", "unclassified drugs",
        "UNLISTED INJECTION", "UNCLASSIFIED BIOLOGIC J3590", "NOC", "MEDICATION", "UNCLASSIFIED DRUGS OR BIOLOGICALS",
    ];

    private static readonly string[] Fillers =
    [
        "MEDICALLY NECESSARY", "PLEASE PAY", "PLEASE PROCESS", "NO HCPCS", "SEE RECORDS", "UNCLASSIFIED DRUG",
        "RECORDS AVAILABLE", "PT NEEDS", "NO CODE", "PLEASE REVIEW", "MEDICAL NECESSITY",
    ];

    private static readonly string[] Misspelt =
        ["KEYTRDUA", "PEMBROLIZUMB", "OPDIVVO", "OXALIPLATTIN", "TECENTRIG", "DURVALUMEB", "ENTYVOI", "VEDOLIZUMOB"];

    private static readonly string[] Odd =
        ["155 U {R}", "90 U {R}", "{D} {R} QD", "{D} {R} QOD", "5.0MG {R}", ".5MG {R}", "2 CC {R}", "500 UG {R}"];

    private static readonly string[] Cut =
    [
        "{N} HYDROCHLORIDE INJECTION SOLUTION {D} GIVEN {R} NDC 99999",
        "{N} HYDROCHLORIDE INJECTION {D} GIVEN {R} INVOICE",
        "{N} HYDROCHLORIDE INJECTION SOLUTION {D} GIVEN {R} COST $",
        "{N} HYDROCHLORIDE INJECTION SOL {D} GIVEN {R} (LOT A1",
        "{N} HYDROCHLORIDE INJECTION SOLUTION {D} GIVEN {R} WASTE",
        "{N} HYDROCHLORIDE INJECTION SOLUTION {D} {R} N4999990",
    ];

    private static readonly string[] Strengths =
    [
        "{N} 50MG/ML {R}", "{N} {D} VIAL {R}", "{N} 100MG PER VIAL", "{N} 50 MG/1 ML", "{N} {D} SDV",
        "{N} 250MG/5ML {R}",
        "{N} {D}/VIAL {R}", "{N} 10 MG PER ML",
    ];

    private static readonly string[] NoDose =
        ["{N} {R}", "{N} INJ {R}", "{N}", "{N} NDC {C}", "{N} INJECTION", "{N} {R} X1", "{N} MFR EXAMPLE LABS"];

    private static bool IsPalmetto(CleanClaim clean) => clean.IsPartB && clean.Payer.State is "GA" or "NC";

    private static T Of<T>(T[] all, int variant) => all[variant % all.Length];

    private static bool IsText(CleanClaim clean) => clean.IsUnclassified && clean.Claim.Place is not "24"
        && clean.Claim.ClaimNote.Length == 0;

    public static readonly Dictionary<string, Planter> All = new()
    {
        ["NAR029"] = (c, v) => IsText(c) && c.IsPartB ? c.Claim with
        {
            Description = $"{Of(Misspelt, v)} 200MG IV", Lin = "",
        } : null,
        ["NAR001"] = (c, v) => c.IsUnclassified ? c.Claim with { Description = v % 2 == 0 ? "" : " " } : null,
        ["NAR002"] = (c, v) => IsText(c) ? c.Claim with { Description = Of(Generic, v) } : null,
        ["NAR003"] = (c, v) => IsText(c) ? c.With(Of(NoDose, v)) : null,
        ["NAR004"] = (c, v) => IsText(c) ? c.With(Of(Strengths, v)) : null,
        ["NAR005"] = (c, v) => !IsText(c) ? null : Of<Func<TestClaim>>(
            [
                () => c.Claim with { Note = $"{c.Drug.Name} {c.Milligrams + 10}MG {c.Drug.Route}" },
                () => c.Claim with { Note = $"{c.Drug.Name} {c.Drug.Dose}".Replace("MG", "MCG") },
                () => c.With("{N} {D} {R}") with { Note = $"{c.Drug.Name} {c.Drug.Dose} {Other(c.Drug.Route)}" },
                () => c.With("{N} {D} {R} NDC {C}") with { Note = $"{c.Drug.Name} {c.Drug.Dose} NDC 99999077701" },
            ], c.HasNdc ? v : v % 3)(),
        ["NAR010"] = (c, v) => c.IsPartB && c.Payer.State is "MI"
            ? c.With(Of(["{N} {D}", "{N} INJ {D}", "{N} {D} NDC {C}"], v))
            : IsPalmetto(c) ? c.With(Of(["{N} {D}", "{N} INJ {D}"], v)) with { Lin = "" }
            : c.IsPartB && c.Payer.State is "OH" ? c.With("{N} {D} {R}") : null,
        ["NAR011"] = (c, v) => IsPalmetto(c)
            ? c.With(Of(["{N} {D} 50MG/ML NDC {C}", "{N} 25 MG/ML {D} NDC {C}", "{N} {D} (10MG/1ML) NDC {C}"],
                v)) : null,
        ["NAR012"] = (c, v) => c.IsHospital && c.IsMedicare && c.Payer.State is "CA" or "WA"
            ? c.Claim with { ClaimNote = "", Description = c.Claim.ClaimNote } : null,
        ["NAR013"] = (c, v) => IsText(c) && !IsPalmetto(c) && c.Payer.State is not "OH"
            ? c.With("{N} {D} {R} " + new string('X', 70 + v % 9)) : null,
        ["NAR028"] = (c, v) => c.IsUnclassified && c.Claim.Description.Contains(' ') ? c.Claim with
        {
            Description = v % 2 == 0 ? c.Claim.Description.Replace(' ', '^') : $"{c.Claim.Description}: X1",
        } : null,
        ["NAR020"] = (c, v) => IsPalmetto(c)
            ? c.With(Of(["{N} {D} 3ML NDC {C}", "{N} {D} IN 10 ML NDC {C}", "{N} {D}, 0.8 ML, NDC {C}"], v)) : null,
        ["NAR021"] = (c, v) => IsText(c)
            ? c.Claim with { Description = $"{c.Claim.Description} {Of(Fillers, v)}" } : null,
        ["NAR022"] = (c, v) => IsText(c) ? c.With(Of(
            [
                "{N} {D} {R} " + Other(c.Drug.Route), "{N} {D} {R} 999MG",
                "{N} {D} {R} NDC 99999012301 NDC 99999077701",
                "{N} 50MG/ML 25MG/ML {D} {R}", "{N} {D} {R} INVOICE $100.00 INVOICE $130.00",
            ], v)) : null,
        ["NAR023"] = (c, v) => IsText(c) && !c.IsMedicare && c.Payer.Payer.Length == 0
            ? c.With($"{{N}} {2 + v % 7} UNITS {{R}}") with { Units = $"{2 + v % 7}" } : null,
        ["NAR024"] = (c, v) => IsText(c) && c.HasNdc ? c.With(Of(
            [
                "{N} {D} {R} NDC 99999077701", "{N} {D} {R} NDC 99999-0777-01", "{N} {D} {R} NDC 9999977701",
                "NDC 99999077701 {N} {D}",
            ], v)) : null,
        ["NAR025"] = (c, v) => IsText(c) && !IsPalmetto(c) ? c.Claim with
        {
            Description = Of(
                [
                    "TEVIMBRA (LECANEMAB-IRMB) 200MG IV", "LEQEMBI (TISLELIZUMAB-JSGR) 700MG IV",
                    "EMPAVELI (PEMBROLIZUMAB) 1080MG SC", "KEYTRUDA (PEGCETACOPLAN) 200MG IV",
                ], v),
        } : null,
        ["NAR026"] = (c, v) => IsText(c) ? c.With("{N} " + Of(Odd, v)) : null,
        ["NAR027"] = (c, v) => IsText(c) && !IsPalmetto(c) ? c.With(Of(Cut, v)) : null,
    };

    private static string Other(string route) => route is "IV" ? "SC" : route is "SC" ? "IM" : "IV";
}
