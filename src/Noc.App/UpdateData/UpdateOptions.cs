namespace Noc.App.UpdateData;

/// <summary>What <c>noc data update</c> is asked to do.</summary>
public sealed record UpdateOptions
{
    /// <summary>The data folder.</summary>
    public required string Folder { get; init; }

    /// <summary>A server with the paths of the agencies; null to ask the agencies.</summary>
    public Uri? From { get; init; }

    /// <summary>True to look only.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Sources or datasets by name; empty for all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Where agencies publish.</summary>
    public AgencyPages Pages { get; init; } = AgencyPages.Load();

    /// <summary>How far downloads go.</summary>
    public DownloadLimits Limits { get; init; } = new();

    /// <summary>Measures waiting.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
