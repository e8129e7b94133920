using Noc.Drugs;

namespace Noc.Payers;

/// <summary>The claim line that a policy is asked about.</summary>
public readonly record struct PolicySubject
{
    /// <summary>The procedure code.</summary>
    public HcpcsCode Code { get; init; }

    /// <summary>True where the code leaves the drug open.</summary>
    public bool IsUnclassified { get; init; }

    /// <summary>True for an institutional claim.</summary>
    public bool IsInstitutional { get; init; }

    /// <summary>True for a claim on paper.</summary>
    public bool IsPaper { get; init; }

    /// <summary>True where another payer paid first.</summary>
    public bool IsSecondary { get; init; }

    /// <summary>Place of service, or the first digits of the bill type; empty where not known.</summary>
    public string Place { get; init; }

    /// <summary>Two letters of the state of service; empty where not known.</summary>
    public string State { get; init; }

    /// <summary>Medicare jurisdiction, such as JE; empty where not known.</summary>
    public string Jurisdiction { get; init; }

    /// <summary>Date of service; null where not known: then dates do not matter.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Date of receipt; null where not known.</summary>
    public DateOnly? Received { get; init; }

    /// <summary>US dollars charged; null where not known.</summary>
    public decimal? ChargeUsd { get; init; }

    /// <summary>Names of the drug, lower case: brands and ingredient.</summary>
    public Items<string> Drugs { get; init; }

    /// <summary>What is known of the line.</summary>
    public Situation Situation { get; init; }
}
