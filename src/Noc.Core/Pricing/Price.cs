using Noc.Tables;

namespace Noc.Pricing;

/// <summary>By which method a line is priced.</summary>
public enum PriceMethod
{
    /// <summary>A payer's contract.</summary>
    Contract,

    /// <summary>Paid as part of another service: nothing apart.</summary>
    Packaged,

    /// <summary>Rate of hospital outpatient departments (OPPS Addendum B).</summary>
    OppsRate,

    /// <summary>The same, lowered for drugs bought under 340B.</summary>
    Opps340B,

    /// <summary>Medicare payment limit of the quarter.</summary>
    PaymentLimit,

    /// <summary>Medicare's price by name for drugs without a code.</summary>
    NocPriceFile,

    /// <summary>Percent of wholesale acquisition cost.</summary>
    Wac,

    /// <summary>Percent of average wholesale price.</summary>
    Awp,

    /// <summary>What the invoice says.</summary>
    Invoice,

    /// <summary>The lowest of acquisition cost with fee, upper limit and charge.</summary>
    MedicaidLowerOf,

    /// <summary>Physician fee schedule.</summary>
    FeeSchedule,
}

/// <summary>Something that a person should know about a price.</summary>
/// <param name="Id">A word that stays, such as <c>price-jump</c>.</param>
/// <param name="Text">What it is, in a sentence.</param>
public sealed record PriceFlag(string Id, string Text);

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

/// <summary>The expected payment of a line, or the reason there is none.</summary>
public abstract record Price
{
    private Price() { }   // closed: these two cases are all there are

    /// <summary>A price.</summary>
    /// <param name="Money">Allowed amount and how it falls on payer and patient.</param>
    /// <param name="Basis">Where it comes from.</param>
    public sealed record Priced(Settlement Money, PriceBasis Basis) : Price
    {
        /// <summary>What the drug of the line cost in US dollars; null where not known.</summary>
        public decimal? CostUsd { get; init; }

        /// <summary>What the provider keeps less what the drug cost; null where the cost is not known.</summary>
        public decimal? MarginUsd => CostUsd is { } cost ? Money.ProviderKeepsUsd - cost : null;
    }

    /// <summary>No price.</summary>
    /// <param name="Reason">Why not.</param>
    /// <param name="Remedy">What would price it.</param>
    public sealed record NotPriced(string Reason, string Remedy) : Price;
}
