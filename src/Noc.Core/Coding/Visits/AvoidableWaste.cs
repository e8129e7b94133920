using Noc.Drugs;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>Finds waste that another choice of containers would have avoided.</summary>
/// <remarks>Waste by a wrong choice of size is not payable. It is told, not taken off the claim: the right size may
/// have been out of stock, and the record must then say so. Source: coding guide B5; CMS, discarded drugs.</remarks>
internal static class AvoidableWaste
{
    /// <summary>What should be looked at, in a sentence; empty where nothing was avoidable, or nobody tells.</summary>
    /// <param name="tables">The crosswalk, for the sizes that the maker sells.</param>
    /// <param name="dose">The dose with its containers.</param>
    /// <param name="code">Its code.</param>
    /// <param name="discarded">What was thrown away.</param>
    public static string Of(ReferenceTables tables, DoseToBill dose, DoseCode code, Amount discarded)
    {
        if (dose.Parts > 1 || dose.Containers == 0 || dose.Opened.In(discarded.Unit) is not { } opened
            || dose.Dose.In(discarded.Unit) is not { } given || opened <= 0 || given <= 0) return "";
        var each = opened / dose.Containers;
        if (IsOfOneSize(dose) && dose.Containers > 1 && opened - each >= given)
            return $"The dose would have fit into {Count(decimal.Ceiling(given / each))}, and "
                + $"{dose.Containers} were opened: waste that could be avoided is not paid. The record must say why.";
        if (dose.Ndc.IsNone || code.IsUnclassified || code.Unit.IsNone) return "";
        var sizes = Sizes(tables, dose, code, discarded.Unit);
        if (sizes.Count < 2 || VialChoice.Choose([.. sizes.Select(size => new VialSize(size))], given)
            is not { } best || best.Discarded(given) >= discarded.Value) return "";
        var names = best.Vials.Distinct().Select(size => new Amount(size, discarded.Unit).ToString());
        return $"Containers of {string.Join(" and ", names)} would have left "
            + $"{new Amount(best.Discarded(given), discarded.Unit)}, not {discarded}: waste by the choice of size is "
            + "not paid. The record must say why.";
    }

    private static string Count(decimal containers) =>
        Texts.Of($"{containers:0} container{(containers == 1 ? "" : "s")}");

    private static bool IsOfOneSize(DoseToBill dose) =>
        dose.Given.SelectMany(one => one.Containers).Select(one => one.Holds).Distinct().Count() == 1
        && dose.Given.Count == 1;

    // Sizes of the same maker under the same code and name.
    private static List<decimal> Sizes(ReferenceTables tables, DoseToBill dose, DoseCode code, string unit)
    {
        var rows = tables.Image.Rows<NdcCodeRecord>();
        if (rows.Of(TableKey.Of(dose.Ndc)).On(dose.Day) is not { } own) return [];
        var (first, last) = dose.Ndc.OfLabeler;
        var name = tables.Image.Text(own.DrugName);
        var sizes = new SortedSet<decimal>();
        foreach (ref readonly var row in rows.Between(TableKey.Of(first), TableKey.Of(last)))
            if (row.Code == code.Code && row.Days.Include(dose.Day) && row.UnitsPerItem.Value is { } units
                && units is > 0 and < 1e6m && tables.Image.Text(row.DrugName) == name
                && new Amount(units * code.Unit.Value, code.Unit.Unit).In(unit) is { } size && size > 0)
                sizes.Add(size);
        return [.. sizes];
    }
}
