namespace Noc.App.TallyRvus;

/// <summary>What <c>noc rvu</c> was asked for.</summary>
public sealed record RvuOptions
{
    /// <summary>CSV logs, 837 files and files of encounters.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Last day that counts as past.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>text, json or csv.</summary>
    public string Format { get; init; } = "text";

    /// <summary>Work units a year for each provider; null for none.</summary>
    public decimal? Goal { get; init; }

    /// <summary>US dollars for a work unit; null for none.</summary>
    public decimal? RateUsd { get; init; }

    /// <summary>Procedures that are added for a trial, as CODE=UNITS.</summary>
    public IReadOnlyList<string> WhatIf { get; init; } = [];

    /// <summary>CSV of percentile and work units; empty for none.</summary>
    public string Percentiles { get; init; } = "";

    /// <summary>CSV of modifier and factor; empty for the common ones.</summary>
    public string Factors { get; init; } = "";
}
