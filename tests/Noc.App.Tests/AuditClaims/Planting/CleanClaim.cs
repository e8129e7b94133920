using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>A payer and place of clean claims.</summary>
/// <param name="Filing">SBR09.</param>
/// <param name="Payer">Name and id; empty for one that nobody knows.</param>
/// <param name="State">Where the drug is given.</param>
/// <param name="Texts">Descriptions that this payer takes: N name, D dose, R route, C NDC, in braces.</param>
internal sealed record CleanPayer(string Filing, string Payer, string State, params string[] Texts)
{
    /// <summary>True for original Medicare.</summary>
    public bool IsMedicare => Filing is "MB";
}

/// <summary>A claim on which there is nothing to find, with what it is made of.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Drug">Its drug.</param>
/// <param name="Payer">Its payer.</param>
internal sealed record CleanClaim(TestClaim Claim, CleanDrug Drug, CleanPayer Payer)
{
    private static readonly string[] Plain =
    [
        "{N} {D} {R}", "{N} {D} GIVEN {R}", "{N} INJ {D} {R}", "{N} {R} {D}", "{N}, {D}, {R}", "{N} {D} {R} X1",
        "{N} TOTAL DOSE {D} {R}", "{N} {D} {R} NDC {C}", "{N} ({D}) {R}",
    ];

    private static readonly string[] Exact = ["{N} {D} NDC {C}", "{N} {D} NDC{C}", "{N} INJ {D} NDC {C}"];

    /// <summary>Payers of all programs, some known by name, with texts as they want them.</summary>
    public static readonly CleanPayer[] Payers =
    [
        new("MB", "", "IL", Plain), new("MB", "", "WA", Plain), new("MB", "", "CA", Plain), new("MB", "", "TX", Plain),
        new("MB", "", "PA", Plain), new("MB", "", "NY", Plain), new("MB", "", "FL", Plain),
        new("MB", "", "OH", [.. Plain.Select(text => $"{text} MFR EXAMPLE LABS INV $610")]),
        new("MB", "", "GA", Exact), new("MB", "", "NC", Exact), new("MB", "", "MI", Plain),
        new("CI", "", "IL", Plain), new("CI", "", "TX", Plain), new("CI", "", "NV", Plain),
        new("CI", "AETNA*****PI*60054", "NV", Plain), new("CI", "UNITEDHEALTHCARE*****PI*87726", "NV", Plain),
        new("CI", "CIGNA*****PI*62308", "NV", Plain), new("BL", "FLORIDA BLUE*****PI*00590", "FL", Plain),
        new("16", "", "IL", Plain),
        new("MC", "", "OH", Plain), new("MC", "", "NV", Plain),
        new("MC", "ARIZONA MEDICAID (AHCCCS)*****PI*AZ", "AZ", Plain),
        new("MC", "MINNESOTA MEDICAID (MHCP)*****PI*X0001", "MN", Plain),
    ];

    /// <summary>Many of them, in one order.</summary>
    public static IEnumerable<CleanClaim> All()
    {
        foreach (var payer in Payers)
            foreach (var drug in CleanDrug.All)
                foreach (var text in payer.Texts)
                    foreach (var place in Places(payer))
                        if (Of(payer, drug, text, place) is { } clean) yield return clean;
    }

    private static string[] Places(CleanPayer payer) => payer.IsMedicare ? ["11", "13", "24"] : ["11", "13"];

    private static CleanClaim? Of(CleanPayer payer, CleanDrug drug, string text, string place)
    {
        var hasText = !drug.HasOwnCode;
        // Medicaid and some plans want an NDC, and so does a text with one; a code of its own needs no text.
        if (drug.Ndc.Length == 0 && (payer.Filing is not "CI" || payer.Payer.Length > 0
            || text.Contains("{C}", StringComparison.Ordinal))) return null;
        if (!hasText && (text != payer.Texts[0] || place is "24")) return null;
        var isC9399 = payer.IsMedicare && hasText && place is "13" or "24";
        return new(new()
        {
            Filing = payer.Filing,
            Payer = payer.Payer.Length > 0 ? payer.Payer : "INVENTED PAYER*****PI*X0001",
            State = payer.State,
            Place = place,
            Code = isC9399 ? "C9399" : drug.Code,
            Modifiers = !payer.IsMedicare ? "" : drug.IsOfRegistry ? "Q0:JZ" : "JZ",
            Segments = payer.IsMedicare && drug.IsOfRegistry
                ? $"REF*P4*99999999~{(place is "13" ? "HI*BG:30~" : "")}" : "",
            Description = hasText ? Fill(text, drug) : "",
            ClaimNote = isC9399 ? Remark(Fill(text, drug), drug) : "",
            Lin = drug.Lin,
            Charge = drug.HasOwnCode ? "9000" : "900",
            Units = drug.HasOwnCode ? drug.OwnUnits : "1",
            Date = drug.Date,
            Diagnoses = $"HI*ABK:{drug.Diagnosis}{(payer.IsMedicare && drug.IsOfRegistry ? "*ABF:Z006" : "")}",
            Others = [$"{drug.Administration}*185"],
        }, drug, payer);
    }

    // Some contractors read the NDC with its dashes only.
    private static string Remark(string text, CleanDrug drug)
    {
        var dashed = $"{drug.Ndc[..5]}-{drug.Ndc[5..9]}-{drug.Ndc[9..]}";
        return $"{(text.Contains("NDC", StringComparison.Ordinal) ? text.Replace(drug.Ndc, dashed)
            : $"{text} NDC {dashed}")} 03/10/2026 ONCE";
    }

    private static string Fill(string text, CleanDrug drug) => text.Replace("{N}", drug.Name)
        .Replace("{D}", drug.Dose).Replace("{R}", drug.Route).Replace("{C}", drug.Ndc);

    /// <summary>True in the office, on a line with a code for any drug.</summary>
    public bool IsOffice => Claim.Place is "11" && !Drug.HasOwnCode;

    /// <summary>True on a bill of a hospital, on a line with a code for any drug.</summary>
    public bool IsHospital => Claim.Place is "13" && !Drug.HasOwnCode;

    /// <summary>True on any line with a code for any drug.</summary>
    public bool IsUnclassified => !Drug.HasOwnCode;

    /// <summary>True for original Medicare.</summary>
    public bool IsMedicare => Payer.IsMedicare;

    /// <summary>True for an unclassified line of Medicare in the office.</summary>
    public bool IsPartB => IsMedicare && IsOffice;

    /// <summary>True where the drug has an NDC here.</summary>
    public bool HasNdc => Drug.Ndc.Length > 0;

    /// <summary>The dose as a number of milligrams.</summary>
    public int Milligrams => int.Parse(Drug.Dose[..^2], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The same claim with another description.</summary>
    public TestClaim With(string text) => Claim with { Description = Fill(text, Drug) };
}
