namespace Noc.Claims;

/// <summary>What form the claim takes.</summary>
public enum ClaimType
{
    /// <summary>837P, CMS-1500.</summary>
    Professional,

    /// <summary>837I, UB-04.</summary>
    Institutional,
}
