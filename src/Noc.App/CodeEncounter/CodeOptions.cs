using Noc.App.PayerRules;
using Noc.App.PriceLines;
using Noc.Pricing;

namespace Noc.App.CodeEncounter;

/// <summary>What <c>noc code</c> was asked for.</summary>
public sealed record CodeOptions
{
    /// <summary>Files of encounters; - for standard input.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>How the answer is written.</summary>
    public CodeFormat Format { get; init; }

    /// <summary>CSV of code and charge for one unit; empty for none.</summary>
    public string Charges { get; init; } = "";

    /// <summary>True to leave the audit of the coded claims out.</summary>
    public bool SkipsAudit { get; init; }

    /// <summary>Contracts, lists and invoices that prices rest on.</summary>
    public PriceSources Sources { get; init; } = new();

    /// <summary>What prices of all lines have in common: deductible, coinsurance, ZIP code where the encounter tells
    /// none.</summary>
    public PriceLine Frame { get; init; } = new() { Day = default };

    /// <summary>Policies over the shipped ones.</summary>
    public required PolicySource Policies { get; init; }

    /// <summary>True where the output takes colour.</summary>
    public bool IsColored { get; init; }
}
