namespace Noc.App.AuditClaims;

/// <summary>How an audit is written out.</summary>
public enum ReportFormat
{
    /// <summary>For people, in 80 columns.</summary>
    Text,

    /// <summary>One JSON object (schema noc.audit/1).</summary>
    Json,

    /// <summary>One JSON object a claim.</summary>
    Ndjson,

    /// <summary>One row a finding.</summary>
    Csv,

    /// <summary>One page for the owner of a practice.</summary>
    Html,

    /// <summary>SARIF 2.1.0, for tools that show findings of scanners.</summary>
    Sarif,
}
