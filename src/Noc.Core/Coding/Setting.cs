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
