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
        claim.Type is ClaimType.Institutional ? Bill(claim.FacilityCode.Bytes, policy)
            : Place(claim.PlaceOfService(line).Bytes, policy);

    /// <summary>The setting of an institutional claim.</summary>
    /// <param name="type">Bill type of two or three digits, with or without a zero in front.</param>
    /// <param name="policy">The payer.</param>
    public static Setting Bill(ReadOnlySpan<byte> type, PayerPolicy policy)
    {
        if (policy.Program is PayerProgram.MedicareDme) return Setting.Dme;
        if (type.Length >= 3 && type[0] == (byte)'0') type = type[1..];
        return type switch
        {
            [(byte)'1', (byte)'3', ..] => Setting.Opps,
            [(byte)'8', (byte)'3', ..] => Setting.Asc,
            [(byte)'7', (byte)'2', ..] => Setting.Esrd,
            _ => Setting.OtherInstitutional,
        };
    }

    /// <summary>The setting of a professional claim.</summary>
    /// <param name="place">Place of service.</param>
    /// <param name="policy">The payer.</param>
    public static Setting Place(ReadOnlySpan<byte> place, PayerPolicy policy) =>
        policy.Program is PayerProgram.MedicareDme ? Setting.Dme
        : place.SequenceEqual("24"u8) ? Setting.Asc : place.SequenceEqual("65"u8) ? Setting.Esrd
        : place.SequenceEqual("01"u8) ? Setting.Pharmacy : Setting.Office;
}
