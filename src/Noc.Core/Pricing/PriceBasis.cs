using Noc.Tables;

namespace Noc.Pricing;

/// <summary>Where a price comes from and how it was reckoned.</summary>
public sealed record PriceBasis
{
    /// <summary>The method.</summary>
    public required PriceMethod Method { get; init; }

    /// <summary>The method with its number, such as "WAC + 3%" or the contract's id.</summary>
    public required string Label { get; init; }

    /// <summary>Name of the state of the tables.</summary>
    public required string Tables { get; init; }

    /// <summary>Quarter of the date of service, such as 2026Q2.</summary>
    public required string Quarter { get; init; }

    /// <summary>Rows of tables and lists that were used, each with its dates.</summary>
    public IReadOnlyList<string> Rows { get; init; } = [];

    /// <summary>The arithmetic, line by line.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>What a person should look at.</summary>
    public IReadOnlyList<PriceFlag> Flags { get; init; } = [];

    /// <summary>What to do for a better price; empty for nothing.</summary>
    public string Advice { get; init; } = "";

    /// <summary>Document and section of the method.</summary>
    public required Source Source { get; init; }
}
