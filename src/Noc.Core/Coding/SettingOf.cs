using Noc.Claims;
using Noc.Payers;

namespace Noc.Coding;

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
