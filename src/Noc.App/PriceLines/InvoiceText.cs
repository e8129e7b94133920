using System.Text.RegularExpressions;
using Noc.Drugs;
using Noc.Encounters;

namespace Noc.App.PriceLines;

/// <summary>Finds purchases in the text of an invoice: lines with an NDC whose numbers multiply up.</summary>
internal static partial class InvoiceText
{
    private const string Value = "value";

    private const int Timeout = 1000, MaxRow = 1000, MaxHead = 20_000;   // a page has rows of some 200

    /// <summary>Adds the purchases of a text; lines with an NDC that are not understood are told.</summary>
    public static void Read(string name, string text, List<InvoiceLine> lines, List<string> problems)
    {
        // Runs of blanks are one blank, so that no pattern has much to try.
        var head = string.Join(' ', text[..Math.Min(text.Length, MaxHead)].Split((char[]?)null,
            StringSplitOptions.RemoveEmptyEntries));
        var number = NumberWords().Match(head) is { Success: true } found ? found.Groups[Value].Value : "";
        var date = DateWords().Match(head) is { Success: true } dated
            ? InvoiceFiles.Day(dated.Groups[Value].Value) : null;
        var any = false;
        foreach (var row in text.Split('\n'))
        {
            if (row.Length > MaxRow || NdcWords().Match(row) is not { Success: true } at) continue;
            if (NdcText.Read(at.Value).Ndc is not { } ndc) continue;
            any = true;
            if (Amounts(row[..at.Index], row[(at.Index + at.Length)..]) is not var (quantity, cost, discount))
            {
                problems.Add($"{name}: quantity and unit cost of NDC {ndc.Hyphenated} do not read; write that line as "
                    + "CSV.");
                continue;
            }
            lines.Add(new()
            {
                Number = number, Date = date, Ndc = ndc, Quantity = quantity, UnitCostUsd = cost,
                DiscountUsd = discount,
                Lot = LotWords().Match(row) is { Success: true } lot ? lot.Groups[Value].Value : "",
                Drug = Drug(row, at),
            });
        }
        if (!any) problems.Add($"{name}: no line with an NDC was found; write the invoice as CSV.");
    }

    // Quantity x unit cost - discount = total of the line: numbers that agree are the ones.
    private static (decimal Quantity, decimal Cost, decimal Discount)? Amounts(string before, string after)
    {
        var numbers = Numbers(after);
        var counts = Numbers(before).Concat(numbers).Where(one => one is > 0 and < 1_000_000).ToList();
        for (var total = numbers.Count - 1; total > 0; total--)
            for (var cost = 0; cost < total; cost++)
                foreach (var count in counts)
                {
                    if (numbers[cost] <= 0 || numbers[cost] >= 1_000_000_000m) continue;
                    var gross = count * numbers[cost];
                    if (gross == numbers[total] && gross != numbers[cost]) return (count, numbers[cost], 0);
                    for (var less = cost + 1; less < total; less++)
                        if (numbers[less] > 0 && gross - numbers[less] == numbers[total])
                            return (count, numbers[cost], numbers[less]);
                }
        // One package: unit cost and total are the same number.
        for (var i = 1; i < numbers.Count; i++)
            if (numbers[i] == numbers[i - 1] && numbers[i] > 0 && counts.Contains(1)) return (1, numbers[i], 0);
        return null;
    }

    private static List<decimal> Numbers(string text) => [.. NumberText().Matches(text).Take(40)
        .Select(match => PriceListFile.Number(match.Value)).OfType<decimal>()];

    // Words in front of the NDC, else behind it, up to the first number in a column of its own.
    private static string Drug(string row, Match ndc)
    {
        var name = Words().Match(row[..ndc.Index]);
        if (!name.Success) name = Words().Match(row[(ndc.Index + ndc.Length)..]);
        return name.Success ? name.Value.Trim() : "";
    }

    [GeneratedRegex(@"\b(?:\d{5}-\d{4}-\d{2}|\d{11})\b", RegexOptions.None, Timeout)]
    private static partial Regex NdcWords();

    [GeneratedRegex(@"(?i)\binvoice\s*(?:no\.?|number|#)?\s*[:#]?\s*(?<value>[A-Z0-9-]*\d[A-Z0-9-]*)",
        RegexOptions.None, Timeout)]
    private static partial Regex NumberWords();

    [GeneratedRegex(@"(?i)\bdate\s*:?\s*(?<value>\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{2,4})",
        RegexOptions.None, Timeout)]
    private static partial Regex DateWords();

    [GeneratedRegex(@"(?i)\blot\s*(?:no\.?|number|#)?\s*[:#]?\s*(?<value>[A-Z0-9-]+)", RegexOptions.None, Timeout)]
    private static partial Regex LotWords();

    [GeneratedRegex(@"(?<![\w.-])\$?\d[\d,]*(?:\.\d+)?(?![\w.%-])", RegexOptions.None, Timeout)]
    private static partial Regex NumberText();

    [GeneratedRegex(@"[A-Za-z][A-Za-z0-9%/.()-]+(?: [A-Za-z0-9%/.()-]+)*", RegexOptions.None, Timeout)]
    private static partial Regex Words();
}
