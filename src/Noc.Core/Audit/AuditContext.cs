using Noc.Audit.Evidence;
using Noc.Coding;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit;

/// <summary>What an audit needs beside the claims: gathered once, then only read.</summary>
/// <param name="Tables">Reference facts.</param>
/// <param name="Policies">What payers want.</param>
public sealed record AuditContext(ReferenceTables Tables, PolicySet Policies)
{
    /// <summary>Finds the policy of each claim.</summary>
    public PayerResolver Payers { get; } = new(Tables, Policies);

    /// <summary>Drugs that only the FDA directory names.</summary>
    public DirectoryNames DirectoryNames { get; } = new(Tables.Image);

    /// <summary>What payers are expected to pay.</summary>
    public ExpectedPay Pay { get; } = new(Tables);

    /// <summary>The encounters behind the claims; null where none are at hand.</summary>
    public EvidenceIndex? Evidence { get; init; }

    /// <summary>The day for which claims are judged; null where no rule shall ask for it.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>True where the provider is in the payer's network, false where not; null where nobody said.</summary>
    public bool? IsInNetwork { get; init; }

    /// <summary>True for claims that go on paper: what payers take on paper only is right then.</summary>
    public bool IsPaper { get; init; }

    /// <summary>The day on which claims are sent, where somebody named it; null else: then nothing is late.</summary>
    public DateOnly? Sent { get; init; }
}
