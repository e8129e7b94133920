using Noc.Drugs;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>A code that names the drug, with the units of a dose.</summary>
/// <param name="Product">The product.</param>
/// <param name="Row">Its code.</param>
/// <param name="Units">Units of the dose, rounded up; null where dose or unit is not known.</param>
/// <param name="Arithmetic">How the units came about; empty without units.</param>
public sealed record SpecificCode(Product Product, ProductCode Row, decimal? Units, string Arithmetic);

/// <summary>Answers whether a drug has a code of its own on a date in a setting.</summary>
public static class SpecificCodes
{
    /// <summary>All codes of a product on a day that the setting may bill; for all makers first.</summary>
    public static List<SpecificCode> Find(Product product, DateOnly day, Setting setting, Amount dose = default)
    {
        var outpatient = setting is Setting.Opps or Setting.Asc;
        var found = new List<SpecificCode>();
        foreach (var row in product.Codes)
        {
            if (!row.IsValidOn(day) || (row.IsOutpatientOnly && !outpatient)) continue;
            if (row.Code.Series == 'S' || IsOtherUse(row, setting)) continue;
            found.Add(Price(product, row, dose));
        }
        return found;
    }

    // Codes for dialysis and codes that exclude it are told apart by their unit text.
    private static bool IsOtherUse(ProductCode row, Setting setting)
    {
        var text = row.UnitText;
        if (text.Contains("non-esrd", StringComparison.OrdinalIgnoreCase)) return setting is Setting.Esrd;
        if (text.Contains("esrd", StringComparison.OrdinalIgnoreCase)) return setting is not Setting.Esrd;
        return text.Contains("oral", StringComparison.OrdinalIgnoreCase);
    }

    private static SpecificCode Price(Product product, ProductCode row, Amount dose)
    {
        if (row.Unit.IsNone || dose.IsNone || dose.In(row.Unit.Unit) is not { } amount || amount <= 0)
            return new(product, row, null, "");
        var units = decimal.Ceiling(amount / row.Unit.Value);
        return new(product, row, units, $"{dose} / {row.Unit} = {amount / row.Unit.Value:0.###}"
            + (units == amount / row.Unit.Value ? "" : $", rounded up to {units:0}"));
    }
}
