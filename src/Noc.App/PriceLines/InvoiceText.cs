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
        var (any, columns) = (false, InvoiceColumns.None);
        foreach (var row in text.Split('\n'))
        {
            if (row.Length > MaxRow) continue;
            if (NdcWords().Match(row) is not { Success: true } at)
            {
                columns = InvoiceRow.Header(row) ?? columns;
                continue;
            }
            // Eleven digits without numbers beside them are an account, not a purchase.
            if (NdcText.Read(at.Value).Ndc is not { } ndc || !InvoiceRow.HasNumbers(row, at)) continue;
            any = true;
            if (InvoiceRow.Amounts(row, at, columns) is not var (quantity, cost, discount))
            {
                problems.Add($"{name}: quantity and unit cost of NDC {ndc.Hyphenated} do not read; write that line as "
                    + "CSV.");
                continue;
            }
            var lot = InvoiceRow.Lot(row, columns);
            lines.Add(new()
            {
                Number = number, Date = date, Ndc = ndc, Quantity = quantity, UnitCostUsd = cost,
                DiscountUsd = discount, Lot = lot, Drug = Drug(row, at, lot),
            });
        }
        if (!any) problems.Add($"{name}: no line with an NDC was found; write the invoice as CSV.");
    }

    // Words in front of the NDC, else behind it, up to the first number in a column of its own, or the lot where one
    // blank only stands between the columns.
    private static string Drug(string row, Match ndc, string lot)
    {
        var name = Words().Match(row[..ndc.Index]);
        if (!name.Success || name.ValueSpan is "NDC") name = Words().Match(row[(ndc.Index + ndc.Length)..]);
        if (!name.Success) return "";
        var end = lot.Length > 0 ? name.Value.IndexOf($" {lot} ", StringComparison.Ordinal) : -1;
        return (end > 0 ? name.Value[..end] : name.Value).Trim();
    }

    [GeneratedRegex(@"\b(?:\d{4,5}-\d{3,4}-\d{1,2}|\d{11})\b", RegexOptions.None, Timeout)]
    private static partial Regex NdcWords();

    [GeneratedRegex(@"(?i)\binvoice\s*(?:no\.?|number|#)?\s*[:#]?\s*(?<value>[A-Z0-9-]*\d[A-Z0-9-]*)",
        RegexOptions.None, Timeout)]
    private static partial Regex NumberWords();

    [GeneratedRegex(@"(?i)\bdate\s*:?\s*(?<value>\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{2,4}|[a-z]{3,9} \d{1,2}, \d{4})",
        RegexOptions.None, Timeout)]
    private static partial Regex DateWords();

    [GeneratedRegex(@"[A-Za-z][A-Za-z0-9%/.()-]+(?: [A-Za-z0-9%/.()-]+)*", RegexOptions.None, Timeout)]
    private static partial Regex Words();
}
