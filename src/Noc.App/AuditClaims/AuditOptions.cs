namespace Noc.App.AuditClaims;

/// <summary>What the user asked of an audit.</summary>
public sealed record AuditOptions
{
    /// <summary>Files, folders, or <c>-</c> for standard input.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>The file that gets the report, so that a folder does not take it for input; null for none.</summary>
    public string? ReportPath { get; init; }

    /// <summary>How the report is written.</summary>
    public ReportFormat Format { get; init; }

    /// <summary>The lowest severity that makes the exit code 1; null for never.</summary>
    public Severity? FailOn { get; init; } = Severity.Deny;

    /// <summary>Findings below this are left out of the report.</summary>
    public Severity MinSeverity { get; init; } = Severity.Info;

    /// <summary>The day the audit is made for; printed on the report.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The day on which the claims are sent, by which filing windows are judged; null where nobody named
    /// it.</summary>
    public DateOnly? SentOn { get; init; }

    /// <summary>Worker threads; at least one.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>True to list every claim, those without findings too.</summary>
    public bool All { get; init; }

    /// <summary>Files and folders of encounters; empty for an audit without evidence.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>True to print the necessity statement of each line with evidence.</summary>
    public bool Statement { get; init; }

    /// <summary>Findings that a person took responsibility for; null where no file names any.</summary>
    public SuppressionList? Suppressions { get; init; }

    /// <summary>True to colour text.</summary>
    public bool Color { get; init; }
}
