using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Noc.Drugs;
using Noc.Encounters;
using Noc.Formats.Encounters;

namespace Noc.App.PriceLines;

/// <summary>Reads purchases: CSV, JSON as in encounters, and PDF files that hold text.</summary>
internal static class InvoiceFiles
{
    private const int MaxProblems = 20;

    private static readonly string[] Endings = [".csv", ".txt", ".json", ".pdf"];

    private static readonly string[] DateForms = ["yyyy-MM-dd", "M/d/yyyy", "MM/dd/yyyy", "M/d/yy", "yyyyMMdd",
        "MMMM d, yyyy", "MMM d, yyyy"];

    // What purchasing systems call their columns.
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["invoice"] = "number", ["invoicenumber"] = "number", ["number"] = "number", ["invoiceno"] = "number",
        ["date"] = "date", ["invoicedate"] = "date", ["drug"] = "drug", ["item"] = "drug", ["description"] = "drug",
        ["product"] = "drug", ["ndc"] = "ndc", ["lot"] = "lot", ["lotnumber"] = "lot", ["quantity"] = "quantity",
        ["qty"] = "quantity", ["unitcost"] = "cost", ["unitprice"] = "cost", ["cost"] = "cost", ["price"] = "cost",
        ["unitcostusd"] = "cost", ["discount"] = "discount", ["discountusd"] = "discount",
    };

    /// <summary>The purchases of files and folders; what is wrong is added to the problems.</summary>
    public static List<InvoiceLine> Read(IReadOnlyList<string> paths, List<string> problems)
    {
        var lines = new List<InvoiceLine>();
        foreach (var path in paths)
        {
            if (!Directory.Exists(path)) ReadFile(path, lines, problems);
            else
                foreach (var file in Directory.EnumerateFiles(path).Order(StringComparer.Ordinal))
                    if (Endings.Contains(Path.GetExtension(file).ToLowerInvariant())) ReadFile(file, lines, problems);
        }
        return lines;
    }

    private static void ReadFile(string path, List<InvoiceLine> lines, List<string> problems)
    {
        try
        {
            if (!File.Exists(path)) problems.Add($"{path}: There is no such file or folder. Check the path.");
            else if (path.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase))
            {
                if (PdfText.Read(path, out var problem) is { } page) InvoiceText.Read(path, page, lines, problems);
                else problems.Add($"{path}: {problem}");
            }
            else
            {
                var text = File.ReadAllText(path);
                if (text.AsSpan().TrimStart() is ['{' or '[', ..]) ReadJson(path, text, lines, problems);
                else ReadCsv(path, text, lines, problems);
            }
        }
        catch (Exception e) when (FileFault.Is(e))
        {
            problems.Add(FileFault.Of(path, e));
        }
    }

    /// <summary>The purchases of JSON: a list, or an object with "invoices", with the fields of encounters.</summary>
    internal static void ReadJson(string name, string text, List<InvoiceLine> lines, List<string> problems)
    {
        try
        {
            var root = JsonNode.Parse(LoneSurrogates.Marked(text), null, new() { MaxDepth = 32 });
            if ((root as JsonArray ?? root?["invoices"] as JsonArray) is not { } list)
            {
                problems.Add($"{name}: this holds no list of invoices.");
                return;
            }
            // The reader of encounters knows these objects and tells what is wrong with each.
            var visit = new JsonObject
            {
                ["schema"] = "noc.encounter/1", ["id"] = "invoices", ["from"] = "2000-01-01",
                ["invoices"] = list.DeepClone(),
            };
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(visit.ToJsonString()));
            foreach (var read in EncounterFile.Read(stream))
            {
                foreach (var problem in read.Problems) problems.Add($"{name} {problem.Pointer}: {problem.Message}");
                lines.AddRange(read.Encounter?.Invoices ?? []);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            problems.Add($"{name}: this is no JSON.");
        }
    }

    /// <summary>The purchases of CSV with a first line of columns.</summary>
    internal static void ReadCsv(string name, string text, List<InvoiceLine> lines, List<string> problems)
    {
        List<string>? columns = null;
        var wrong = 0;
        foreach (var (number, cells) in CsvLines.Read(new StringReader(text)))
        {
            if (cells.TrueForAll(string.IsNullOrWhiteSpace)) continue;
            if (columns is null)
            {
                columns = [.. cells.Select(cell => Names.GetValueOrDefault(
                    string.Concat(cell.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant(), ""))];
                if (columns.Contains("ndc") && columns.Contains("cost")) continue;
                problems.Add($"{name}: the first line must name the columns ndc and unit cost (and may: invoice, date, "
                    + "drug, lot, quantity, discount).");
                return;
            }
            string Cell(string column) =>
                columns.IndexOf(column) is >= 0 and var at && at < cells.Count ? cells[at].Trim() : "";
            if (Line(Cell, out var problem) is { } line) lines.Add(line);
            else if (++wrong <= MaxProblems) problems.Add($"{name} line {number}: {problem}");
        }
        if (wrong > MaxProblems) problems.Add($"{name}: {wrong - MaxProblems} more lines are wrong.");
    }

    private static InvoiceLine? Line(Func<string, string> cell, out string problem)
    {
        problem = "";
        var ndc = NdcText.Read(cell("ndc")).Ndc;
        if (ndc is null && (cell("ndc").Length > 0 || cell("lot").Length == 0))
            problem = $"\"{cell("ndc")}\" is no NDC of 11 digits or 5-4-2.";
        else if (PriceListFile.Number(cell("cost")) is not { } cost) problem = $"\"{cell("cost")}\" is no unit cost.";
        else if ((cell("quantity").Length == 0 ? 1 : PriceListFile.Number(cell("quantity")))
            is not (> 0 and var bought)) problem = $"\"{cell("quantity")}\" is no quantity above zero.";
        else if ((cell("discount").Length == 0 ? 0 : PriceListFile.Number(cell("discount"))) is not { } discount)
            problem = $"\"{cell("discount")}\" is no discount.";
        else if (discount < 0 || discount > cost * bought)
            problem = $"the discount of {cell("discount")} is more than the line costs, or below zero.";
        else if (cell("date").Length > 0 && Day(cell("date")) is null)
            problem = $"\"{cell("date")}\" is no date such as 2026-01-31 or 1/31/2026.";
        else
            return new()
            {
                Number = cell("number"), Date = Day(cell("date")), Drug = cell("drug"), Ndc = ndc ?? default,
                Lot = cell("lot"), Quantity = bought, UnitCostUsd = cost, DiscountUsd = discount,
            };
        return null;
    }

    internal static DateOnly? Day(string text) => DateOnly.TryParseExact(text, DateForms,
        CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
