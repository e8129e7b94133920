namespace Noc.Claims;

/// <summary>How large a claim may be. Source: X12 837 guides, repetitions of loop 2400.</summary>
internal static class ClaimSize
{
    /// <summary>The most service lines of a claim.</summary>
    public static int MostLines(ClaimType type) => type is ClaimType.Institutional ? 999 : 50;
}
