using Noc.Claims;
using Noc.Coding;

namespace Noc.Audit.Rules.Claims;

/// <summary>ADM001 administration-missing: a drug is billed, but nothing on the claim says how it got into the
/// patient.</summary>
/// <remarks>
/// <para>Why it matters: the administration is paid too, and a payer may ask why there is none.</para>
/// <para>What to do: add the injection or infusion code of the date, if the record shows it.</para>
/// <para>Source: Medicare Claims Processing Manual, chapter 12, section 30.5.</para>
/// <para>Silent when: the place is a facility, the home or a pharmacy, or the provider is a pharmacy by its taxonomy;
/// for equipment, drugs swallowed, inhaled or put on, contrast, tracers, blood, waste lines, parts of split claims,
/// replacements, secondary claims, lines with GY; when a procedure of the date delivers the drug: injection,
/// infusion, refill of a pump, vaccination, or an operation that may place it. The flush of a port (96523) and taking
/// blood deliver none.</para>
/// </remarks>
public static class AdministrationMissing
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("ADM001", "administration-missing", "administration", Severity.Warn,
        "The administration is paid too; without it the claim looks odd.", Sources.Administration)
    {
        Judges = LineTraits.Unclassified,
    };

    /// <summary>Never more than a warning.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var claim = context.Claim;
        if (!drug.IsUnclassified || drug.Setting is not (Setting.Office or Setting.Opps)) return;
        if (!AdministrationCodes.IsGivenByStaff(drug.Line.Code)) return;
        if (!claim.IsFirstToPrimary) return;
        if (drug.Line.Has(Codes.GY)) return;   // what is not covered has no covered injection
        if (drug.IsWaste || drug.IsSplit || IsPutOn(drug) || IsOral(drug) || IsPharmacy(claim)) return;
        if (claim.Type is ClaimType.Professional && !IsOffice(claim.PlaceOfService(drug.Line))) return;
        foreach (var line in claim.Lines)
            if (DrugAdministration.IsOnDay(line, drug) && AdministrationCodes.Delivers(line.Code)) return;
        findings.Add(Info, context, context.CodeElement,
            $"{drug.Line.Code} is billed without an administration on the same date.", drug.Line.CodeText,
            new() { Text = drug.Route switch
            {
                "IM" or "SC" => "injection code of the record, such as 96372",
                "IV" => "infusion or push code of the record, such as 96365 or 96374",
                _ => "administration code of the record",
            } });
    }

    private static bool IsOffice(Field place) => place.Is("11"u8) || place.Is("49"u8) || place.Is("20"u8);

    private static readonly HashSet<string> PutOn = new(StringComparer.OrdinalIgnoreCase)
    {
        "OPHTHALMIC", "OTIC", "DROPS", "PATCH", "CREAM", "OINTMENT", "GEL",
    };

    // Swallowed, inhaled, put on skin, nose or eye, or under the tongue: giving that has no code.
    private static bool IsPutOn(DrugLine drug)
    {
        if (drug.Route is "PO" or "INH" or "TOP" or "nasal" or "rectal" or "sublingual") return true;
        if (drug.Route is not null || drug.Description.Length == 0) return false;
        foreach (var word in drug.Description.AsSpan().Split(' '))
            if (PutOn.GetAlternateLookup<ReadOnlySpan<char>>().Contains(drug.Description.AsSpan(word))) return true;
        return false;
    }

    private static bool IsOral(DrugLine drug) => !drug.Match.IsNone && drug.Match.Products[0].IsOral;

    // Taxonomy codes that start with 3336 are pharmacies.
    private static bool IsPharmacy(Claim claim) => claim.Billing.Taxonomy.Bytes.StartsWith("3336"u8);
}
