using Noc.Claims;
using Noc.Coding;
using Noc.Drugs;
using Noc.Payers;

namespace Noc.Audit.Rules.Administrations;

/// <summary>ADM001 administration-missing: a drug is billed, but nothing on the claim says how it got into the
/// patient.</summary>
/// <remarks>
/// <para>Why it matters: the administration is paid too, and a payer may ask why there is none.</para>
/// <para>What to do: add the injection or infusion code of the date, if the record shows it.</para>
/// <para>Source: Medicare Claims Processing Manual, chapter 12, section 30.5; the payer's policy
/// (administration.billed).</para>
/// <para>Silent when: the place is a facility, the home or a pharmacy, or the provider is a pharmacy by its taxonomy;
/// for equipment, drugs swallowed, inhaled or put on, contrast, tracers, blood, waste lines, parts of split claims,
/// replacements, secondary claims, lines with GY; when a procedure of the date delivers the drug: injection,
/// infusion, refill of a pump, vaccination, or an operation that may place it. The flush of a port (96523) and taking
/// blood deliver none; a line of IV therapy or chemotherapy by its revenue code alone does. A warning where the payer
/// itself does not ask for the administration; CHG010 speaks of a drug that cost nothing.</para>
/// </remarks>
public static class AdministrationMissing
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("ADM001", "administration-missing", "administration", Severity.Warn,
        "The administration is paid too; without it the claim looks odd.", Sources.Administration)
    {
        Judges = LineTraits.Unclassified,
    };

    /// <summary>A warning where no payer asks for the administration itself.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified) return;
        var wanted = context.Wants(PolicyKeys.AdministrationBilled);
        if (drug.Line.HasTokenCharge && wanted is not null) return;   // CHG010
        if (wanted is null && !AdministrationCodes.IsGivenByStaff(drug.Line.Code)) return;
        if (!IsMissing(context)) return;
        if (wanted is null)
            findings.Add(Info, context, context.CodeElement,
                $"{drug.Line.Code} is billed without an administration on the same date.", drug.Line.CodeText,
                Expected(drug));
        else
            findings.Add(Info, context, wanted, context.CodeElement,
                $"This payer wants the administration of {drug.Line.Code} on the same claim, and there is none.",
                drug.Line.CodeText, Expected(drug));
    }

    /// <summary>True where no line of the claim delivers the drug at hand and one should.</summary>
    internal static bool IsMissing(in RuleContext context)
    {
        var drug = context.Drug!;
        var claim = context.Claim;
        if (drug.Setting is not (Setting.Office or Setting.Opps) || !claim.IsFirstToPrimary) return false;
        if (drug.Line.Has(Codes.GY)) return false;   // what is not covered has no covered injection
        if (drug.IsWaste || drug.IsSplit || IsPutOn(drug) || IsOral(drug) || IsPharmacy(claim)) return false;
        if (claim.Type is ClaimType.Professional && !IsOffice(claim.PlaceOfService(drug.Line))) return false;
        foreach (var line in claim.Lines)
            if (DrugAdministration.IsOnDay(line, drug)
                && (AdministrationCodes.Delivers(line.Code) || IsInfusionByRevenue(line))) return false;
        return true;
    }

    /// <summary>What to add to the claim.</summary>
    internal static ExpectedValue Expected(DrugLine drug) => new()
    {
        Text = drug.Route switch
        {
            "IM" or "SC" => "injection code of the record, such as 96372",
            "IV" => "infusion or push code of the record, such as 96365 or 96374",
            _ => "administration code of the record",
        },
    };

    // IV therapy (026x) and chemotherapy (033x) may stand without a code.
    private static bool IsInfusionByRevenue(ServiceLine line) => line.CodeText.IsEmpty
        && line.RevenueCode.Text.TrimStart('0') is ['2', '6', _] or ['3', '3', _];

    private static bool IsOffice(Field place) => place.Is("11"u8) || place.Is("49"u8) || place.Is("20"u8);

    private static readonly HashSet<string> PutOn = new(StringComparer.OrdinalIgnoreCase)
    {
        "OPHTHALMIC", "OTIC", "DROPS", "PATCH", "CREAM", "OINTMENT", "GEL",
    };

    // Swallowed, inhaled, put on skin, nose or eye, or under the tongue: giving that has no code.
    private static bool IsPutOn(DrugLine drug)
    {
        if (drug.Route is "PO" or "INH" or "TOP" or "nasal" or "rectal" or "sublingual" or "ophthalmic"
            or "vaginal" or "transdermal" or "enteral" or "dental") return true;
        if (drug.Route is not null || drug.Description.Length == 0) return false;
        foreach (var word in drug.Description.AsSpan().Split(' '))
            if (PutOn.GetAlternateLookup<ReadOnlySpan<char>>().Contains(drug.Description.AsSpan(word))) return true;
        return false;
    }

    private static bool IsOral(DrugLine drug) =>
        OralCodes.Includes(drug.Line.Code) || (!drug.Match.IsNone && drug.Match.Products[0].IsOral);

    // Taxonomy codes that start with 3336 are pharmacies.
    private static bool IsPharmacy(Claim claim) => claim.Billing.Taxonomy.Bytes.StartsWith("3336"u8);
}
