using Noc.X12;

namespace Noc.App.AuditClaims;

/// <summary>What is said of a file behind its claims.</summary>
internal sealed class FileReport
{
    public required string Path { get; init; }

    public required AuditCounts Counts { get; init; }

    public required IReadOnlyList<X12Problem> Problems { get; init; }

    /// <summary>Lower-case hex of the SHA-256 of the file's bytes; empty where it could not be read.</summary>
    public required string Sha256 { get; init; }

    /// <summary>True where the file could not be read, or may have lost a claim.</summary>
    public bool IsBad => Problems.Any(problem => problem.Severity >= ProblemSeverity.Error);
}

/// <summary>Writes a report as it goes. Claims are rendered by workers, everything else by one thread in
/// order.</summary>
internal abstract class ReportWriter : IDisposable
{
    /// <summary>What the evidence tells beside the claims; null without evidence. Set before the end.</summary>
    public EvidenceSummary? Evidence { get; set; }

    /// <summary>Gets sums by payer, drug and cause, added in the order of the claims; null where the report shows
    /// none.</summary>
    public virtual PracticeTally? Tally => null;

    /// <summary>Whether the report names the SHA-256 of each file; taking it costs time.</summary>
    public virtual bool NamesHashes => true;

    /// <summary>Renders one claim into a worker's buffer. Called from many threads.</summary>
    public abstract void Render(ClaimAuditView view, System.Buffers.ArrayBufferWriter<byte> output);

    public abstract void Start();

    public abstract void StartFile(string path);

    /// <summary>Writes claims rendered before.</summary>
    public abstract void WriteClaims(ReadOnlySpan<byte> rendered);

    public abstract void EndFile(FileReport file);

    public abstract void End(AuditCounts totals, int files);

    /// <summary>Lets go of what the report kept aside.</summary>
    public virtual void Dispose()
    {
    }
}

/// <summary>A claim to be rendered with the findings that the user wants to see.</summary>
internal readonly record struct ClaimAuditView(
    Noc.Audit.ClaimAudit Audit, IReadOnlyList<Noc.Audit.Finding> Findings, string Path, AuditOptions Options)
{
    /// <summary>Findings set apart, each with the entry that says so.</summary>
    public IEnumerable<(Noc.Audit.Finding Finding, Suppression By)> Suppressed()
    {
        if (Options.Suppressions is not { } list) yield break;
        var account = Audit.Claim.AccountNumber.Text;
        foreach (var finding in Audit.Suppressed)
            if (list.Of(finding, account, Options.AsOf) is { } entry) yield return (finding, entry);
    }
}
