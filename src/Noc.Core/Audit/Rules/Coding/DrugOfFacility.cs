using Noc.Claims;
using Noc.Coding;
using Noc.Payers;

namespace Noc.Audit.Rules.Coding;

/// <summary>COD012 drug-of-facility: a physician bills Medicare for a drug that was given in a hospital.</summary>
/// <remarks>
/// <para>Why it matters: a drug is paid to a physician only as an expense of the physician's own office; in a hospital,
/// on its campus or off it, the hospital buys and bills it. The line is denied.</para>
/// <para>What to do: leave the line out; the hospital bills the drug on its own claim. Where the drug was given in the
/// office, correct the place of service.</para>
/// <para>Source: Medicare Benefit Policy Manual, chapter 15, sections 50.3 and 60.1.</para>
/// <para>Silent when: the place of service is another than 19, 21, 22 and 23, the claim is institutional, the line was
/// free, bills a pump refill (KD) or a vaccine, or the payer is not original Medicare.</para>
/// </remarks>
public static class DrugOfFacility
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("COD012", "drug-of-facility", "coverage", Severity.Deny,
        "In a hospital Part B pays a drug to the hospital, not to the physician.", Sources.IncidentTo);

    /// <summary>Judges drug lines of professional claims.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (context.Policy.Program is not PayerProgram.Medicare || drug.Setting is not Setting.Office) return;
        if (context.Claim.Type is not ClaimType.Professional) return;
        if (drug.Line.HasTokenCharge || drug.Line.Has(Codes.KD)) return;
        // Vaccines have a benefit of their own, which knows no hospital's expense.
        if (drug.Line.Code.Series is '9') return;
        if (!drug.IsUnclassified && !context.Tables.IsProductCode(drug.Line.Code)) return;
        var place = context.Claim.PlaceOfService(drug.Line);
        if (!PlacesOfService.IsHospital(place)) return;
        findings.Add(Info, context, "2400/SV105",
            $"Place of service {place.Text} is a hospital: it buys and bills the drug, Part B does not pay it to a "
            + "physician.", place, new() { Text = "no line for the drug" },
            correction: new(CorrectionSafety.Advice, "leave the drug to the hospital's claim"));
    }
}
