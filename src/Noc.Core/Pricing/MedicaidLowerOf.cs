namespace Noc.Pricing;

/// <summary>Medicaid's price of a drug: the lowest of what it is known to cost with a fee, an upper limit and the usual
/// charge.</summary>
/// <remarks>Source: 42 CFR 447.512 and 447.518; CMS-2345-FC (81 FR 5169). States set the fee and differ on drugs that
/// physicians give.</remarks>
/// <param name="IngredientUsd">Acquisition cost of the quantity, in cents.</param>
/// <param name="FeeUsd">The professional fee.</param>
/// <param name="UpperLimitUsd">Federal upper limit of the quantity, with the fee; null for none.</param>
/// <param name="UsualUsd">Usual and customary charge; null where not known.</param>
/// <param name="CeilingUsd">340B ceiling price of the quantity, with the fee; null where it does not apply.</param>
public readonly record struct MedicaidLowerOf(
    decimal IngredientUsd, decimal FeeUsd, decimal? UpperLimitUsd, decimal? UsualUsd, decimal? CeilingUsd)
{
    /// <summary>Reckons the parts.</summary>
    /// <param name="unitUsd">Acquisition cost a unit, such as NADAC.</param>
    /// <param name="quantity">NDC quantity in the same unit.</param>
    /// <param name="feeUsd">Professional fee; zero where the state pays none for the drug.</param>
    /// <param name="upperUnitUsd">Federal upper limit a unit; null for none.</param>
    /// <param name="usualUsd">Usual and customary charge; null where not known.</param>
    /// <param name="ceilingUnitUsd">340B ceiling price a unit; null where it does not apply.</param>
    public static MedicaidLowerOf Of(decimal unitUsd, decimal quantity, decimal feeUsd, decimal? upperUnitUsd = null,
        decimal? usualUsd = null, decimal? ceilingUnitUsd = null) => new(
            Rounding.Cents(unitUsd * quantity), Rounding.Cents(feeUsd),
            upperUnitUsd is { } upper ? Rounding.Cents(upper * quantity) + Rounding.Cents(feeUsd) : null,
            usualUsd is { } usual ? Rounding.Cents(usual) : null,
            ceilingUnitUsd is { } ceiling ? Rounding.Cents(ceiling * quantity) + Rounding.Cents(feeUsd) : null);

    /// <summary>Acquisition cost with the fee.</summary>
    public decimal CostWithFeeUsd => IngredientUsd + FeeUsd;

    /// <summary>The lowest.</summary>
    public decimal AllowedUsd
    {
        get
        {
            var lowest = CostWithFeeUsd;
            if (UpperLimitUsd is { } upper) lowest = Math.Min(lowest, upper);
            if (UsualUsd is { } usual) lowest = Math.Min(lowest, usual);
            return CeilingUsd is { } ceiling ? Math.Min(lowest, ceiling) : lowest;
        }
    }
}
