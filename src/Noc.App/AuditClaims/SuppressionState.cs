namespace Noc.App.AuditClaims;

/// <summary>What became of an entry of a suppression file.</summary>
public enum SuppressionState
{
    /// <summary>It suppressed findings.</summary>
    Used,

    /// <summary>No finding fits it: the claim was mended, or the id is wrong.</summary>
    Unmatched,

    /// <summary>Its last day has passed: its findings count again.</summary>
    Expired,
}
