using Noc.Payers;
using Noc.Pricing;

namespace Noc.App.PriceLines;

/// <summary>What <c>noc price</c> was asked for. Null and empty where left out.</summary>
public sealed record PriceOptions
{
    /// <summary>Codes, NDCs and files, as typed.</summary>
    public required IReadOnlyList<string> Texts { get; init; }

    /// <summary>The line by options; code and NDC come from <see cref="Texts"/>.</summary>
    public required PriceLine Line { get; init; }

    /// <summary>True where units were told; else a quantity of the NDC tells them.</summary>
    public bool HasUnits { get; init; } = true;

    /// <summary>Payer as typed: a program, an id or a name.</summary>
    public string Payer { get; init; } = "medicare";

    /// <summary>What the user brings: contracts, lists, invoices.</summary>
    public PriceSources Sources { get; init; } = new();

    /// <summary>How it is written.</summary>
    public PriceFormat Format { get; init; }

    /// <summary>True to colour text.</summary>
    public bool IsColored { get; init; }
}

/// <summary>A line with its price.</summary>
/// <param name="File">The file it came from; empty for a line by options.</param>
/// <param name="Claim">Number of claim or encounter; empty without.</param>
/// <param name="Number">Number of the line, from 1.</param>
/// <param name="Line">What was priced.</param>
/// <param name="Price">What came out.</param>
internal sealed record PricedLine(string File, string Claim, int Number, PriceLine Line, Price Price)
{
    /// <summary>The purchase that it was matched with; null without.</summary>
    public InvoiceMatch? Invoice { get; init; }

    /// <summary>What should be known beside the price.</summary>
    public IReadOnlyList<PriceFlag> Notes { get; init; } = [];
}

/// <summary>A line before it is priced.</summary>
/// <param name="File">The file it came from; empty for a line by options.</param>
/// <param name="Claim">Number of claim or encounter; empty without.</param>
/// <param name="Number">Number of the line, from 1.</param>
/// <param name="Line">What is to be priced.</param>
internal sealed record LineToPrice(string File, string Claim, int Number, PriceLine Line)
{
    /// <summary>Lots of the containers opened; empty where not known.</summary>
    public IReadOnlyList<string> Lots { get; init; } = [];

    /// <summary>Containers opened; null where not known.</summary>
    public decimal? Containers { get; init; }

    /// <summary>Purchases that came with the encounter.</summary>
    public IReadOnlyList<Encounters.InvoiceLine> Invoices { get; init; } = [];

    /// <summary>What the payer wants; null where not known.</summary>
    public EffectivePolicy? Wants { get; init; }

    /// <summary>Why it has no price, whatever tables say; null where it may have one.</summary>
    public Price.NotPriced? Refusal { get; init; }

    /// <summary>What is known to be open about the line.</summary>
    public IReadOnlyList<PriceFlag> Notes { get; init; } = [];
}
