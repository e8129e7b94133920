using Noc.Drugs;
using Noc.Tables;

namespace Noc.Pricing;

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
