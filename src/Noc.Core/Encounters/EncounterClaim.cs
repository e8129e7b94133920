using Noc.Claims;

namespace Noc.Encounters;

/// <summary>How an encounter is billed.</summary>
public sealed record EncounterClaim
{
    /// <summary>The kind of claim; null where not known.</summary>
    public ClaimType? Type { get; init; }

    /// <summary>Two digits, professional claims; empty where not known.</summary>
    public string PlaceOfService { get; init; } = "";

    /// <summary>Two or three digits, institutional claims, such as 13 or 131; empty where not known.</summary>
    public string BillType { get; init; } = "";

    /// <summary>Patient account number, CLM01; empty where not known.</summary>
    public string PatientAccount { get; init; } = "";

    /// <summary>Day on which the claim was sent; null where it was not.</summary>
    public DateOnly? SentOn { get; init; }

    /// <summary>The payer's number of the claim that this one replaces; empty for a first claim.</summary>
    public string OriginalClaim { get; init; } = "";
}
