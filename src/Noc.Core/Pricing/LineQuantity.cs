using Noc.Tables;

namespace Noc.Pricing;

/// <summary>How much drug a line bills, in the unit that a price is for.</summary>
internal static class LineQuantity
{
    /// <summary>The quantity of a line in a unit of NDC quantities; null where the facts do not tell.</summary>
    public static decimal? In(string unit, PriceLine line, ReferenceTables tables)
    {
        if (line.NdcQuantity is { } quantity && line.NdcUnit == unit) return quantity;
        if (unit is "F2" && line.Dose.In("IU") is { } activity) return activity;
        if (Items(line, tables, out var size) is not { } items) return null;
        return unit switch
        {
            "UN" => items,
            "ML" or "GR" => items * size,
            _ => null,
        };
    }

    /// <summary>Containers that a line bills, parts of one as a fraction; null where the facts do not tell.</summary>
    /// <param name="line">The line.</param>
    /// <param name="tables">The crosswalks.</param>
    /// <param name="size">What one holds, in millilitres or grams; null where not printed.</param>
    public static decimal? Items(PriceLine line, ReferenceTables tables, out decimal? size)
    {
        var row = RowOf(line, tables) is { IsBottle: false } own ? own : (NdcCodeRecord?)null;
        size = row?.PackageSize.Value;
        if (line.NdcQuantity is { } quantity)
        {
            if (line.NdcUnit == "UN") return quantity;
            if (line.NdcUnit is "ML" or "GR" && size is > 0 and var each) return quantity / each;
        }
        return row is { UnitsPerItem.Value: > 0 and var units } known && known.Code == line.Code
            ? line.Units / units : null;
    }

    private static NdcCodeRecord? RowOf(PriceLine line, ReferenceTables tables)
    {
        if (line.Ndc.IsNone) return null;
        var rows = tables.Image.Rows<NdcCodeRecord>();
        return Best(rows.Of(TableKey.Of(line.Ndc)), line)
            ?? (line.ListedNdc.IsNone ? null : Best(rows.Of(TableKey.Of(line.ListedNdc)), line));
    }

    // That of the billed code and the day before others.
    private static NdcCodeRecord? Best(ReadOnlySpan<NdcCodeRecord> rows, PriceLine line)
    {
        NdcCodeRecord? best = null;
        var rank = -1;
        foreach (ref readonly var row in rows)
        {
            var own = (row.Code == line.Code ? 2 : 0) + (row.Days.Include(line.Day) ? 1 : 0);
            if (own >= rank) (best, rank) = (row, own);
        }
        return best;
    }
}
