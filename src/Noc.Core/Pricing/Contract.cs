using Noc.Tables;

namespace Noc.Pricing;

/// <summary>What a payer agreed to pay.</summary>
public sealed record Contract
{
    /// <summary>A name, small letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>Policy ids or names of the payers that it binds.</summary>
    public required IReadOnlyList<string> Payers { get; init; }

    /// <summary>First and last date of service.</summary>
    public Days Days { get; init; }

    /// <summary>The patient's coinsurance in percent; null where the plan of each patient tells.</summary>
    public decimal? CoinsurancePercent { get; init; }

    /// <summary>True where never more than the charge is paid.</summary>
    public bool IsLesserOfCharge { get; init; } = true;

    /// <summary>The terms; the first that speaks for a line counts.</summary>
    public required IReadOnlyList<ContractTerm> Terms { get; init; }

    /// <summary>Whether it binds the payer of a line on its day.</summary>
    public bool Binds(PriceLine line) => Days.Include(line.Day) && Payers.Any(payer =>
        payer == line.Payer || PayerDirectory.Plain(payer) == PayerDirectory.Plain(line.PayerName));
}
