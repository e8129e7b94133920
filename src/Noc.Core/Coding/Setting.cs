using Noc.Claims;
using Noc.Payers;

namespace Noc.Coding;

/// <summary>Where and under which payment system a drug was given, as far as codes depend on it.</summary>
public enum Setting
{
    /// <summary>Office and every other professional place of service.</summary>
    Office,

    /// <summary>Hospital outpatient department paid under OPPS (bill type 13x).</summary>
    Opps,

    /// <summary>Ambulatory surgical centre (place of service 24, bill type 83x).</summary>
    Asc,

    /// <summary>Dialysis facility (bill type 72x, place of service 65).</summary>
    Esrd,

    /// <summary>Through a supplier of durable medical equipment.</summary>
    Dme,

    /// <summary>Any other institutional bill, critical access hospitals among them.</summary>
    OtherInstitutional,

    /// <summary>Pharmacy.</summary>
    Pharmacy,
}

/// <summary>Tells the setting of a line.</summary>
public static class SettingOf
{
    /// <summary>The setting from bill type or place of service and payer.</summary>
    public static Setting Line(Claim claim, ServiceLine line, PayerPolicy policy) =>
        claim.Type is ClaimType.Institutional ? Bill(claim.BillType, policy.Program)
            : Place(claim.PlaceOfService(line), policy.Program);

    /// <summary>The setting of an institutional claim.</summary>
    public static Setting Bill(BillType type, PayerProgram program) =>
        program is PayerProgram.MedicareDme ? Setting.Dme
        : type == BillType.Outpatient ? Setting.Opps
        : type == BillType.SurgeryCentre ? Setting.Asc
        : type == BillType.Dialysis ? Setting.Esrd : Setting.OtherInstitutional;

    /// <summary>The setting of a professional claim.</summary>
    /// <param name="place">Place of service; empty where not known.</param>
    /// <param name="program">The payer's program.</param>
    public static Setting Place(ReadOnlySpan<char> place, PayerProgram program) =>
        program is PayerProgram.MedicareDme ? Setting.Dme : place switch
        {
            "24" => Setting.Asc,
            "65" => Setting.Esrd,
            "01" => Setting.Pharmacy,
            _ => Setting.Office,
        };

    /// <summary>The same of a claim's own bytes.</summary>
    private static Setting Place(Field place, PayerProgram program) =>
        Place(place.Bytes is { Length: 2 } bytes ? [(char)bytes[0], (char)bytes[1]] : "", program);
}
