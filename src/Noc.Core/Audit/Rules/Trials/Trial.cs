using Noc.Claims;

namespace Noc.Audit.Rules.Trials;

/// <summary>What a claim says of a clinical trial.</summary>
internal static class Trial
{
    /// <summary>True where a modifier says that the line belongs to a trial.</summary>
    public static bool IsIn(ServiceLine line) => line.Has(Codes.Q0) || line.Has(Codes.Q1);

    /// <summary>True where a line of the claim says it.</summary>
    public static bool IsIn(Claim claim)
    {
        for (var i = 0; i < claim.Lines.Count; i++)
            if (claim.Lines[i].Modifiers.Count > 0 && IsIn(claim.Lines[i])) return true;
        return false;
    }
}
