using Noc.Drugs;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>Turns NDC quantities into units of a code and back, by the package of the crosswalk.</summary>
/// <remarks>A package size other than 1 is in millilitres or grams; 1 stands for one container, or for a millilitre,
/// which is then the same. Source: CMS, ASP NDC-HCPCS crosswalk.</remarks>
public static class NdcUnits
{
    // No quantity is larger; what is larger is a number that was misread.
    private const decimal Largest = 1_000_000_000m;

    /// <summary>Units of the code in a quantity of the NDC, not rounded; null where the package does not
    /// tell.</summary>
    /// <param name="row">The line of the crosswalk.</param>
    /// <param name="quantity">CTP04.</param>
    /// <param name="unit">CTP05-1.</param>
    public static decimal? OfQuantity(in NdcCodeRecord row, decimal? quantity, ReadOnlySpan<byte> unit)
    {
        if (quantity is not (> 0 and <= Largest)) return null;
        return PerUnit(row, unit) is { } per ? quantity.Value * per : null;
    }

    /// <summary>Quantity of the NDC for so many units of the code, to three decimals; null where the package does not
    /// tell.</summary>
    public static decimal? QuantityOf(in NdcCodeRecord row, decimal units, ReadOnlySpan<byte> unit) =>
        units is > 0 and <= Largest && PerUnit(row, unit) is { } per and > 0
            ? Rounding.Amount(units / per) : null;

    /// <summary>Quantity of the NDC for a dose, to three decimals; null where the measures do not fit.</summary>
    /// <param name="dose">The dose, such as 75 MG.</param>
    /// <param name="per">The drug in one millilitre, gram or container.</param>
    public static decimal? QuantityOf(Amount dose, Amount per) =>
        !per.IsNone && per.Value > 0 && dose.In(per.Unit) is > 0 and <= Largest and { } amount
            ? Rounding.Amount(amount / per.Value) : null;

    /// <summary>The drug in one of a unit of measure, by directory or crosswalk; none where they do not tell.</summary>
    /// <param name="facts">What the tables say of the NDC.</param>
    /// <param name="unit">Container or millilitre; others give none.</param>
    public static Amount In(NdcFacts facts, NdcUnit unit)
    {
        var isEach = unit is NdcUnit.Each;
        if (!isEach && unit is not NdcUnit.Millilitre) return default;
        var amount = isEach ? facts.ItemDose : facts.Strength.IsPerItem ? default : facts.Strength.In(new(1, "ML"));
        if (!amount.IsNone && amount.Value > 0) return amount;
        var (dose, units, size) = facts.Codes is [var code, ..] ? (code.Unit.Dose, code.UnitsPerItem, code.PackageSize)
            : facts.NocPrices is [var price, ..] ? (price.Dose, price.UnitsPerItem, price.PackageSize) : default;
        return In(dose, units, size, isEach);
    }

    /// <summary>The same, also where only another quarter of the crosswalk tells what the package holds.</summary>
    /// <param name="facts">What the tables say of the NDC.</param>
    /// <param name="unit">Container or millilitre; others give none.</param>
    public static Amount InPackage(NdcFacts facts, NdcUnit unit)
    {
        if (In(facts, unit) is { IsNone: false } known) return known;
        return unit is NdcUnit.Each or NdcUnit.Millilitre && facts.NewestCode is { } code
            ? In(code.Unit.Dose, code.UnitsPerItem, code.PackageSize, unit is NdcUnit.Each) : default;
    }

    private static Amount In(Amount dose, decimal? units, decimal? size, bool isEach)
    {
        if (dose.IsNone || units is not { } each) return default;
        if (isEach) return new(dose.Value * each, dose.Unit);
        return size is > 0 and not 1 ? new(dose.Value * each / size.Value, dose.Unit) : default;
    }

    /// <summary>One unit of the code as the crosswalk prints it; none where the text is no single amount.</summary>
    public static Amount UnitOf(ReferenceTables tables, in NdcCodeRecord row) =>
        CodeUnitText.Parse(tables.Image.Text(row.DosageText)).Dose;

    /// <summary>Units of the code in one millilitre, gram or container; null where the package does not tell.</summary>
    private static decimal? PerUnit(in NdcCodeRecord row, ReadOnlySpan<byte> unit)
    {
        if (row.UnitsPerItem.Value is not (> 0 and <= Largest) || row.PackageSize.Value is not (> 0 and <= Largest)
            || row.IsBottle) return null;
        var (units, size) = (row.UnitsPerItem.Value.Value, row.PackageSize.Value.Value);
        if (unit.SequenceEqual("UN"u8)) return units;
        if (!unit.SequenceEqual("ML"u8) && !unit.SequenceEqual("GR"u8)) return null;
        // A size of 1 may be a vial of powder, whose millilitres nobody knows.
        return size == 1 ? null : units / size;
    }
}
