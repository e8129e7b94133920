namespace Noc.Coding;

/// <summary>Where hospitals bill CAR-T cells.</summary>
/// <remarks>Source: CMS, MLN Matters SE19009 (revenue codes of the NUBC for claims from 2019-04-01 on): the product
/// under 0891; collecting, preparing and receiving the cells under 0871 to 0873, which Medicare does not pay apart;
/// the infusion under 0874.</remarks>
public static class CellTherapies
{
    /// <summary>First day of the revenue codes.</summary>
    public static readonly DateOnly RevenueFrom = new(2019, 4, 1);

    /// <summary>Revenue code of the product.</summary>
    public const string DrugRevenue = "0891";
}
