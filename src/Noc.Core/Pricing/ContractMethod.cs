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
