
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
