using Noc.App.ManageData;
using Noc.Audit;
using Noc.Coding;
using Noc.Drugs;
using Noc.Tables;

namespace Noc.App.ExplainFindings;

/// <summary>The rows of the tables that speak of a drug line, each with its dataset and its file.</summary>
internal static class TableRows
{
    private const int MostProducts = 6;

    public static void Write(Paragraphs page, Finding finding, DrugLine? drug, ReferenceTables tables)
    {
        if (drug is null)
        {
            page.Plain("The finding rests on no row of a table.");
            return;
        }
        var day = drug.Day ?? tables.CoveredTo;
        var codes = new List<HcpcsCode> { drug.Line.Code };
        if (finding.Expected is { Code.IsNone: false } expected) codes.Add(expected.Code);
        codes.AddRange(drug.NdcCodes.Select(one => one.Code));
        foreach (var code in codes.Distinct()) WriteCode(page, code, day, tables);
        WriteProducts(page, drug);
        if (!drug.AnyNdc.IsNone) WriteNdc(page, drug, day, tables);
    }

    private static void WriteCode(Paragraphs page, HcpcsCode code, DateOnly day, ReferenceTables tables)
    {
        if (tables.CatchAll(code) is { } open)
            page.Add(code.Value, $"catch-all code: {open.Meaning}, {Span(open.From, open.To)} [catch-all codes, seed]");
        switch (tables.Code(code, day))
        {
            case CodeStatus.Found found:
                page.Add(code.Value, Row(found.Row, found.Product, "valid on the day"));
                break;
            case CodeStatus.Ended ended:
                page.Add(code.Value, Row(ended.Row, ended.Product, "ended before the day"));
                break;
            case CodeStatus.NotYet late:
                page.Add(code.Value, Row(late.Row, late.Product, "not yet valid on the day"));
                break;
        }
        foreach (ref readonly var row in tables.Image.Rows<CodeRecord>().Of(TableKey.Of(code)))
            if (row.Days.Include(day))
                page.Add(code.Value, $"valid {Span(row.Valid.From, row.Valid.To)} "
                    + $"[{Loaded(tables, Dataset.Hcpcs, day)}]");
    }

    private static string Row(ProductCode row, Product product, string state) =>
        $"{product.DisplayName}, unit {row.UnitText}{(row.Label.Length > 0 ? $", for {row.Label}" : "")}, "
        + $"{Span(row.From, row.To)}, {state}; confidence {Words.Of(row.Confidence)} [products, seed]";

    private static void WriteProducts(Paragraphs page, DrugLine drug)
    {
        if (drug.Match.IsNone) return;
        foreach (var product in drug.Match.Products.Take(MostProducts))
            page.Add("Product", $"{product.Id}: {product.DisplayName}, named as {drug.Match.Kind}; codes "
                + (product.Codes.Count == 0 ? "none" : string.Join(", ", product.Codes.Select(one => one.Code.Value)))
                + (product.Routes.Count > 0 ? $"; routes {string.Join(", ", product.Routes)}" : "")
                + $"; container {product.Container}; confidence {Words.Of(product.Confidence)} [products, seed]");
        if (drug.Match.Products.Count > MostProducts)
            page.Plain($"and {drug.Match.Products.Count - MostProducts} more products of that name");
    }

    private static void WriteNdc(Paragraphs page, DrugLine drug, DateOnly day, ReferenceTables tables)
    {
        var facts = NdcFacts.Of(tables, drug.AnyNdc, day);
        if (facts.Name.Length > 0)
            page.Add("NDC", $"{drug.AnyNdc.Hyphenated}: {facts.Name}, {facts.Labeler}"
                + (facts.PackageText.Length > 0 ? $", {facts.PackageText}" : "")
                + $" [{Loaded(tables, Dataset.NdcPackages, day)}]");
        foreach (var code in CrosswalkCodes.On(tables, drug.AnyNdc, day))
            page.Add("Crosswalk", $"{drug.AnyNdc.Hyphenated} is billed with {code.Code.Value}, one unit "
                + $"{tables.Image.Text(code.Row.DosageText)}, {Span(code.Row.Days.From, code.Row.Days.To)}, known by "
                + $"{code.Evidence} [{Loaded(tables, Dataset.NdcCrosswalk, day)}]");
        page.Add("Coverage", $"NDC crosswalk of the day: {tables.Coverage.Of(Dataset.NdcCrosswalk, day)}; NDC "
            + $"directory: {tables.Coverage.Of(Dataset.NdcPackages, day)}");
    }

    private static string Loaded(ReferenceTables tables, Dataset dataset, DateOnly day)
    {
        foreach (ref readonly var record in tables.Image.Rows<LoadedRecord>().All)
            if (record.Dataset == dataset && record.Kind is not LoadedKind.Superseded && record.Days.Include(day))
                return $"{DatasetNotes.Of(dataset).Name}, {tables.Image.Text(record.Member)}, {record.Kind}";
        return $"{DatasetNotes.Of(dataset).Name}, seed";
    }

    private static string Span(DateOnly? from, DateOnly? to) =>
        $"{(from is null ? "always" : $"{from:yyyy-MM-dd}")} to {(to is null ? "open" : $"{to:yyyy-MM-dd}")}";
}
