using System.Globalization;
using Noc.Claims;
using Noc.Coding;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit;

/// <summary>Claims and lines as payer policies see them.</summary>
internal static class Subjects
{
    private static readonly string[] Places =
        [.. Enumerable.Range(0, 100).Select(number => number.ToString("00", CultureInfo.InvariantCulture))];

    /// <summary>A claim without a line.</summary>
    public static PolicySubject Of(Claim claim, PayerPolicy payer) => new()
    {
        IsInstitutional = claim.Type is ClaimType.Institutional,
        IsSecondary = claim.IsSecondary,
        Place = PlaceOf(claim.FacilityCode),
        State = payer.State,
        Jurisdiction = payer.Jurisdiction,
        ChargeUsd = claim.ChargeUsd,
        Day = claim.Lines.Count > 0 ? claim.Lines[0].ServiceDate : null,
        Situation = SituationOf(claim, payer),
    };

    /// <summary>A drug line.</summary>
    public static PolicySubject Of(Claim claim, PayerPolicy payer, DrugLine drug) => new()
    {
        Code = drug.Line.Code,
        IsUnclassified = drug.IsUnclassified,
        IsInstitutional = claim.Type is ClaimType.Institutional,
        IsSecondary = claim.IsSecondary,
        Place = PlaceOf(claim.Type is ClaimType.Institutional ? claim.FacilityCode : claim.PlaceOfService(drug.Line)),
        State = payer.State,
        Jurisdiction = payer.Jurisdiction,
        Day = drug.Day,
        ChargeUsd = drug.Line.ChargeUsd,
        Drugs = drug.Match.IsNone ? [] : drug.Match.Products[0].Names,
        Situation = SituationOf(drug) | SituationOf(claim, payer) | SituationOf(claim, drug),
    };

    /// <summary>A drug line with what the record of the visit adds.</summary>
    public static PolicySubject WithRecord(DrugLine drug)
    {
        if (drug.Evidence is not { IsSure: true, Given.Count: > 0 } evidence) return drug.Subject;
        var (isFree, isDiscounted) = (true, true);
        foreach (var given in evidence.Given)
        {
            isFree &= given.IsFree;
            isDiscounted &= given.IsDiscounted340B;
        }
        return drug.Subject with
        {
            Situation = drug.Subject.Situation | (isFree ? Situation.Free : Situation.None)
                | (isDiscounted ? Situation.Discounted340B : Situation.None),
        };
    }

    private static Situation SituationOf(Claim claim, PayerPolicy payer) =>
        payer.Program is PayerProgram.MedicareAdvantage ? Situation.MedicareAdvantage
        : !payer.IsMedicare && claim.IsSecondary && IsAfterMedicare(claim) ? Situation.Crossover : Situation.None;

    // Original Medicare stands among the other payers: the claim crosses over to Medicaid or a supplement.
    private static bool IsAfterMedicare(Claim claim)
    {
        for (var i = 0; i < claim.OtherPayers.Count; i++)
        {
            var filing = claim.OtherPayers[i].FilingIndicator;
            if (filing.Is("MB"u8) || filing.Is("MA"u8)) return true;
        }
        return false;
    }

    // Refilling an implanted pump has procedure codes of its own; NUCC gives specialty pharmacies one taxonomy code.
    private static Situation SituationOf(Claim claim, DrugLine drug)
    {
        var situation = IsSpecialtyPharmacy(claim) ? Situation.SpecialtyPharmacy : Situation.None;
        if (IsHomeInfusion(claim)) situation |= Situation.HomeInfusion;
        if (drug.IsUnclassified && IsNew(drug)) situation |= Situation.NewDrug;
        if (!drug.IsUnclassified || !(drug.IsCompound || drug.Route is "IT")) return situation;
        for (var i = 0; i < claim.Lines.Count; i++)
        {
            var code = claim.Lines[i].Code;
            if ((code.Series is '6' && code.Number is 2369 or 2370)
                || (code.Series is '9' && code.Number is 5990 or 5991))
                return situation | Situation.ImplantedPump;
        }
        return situation;
    }

    // NUCC: a specialty pharmacy, or a suite that infuses what such a one supplies.
    private static bool IsSpecialtyPharmacy(Claim claim) =>
        claim.Billing.Taxonomy.Is("3336S0011X"u8) || claim.Billing.Taxonomy.Is("261QI0500X"u8);

    // NUCC: a home infusion agency or pharmacy bills. Its drugs are given at home.
    private static bool IsHomeInfusion(Claim claim) =>
        claim.Billing.Taxonomy.Is("251F00000X"u8) || claim.Billing.Taxonomy.Is("3336H0001X"u8);

    // Approved within a year before the service, by a date that was checked, and still without a code.
    private static bool IsNew(DrugLine drug) => drug.Day is { } day
        && drug.Match is { IsNone: false, Products: [{ IsApprovalVerified: true, Approved: { } approved }] }
        && approved <= day && day < approved.AddYears(1);

    private static Situation SituationOf(DrugLine drug)
    {
        var situation = Situation.None;
        if (drug.IsCompound || drug.IsMadeByPharmacy) situation |= Situation.Compounded;
        if (drug.Line.Has(Codes.KD)) situation |= Situation.ImplantedPump;
        if (drug.Line.Code == Codes.J7799) situation |= Situation.ExternalPump;
        if (drug.Line.Code == Codes.J7699) situation |= Situation.Nebulizer;
        if (drug.IsWaste) situation |= Situation.Waste;
        if (drug.Line.Has(Codes.JZ)) situation |= Situation.NoWaste;
        if (drug.Line.HasTokenCharge) situation |= Situation.Free;
        situation |= drug.Route switch
        {
            "IVT" => Situation.Intravitreal,
            "PO" => Situation.Oral,
            _ => Situation.None,
        };
        // A supplier of equipment gives a drug through it: a nebuliser where it is inhaled, else a pump.
        if (drug.Setting is Setting.Dme && Codes.IsCore(drug.Line.Code) && drug.Route is not (null or "PO" or "TOP"))
            situation |= drug.Route is "INH" ? Situation.Nebulizer : Situation.ExternalPump;
        return drug.Match.IsNone || drug.Match.Products.Count != 1 ? situation
            : situation | SituationOf(drug.Match.Products[0]);
    }

    private static Situation SituationOf(Product product) =>
        (product.IsBiologic is true ? Situation.Biologic : Situation.None)
        | (product.IsAntineoplastic is true ? Situation.Antineoplastic : Situation.None)
        | (product.Container is ContainerKind.SingleDose ? Situation.SingleDose : Situation.None)
        | (product.Container is ContainerKind.MultiDose ? Situation.MultiDose : Situation.None)
        | (product.IsCompounded ? Situation.Compounded : Situation.None);

    private static string PlaceOf(Field code) => code.Bytes is [var tens and >= (byte)'0' and <= (byte)'9',
        var ones and >= (byte)'0' and <= (byte)'9'] ? Places[((tens - '0') * 10) + ones - '0'] : "";
}
