using Noc.Claims;

namespace Noc.Audit.Rules.Trials;

/// <summary>What a claim says of a clinical trial.</summary>
internal static class Trial
{
    /// <summary>True where a modifier says that the line belongs to a trial.</summary>
    public static bool IsIn(ServiceLine line) => line.Has(Codes.Q0) || line.Has(Codes.Q1);

    /// <summary>True where REF*P4 holds the eight digits of a trial.</summary>
    public static bool IsNamed(Claim claim)
    {
        var number = claim.Reference("P4"u8).Bytes;
        return number.Length == 8 && number.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
    }

    /// <summary>True where a line of the claim says it.</summary>
    public static bool IsIn(Claim claim)
    {
        for (var i = 0; i < claim.Lines.Count; i++)
            if (claim.Lines[i].Modifiers.Count > 0 && IsIn(claim.Lines[i])) return true;
        return false;
    }
}
