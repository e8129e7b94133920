using Noc.Drugs;
using Noc.Tables;

namespace Noc.Pricing;

/// <summary>What a contract term counts by.</summary>
public enum ContractMethod
{
    /// <summary>Percent of the Medicare payment limit.</summary>
    PercentOfLimit,

    /// <summary>Percent of wholesale acquisition cost.</summary>
    PercentOfWac,

    /// <summary>Percent of average wholesale price.</summary>
    PercentOfAwp,

    /// <summary>Percent of the charge.</summary>
    PercentOfCharge,

    /// <summary>Percent of the Medicare fee schedule.</summary>
    PercentOfFeeSchedule,

    /// <summary>The invoice with a percentage and a fee on top.</summary>
    InvoicePlus,

    /// <summary>A list of fees.</summary>
    Fee,
}

/// <summary>One term of a contract: for some codes and settings, by one method.</summary>
public sealed record ContractTerm
{
    /// <summary>Codes, starts of codes with <c>*</c>, or the classes <c>unclassified</c>, <c>drugs</c> and
    /// <c>procedures</c>; empty for all.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>Payment systems; empty for all.</summary>
    public IReadOnlyList<PaySystem> Systems { get; init; } = [];

    /// <summary>The days; without ends where none are told.</summary>
    public Days Days { get; init; }

    /// <summary>The method.</summary>
    public required ContractMethod Method { get; init; }

    /// <summary>Percent of what the method counts by; for an invoice what is added, such as 8.</summary>
    public decimal Percent { get; init; } = 100;

    /// <summary>US dollars on top of a line.</summary>
    public decimal PlusUsd { get; init; }

    /// <summary>The least for a line in US dollars; null for none.</summary>
    public decimal? FloorUsd { get; init; }

    /// <summary>The most for a line in US dollars; null for none.</summary>
    public decimal? CapUsd { get; init; }

    /// <summary>US dollars a unit by code, of fee lists.</summary>
    public IReadOnlyDictionary<HcpcsCode, decimal> Fees { get; init; } = new Dictionary<HcpcsCode, decimal>();

    /// <summary>File and line where the term stands, for people.</summary>
    public string Place { get; init; } = "";

    /// <summary>Whether the term speaks for a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isUnclassified">True where its code leaves the drug open.</param>
    /// <param name="isProcedure">True where its code is no drug.</param>
    public bool Includes(PriceLine line, bool isUnclassified, bool isProcedure)
    {
        if (!Days.Include(line.Day) || (Systems.Count > 0 && !Systems.Contains(line.System))) return false;
        if (Method is ContractMethod.Fee && !Fees.ContainsKey(line.Code)) return false;
        if (Codes.Count == 0) return true;
        foreach (var word in Codes)
            if (word switch
            {
                "unclassified" => isUnclassified,
                "drugs" => !isProcedure,
                "procedures" => isProcedure,
                [.. var start, '*'] => line.Code.Value.StartsWith(start, StringComparison.Ordinal),
                _ => line.Code.Value == word,
            }) return true;
        return false;
    }
}

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
