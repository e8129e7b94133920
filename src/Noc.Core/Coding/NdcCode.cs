using System.Globalization;
using Noc.Drugs;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>A code that an NDC is billed with, and the units of its package.</summary>
/// <param name="Code">The code.</param>
/// <param name="DrugName">Drug name as printed.</param>
/// <param name="Labeler">Labeler as printed.</param>
/// <param name="DosageText">One unit of the code as printed, such as 10 MG.</param>
/// <param name="PackageSize">Amount in one item, without its measure; null where not printed.</param>
/// <param name="PackageQuantity">Items in the package; null where not printed.</param>
/// <param name="UnitsPerItem">Billing units in one item; null where not printed.</param>
/// <param name="UnitsPerPackage">Billing units in the package; null where not printed.</param>
/// <param name="Days">The quarters that say so.</param>
/// <param name="Listed">The NDC that the file lists: the same, or the carton around this one.</param>
/// <remarks>Source: CMS, ASP NDC-HCPCS crosswalk.</remarks>
public sealed record NdcCode(
    HcpcsCode Code, string DrugName, string Labeler, string DosageText, decimal? PackageSize, decimal? PackageQuantity,
    decimal? UnitsPerItem, decimal? UnitsPerPackage, Days Days, Ndc11 Listed)
{
    /// <summary>One unit of the code.</summary>
    public CodeUnit Unit => CodeUnitText.Parse(DosageText);

    /// <summary>How the units of a package come about, such as <c>40 units an item x 10 items = 400 units</c>; empty
    /// where the file does not print them.</summary>
    /// <param name="item">The drug in one item, such as 400 MG; none where not known.</param>
    public string Arithmetic(Amount item)
    {
        if (UnitsPerItem is not { } units || PackageQuantity is not { } items || UnitsPerPackage is not { } all)
            return "";
        var dose = Unit.Dose;
        var first = !dose.IsNone && item.In(dose.Unit) is { } amount && amount > 0
            && amount / dose.Value is var exact && decimal.Abs(exact - units) <= units / 100
            ? Texts.Of($"{new Amount(amount, dose.Unit)} / {dose} = {Number(units)} {Units(units)} an item")
            : Texts.Of($"{Number(units)} {Units(units)} an item");
        return units * items == all ? Texts.Of($"{first}; x {Number(items)} {Items(items)} = {Number(all)} a package")
            : Texts.Of($"{first}; {Number(items)} {Items(items)}; {Number(all)} a package as printed");
    }

    private static string Units(decimal count) => count == 1 ? "unit" : "units";

    private static string Items(decimal count) => count == 1 ? "item" : "items";

    private static string Number(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
