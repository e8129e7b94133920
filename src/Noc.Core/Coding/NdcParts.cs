using System.Globalization;
using Noc.Drugs;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>Where the tables know an NDC from.</summary>
public enum NdcListing
{
    /// <summary>Tables of that kind are not loaded, or are extracts without it: nobody can tell.</summary>
    NotCovered,

    /// <summary>The whole directory is loaded and has neither the package nor its product.</summary>
    NotListed,

    /// <summary>A package of the FDA's directory.</summary>
    Package,

    /// <summary>A container inside a package of the FDA's directory, such as the vial in a carton.</summary>
    Inside,

    /// <summary>The directory has the product, but not this package of it.</summary>
    Product,

    /// <summary>Files of CMS or Medicaid name it: crosswalk, NOC crosswalk, NADAC or rebate list. The directory has its
    /// product at most.</summary>
    PriceFile,
}

/// <summary>What kind of container an NDC stands for.</summary>
public enum NdcRole
{
    /// <summary>The tables do not say.</summary>
    Unknown,

    /// <summary>The container that is opened: vial, syringe, bag, bottle.</summary>
    Item,

    /// <summary>An outer package around one item.</summary>
    Carton,

    /// <summary>An outer package around several items.</summary>
    MultiPack,

    /// <summary>A kit of several drugs or supplies.</summary>
    Kit,

    /// <summary>A component of a kit.</summary>
    Component,
}

/// <summary>A product of the FDA's directory, its texts at hand.</summary>
/// <param name="Brand">Brand or trade name.</param>
/// <param name="Generic">Generic names.</param>
/// <param name="Form">Dosage form.</param>
/// <param name="Routes">Routes, comma between.</param>
/// <param name="Strength">Ingredients with strengths, semicolon between.</param>
/// <param name="Category">Marketing category, such as NDA.</param>
/// <param name="Application">Application number; empty where it has none.</param>
/// <param name="Labeler">Labeler.</param>
/// <param name="Exclusion">E expired, U unfinished, I inactive; NUL otherwise.</param>
/// <remarks>Source: FDA, NDC directory, product.txt. Empty where the file says nothing.</remarks>
public sealed record NdcProduct(
    string Brand, string Generic, string Form, string Routes, string Strength, string Category, string Application,
    string Labeler, char Exclusion)
{
    /// <summary>True for clotting factors that are labelled in international units.</summary>
    public bool IsClottingFactor =>
        (Generic.Contains("factor", StringComparison.OrdinalIgnoreCase)
            || Generic.Contains("willebrand", StringComparison.OrdinalIgnoreCase))
        && Strength.Contains("[iU]", StringComparison.Ordinal);
}

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

/// <summary>What Medicare pays for a drug without a code of its own, by name.</summary>
/// <param name="Name">Name that joins NDC and price.</param>
/// <param name="DosageText">What the price is for, such as 1 UNIT.</param>
/// <param name="LimitUsd">US dollars for that; null where the price file has no row or no number.</param>
/// <param name="PackageSize">Amount in one item, without its measure; null where not printed.</param>
/// <param name="UnitsPerItem">Price units in one item; null where not printed.</param>
/// <param name="UnitsPerPackage">Price units in the package; null where not printed.</param>
/// <param name="Days">The quarter of the crosswalk.</param>
/// <remarks>Source: CMS, NOC NDC crosswalk and NOC pricing file of the quarter.</remarks>
public sealed record NdcNocPrice(
    string Name, string DosageText, decimal? LimitUsd, decimal? PackageSize, decimal? UnitsPerItem,
    decimal? UnitsPerPackage, Days Days)
{
    /// <summary>What the price is for; none where the text is no single amount.</summary>
    public Amount Dose => CodeUnitText.Parse(DosageText).Dose;
}

/// <summary>Whether Medicaid gets rebates for an NDC.</summary>
public enum RebateStatus
{
    /// <summary>The rebate list is not loaded for the day, or is an extract without it.</summary>
    NotCovered,

    /// <summary>The NDC is listed on the day.</summary>
    Listed,

    /// <summary>The NDC is listed, but ended before the day.</summary>
    Ended,

    /// <summary>The labeler takes part with other products, not with this one.</summary>
    OtherProducts,

    /// <summary>The labeler is not in the list: Medicaid pays nothing.</summary>
    NotInProgramme,
}
