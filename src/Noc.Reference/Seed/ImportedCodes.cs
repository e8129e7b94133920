using Noc.Coding;
using Noc.Drugs;

namespace Noc.Reference.Seed;

/// <summary>Codes that imported files give to drugs of our list or end, which the list does not know yet: files of a
/// quarter are newer than it.</summary>
internal static class ImportedCodes
{
    // What came before stands in the list.
    private static readonly DateOnly Since = new(2026, 1, 1);

    /// <summary>Ends the codes that the newest file ends, and gives a code the unit of the newest file from its first
    /// day on where the file before has the unit of our list.</summary>
    /// <param name="codes">Codes by product id.</param>
    /// <param name="image">The imported files.</param>
    public static void Revise(Dictionary<string, List<ProductCode>> codes, TableImage image)
    {
        foreach (var list in codes.Values)
            for (var i = list.Count - 1; i >= 0; i--)
            {
                var row = list[i];
                var records = image.Rows<CodeRecord>().Of(TableKey.Of(row.Code));
                if (records is not [.., var last]) continue;
                if (row.To is null && last.Valid.To is { } end) list[i] = row = row with { To = end };
                if (records is not [.., var before, _] || before.ExactUnit(image) != row.Unit
                    || last.ExactUnit(image) is not { IsNone: false } unit || unit == row.Unit
                    || last.Days.From is not { } first || !row.IsValidOn(first)) continue;
                list[i] = row with { To = first.AddDays(-1) };
                list.Insert(i + 1, row with { From = first, Unit = unit, UnitText = unit.ToString() });
            }
    }

    private static Amount UnitOf(TableImage image, in CodeRecord row) =>
        row.UnitKind is CodeUnitKind.Exact or CodeUnitKind.UpTo && row.UnitValue.Value is { } value
            ? new(value, image.Text(row.Unit)) : default;

    /// <summary>Adds them; false where there are none.</summary>
    /// <param name="codes">Codes by product id.</param>
    /// <param name="tables">The list over the imported files.</param>
    public static bool AddTo(Dictionary<string, List<ProductCode>> codes, ReferenceTables tables)
    {
        var any = false;
        foreach (var next in NewCodes.Unknown(tables, Since))
        {
            if (ProductOf(tables, next.Code) is not { } product || HasCode(product, next)) continue;
            if (!codes.TryGetValue(product.Id, out var list)) codes[product.Id] = list = new(1);
            list.Add(RowOf(tables, next));
            any = true;
        }
        return any;
    }

    // A further code is for another maker, form or strength: nobody knows yet which.
    private static bool HasCode(Product product, UnknownNewCode next) => SpecificCodes.Find(
        product, next.First, next.Code.Series is 'C' ? Setting.Opps : Setting.Office).Count > 0;

    private static ProductCode RowOf(ReferenceTables tables, UnknownNewCode next)
    {
        var rows = tables.Image.Rows<CodeRecord>().Of(TableKey.Of(next.Code));
        ref readonly var row = ref rows[^1];
        var unit = UnitOf(tables.Image, row);
        return new(next.Code, unit.IsNone ? "" : unit.ToString(), unit, next.First, row.Valid.To, "",
            Confidence.Medium);
    }

    // The crosswalk names the brand, the description the ingredient.
    private static Product? ProductOf(ReferenceTables tables, HcpcsCode code)
    {
        var image = tables.Image;
        Product? found = null;
        foreach (ref readonly var link in image.Rows<CodeNdcRecord>().Of(TableKey.Of(code)))
            foreach (ref readonly var row in image.Rows<NdcCodeRecord>().Of(TableKey.Of(link.Ndc)))
            {
                if (row.Code != code || Only(tables, image.Text(row.DrugName)) is not { } product) continue;
                if (found is not null && found != product) return null;
                found = product;
            }
        var rows = image.Rows<CodeRecord>().Of(TableKey.Of(code));
        return found ?? (rows.IsEmpty ? null : Only(tables, image.Text(rows[^1].LongText)));
    }

    private static Product? Only(ReferenceTables tables, string text) =>
        tables.FindProduct(text) is { IsNone: false, Kind: not NameKind.Base, Products: [var only] } ? only : null;
}
