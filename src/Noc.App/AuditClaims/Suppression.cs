using Noc.Audit;

namespace Noc.App.AuditClaims;

/// <summary>A finding, or all findings of a rule, that a person took responsibility for until a day.</summary>
public sealed class Suppression
{
    private long _count;

    /// <summary>Which entry of the file, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Id of a finding; empty where a rule is named.</summary>
    public string Finding { get; init; } = "";

    /// <summary>Id of a rule; empty where a finding is named.</summary>
    public string Rule { get; init; } = "";

    /// <summary>Patient account number (CLM01) that a rule is limited to; empty for all claims.</summary>
    public string Claim { get; init; } = "";

    /// <summary>Why, and who says so; never empty.</summary>
    public required string Reason { get; init; }

    /// <summary>The last day on which it counts.</summary>
    public required DateOnly Expires { get; init; }

    /// <summary>How many findings it suppressed so far, or would have before it expired.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>What it names, for people.</summary>
    public string Target => Finding.Length > 0 ? $"finding {Finding}"
        : Claim.Length > 0 ? $"rule {Rule} on claim {Claim}" : $"rule {Rule}";

    /// <summary>What became of it.</summary>
    /// <param name="asOf">The day the audit is made for.</param>
    public SuppressionState StateOn(DateOnly asOf) => Expires < asOf ? SuppressionState.Expired
        : Count > 0 ? SuppressionState.Used : SuppressionState.Unmatched;

    internal bool Fits(Finding finding, string account) => Finding.Length > 0 ? Finding == finding.Id
        : Rule == finding.Rule.Id && (Claim.Length == 0 || Claim == account);

    internal void Hit() => Interlocked.Increment(ref _count);
}
