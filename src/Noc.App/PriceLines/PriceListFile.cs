using System.Globalization;
using Noc.App.AuditClaims;
using Noc.Drugs;
using Noc.Pricing;

namespace Noc.App.PriceLines;

/// <summary>Reads prices by NDC out of CSV: ndc, price, and optionally quantity, unit, from, to.</summary>
internal static class PriceListFile
{
    private const int MaxProblems = 20;

    private static readonly string[] Units = ["UN", "ML", "GR", "F2", "ME"];

    /// <summary>The prices of a file; what is wrong is added to the problems.</summary>
    public static PriceList Read(string path, List<string> problems)
    {
        try
        {
            using var reader = new StreamReader(InputFiles.Open(path));
            return Read(path, reader, problems);
        }
        catch (Exception e) when (FileFault.Is(e))
        {
            problems.Add(FileFault.Of(path, e));
            return PriceList.Empty;
        }
    }

    /// <summary>The prices of a text.</summary>
    public static PriceList Read(string name, TextReader reader, List<string> problems)
    {
        Dictionary<string, int>? columns = null;
        var prices = new List<ListedPrice>();
        var wrong = 0;
        var earlier = new Dictionary<(Ndc11 Ndc, DateOnly? From), (ListedPrice Price, long Line)>();
        foreach (var (line, cells) in CsvLines.Read(reader))
        {
            if (cells.TrueForAll(string.IsNullOrWhiteSpace)) continue;
            if (columns is null)
            {
                columns = Header(cells);
                if (columns.ContainsKey("ndc") && columns.ContainsKey("price")) continue;
                problems.Add($"{name}: the first line must name the columns ndc and price (and may: quantity, unit, "
                    + "from, to).");
                return PriceList.Empty;
            }
            if (Row(cells, columns, out var problem) is { } price)
            {
                prices.Add(price);
                var key = (price.Ndc, price.Days.From);
                if (earlier.TryGetValue(key, out var other)
                    && (other.Price.UnitUsd, other.Price.Unit) != (price.UnitUsd, price.Unit)
                    && ++wrong <= MaxProblems)
                    problems.Add($"{name} line {line}: {price.Ndc.Hyphenated} has another price from the same day on "
                        + $"line {other.Line}; this one is taken. Leave one of them out.");
                earlier[key] = (price, line);
            }
            else if (++wrong <= MaxProblems) problems.Add($"{name} line {line}: {problem}");
        }
        if (columns is null) problems.Add($"{name}: the file is empty.");
        if (wrong > MaxProblems) problems.Add($"{name}: {wrong - MaxProblems} more lines are wrong.");
        return new(prices);
    }

    private static Dictionary<string, int> Header(List<string> cells)
    {
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < cells.Count; i++) columns.TryAdd(cells[i].Trim(), i);
        return columns;
    }

    private static ListedPrice? Row(List<string> cells, Dictionary<string, int> columns, out string problem)
    {
        string Cell(string column) =>
            columns.TryGetValue(column, out var at) && at < cells.Count ? cells[at].Trim() : "";
        problem = "";
        if (NdcText.Read(Cell("ndc")).Ndc is not { } ndc)
            problem = $"\"{Cell("ndc")}\" is no NDC of 11 digits or 5-4-2.";
        else if (Number(Cell("price")) is not { } price) problem = $"\"{Cell("price")}\" is no price.";
        else if ((Cell("quantity").Length == 0 ? 1 : Number(Cell("quantity"))) is not (> 0 and var quantity))
            problem = $"\"{Cell("quantity")}\" is no quantity above zero.";
        else if ((Cell("unit").Length == 0 ? "UN" : Cell("unit").ToUpperInvariant()) is var unit
            && !Units.Contains(unit)) problem = $"\"{unit}\" is no unit: UN, ML, GR, F2 or ME.";
        else if (!TryDay(Cell("from"), out var from) || !TryDay(Cell("to"), out var to) || from > to)
            problem = "from and to are dates such as 2026-01-31, from first.";
        else return new(ndc, new(from, to), price, quantity, unit);
        return null;
    }

    internal static decimal? Number(string text) => NumberText.TryRead(text.AsSpan().TrimStart('$'), out var number)
        && number is >= 0 and < 1_000_000_000_000m ? number : null;

    private static bool TryDay(string text, out DateOnly? day)
    {
        day = null;
        if (text.Length == 0) return true;
        if (!DateOnly.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)) return false;
        day = read;
        return true;
    }
}
