using System.Text.RegularExpressions;

namespace Noc.App.PriceLines;

/// <summary>Where the header of an invoice puts its columns; -1 for one that it does not name.</summary>
/// <param name="Quantity">First letter of the quantity's name.</param>
/// <param name="Cost">First letter of the unit cost's name.</param>
/// <param name="Lot">First letter of the lot's name.</param>
internal readonly record struct InvoiceColumns(int Quantity, int Cost, int Lot)
{
    /// <summary>No header was seen.</summary>
    public static InvoiceColumns None { get; } = new(-1, -1, -1);
}

/// <summary>One row of an invoice's text: the numbers that multiply up, and the lot.</summary>
internal static partial class InvoiceRow
{
    private const int Timeout = 1000, MaxNumbers = 20;

    private readonly record struct Printed(decimal Value, bool HasCents, int At);

    private readonly record struct Reading(decimal Quantity, decimal Cost, decimal Discount);

    /// <summary>The columns of a row that is a header; null for other rows.</summary>
    public static InvoiceColumns? Header(string row)
    {
        var (quantity, cost, lot) = (QuantityWord().Match(row), CostWord().Match(row), LotWord().Match(row));
        return quantity.Success && cost.Success ? new(quantity.Index, cost.Index, lot.Success ? lot.Index : -1) : null;
    }

    /// <summary>Whether a row may be a purchase: numbers stand beside its NDC.</summary>
    public static bool HasNumbers(string row, Match ndc) => Numbers(row, ndc).Count > 1;

    /// <summary>Quantity, unit cost and discount: quantity x unit cost - discount is the total behind them. Null where
    /// no numbers agree, or where nothing tells quantity and unit cost apart.</summary>
    public static (decimal Quantity, decimal Cost, decimal Discount)? Amounts(
        string row, Match ndc, in InvoiceColumns columns)
    {
        var (numbers, best, readings) = (Numbers(row, ndc), -1, new List<Reading>());
        for (var total = 1; total < numbers.Count; total++)
            for (var cost = 0; cost < total; cost++)
                foreach (var quantity in numbers)
                {
                    if (quantity.At == numbers[cost].At || quantity.At == numbers[total].At
                        || quantity.Value is not (> 0 and < 1_000_000) || numbers[cost].Value is not (> 0 and < 1e9m)
                        || DiscountOf(numbers, quantity, cost, total) is not { } discount) continue;
                    var rank = RankOf(quantity, numbers[cost], numbers[total], columns);
                    if (rank < best) continue;
                    if (rank > best) readings.Clear();
                    best = rank;
                    readings.Add(new(quantity.Value, numbers[cost].Value, discount));
                }
        return readings.Distinct().ToList() is [var only] ? (only.Quantity, only.Cost, only.Discount) : null;
    }

    /// <summary>The lot: behind its word, else in its column; empty where neither is there.</summary>
    public static string Lot(string row, in InvoiceColumns columns)
    {
        if (LotValue().Match(row) is { Success: true } told) return told.Groups["value"].Value;
        if (columns.Lot < 0) return "";
        foreach (var word in Word().EnumerateMatches(row))
        {
            var text = row.AsSpan(word.Index, word.Length);
            if (Math.Abs(word.Index - columns.Lot) <= 2 && text.ContainsAnyInRange('0', '9')) return text.ToString();
        }
        return "";
    }

    private static decimal? DiscountOf(List<Printed> numbers, Printed quantity, int cost, int total)
    {
        var gross = quantity.Value * numbers[cost].Value;
        if (gross == numbers[total].Value) return 0;
        for (var less = cost + 1; less < total; less++)
            if (numbers[less].Value > 0 && numbers[less].At != quantity.At
                && gross - numbers[less].Value == numbers[total].Value) return numbers[less].Value;
        return null;
    }

    // Quantity and unit cost change places without harm to the product. Cents are money's; else the header tells.
    private static int RankOf(Printed quantity, Printed cost, Printed total, in InvoiceColumns columns) =>
        (cost.HasCents && total.HasCents ? 4 : 0) + (quantity.HasCents ? 0 : 2)
            + (columns.Quantity >= 0 && columns.Quantity < columns.Cost == quantity.At < cost.At ? 1 : 0);

    private static List<Printed> Numbers(string row, Match ndc)
    {
        var numbers = new List<Printed>();
        foreach (Match found in Number().Matches(row))
            if ((found.Index < ndc.Index || found.Index >= ndc.Index + ndc.Length) && numbers.Count < MaxNumbers
                && PriceListFile.Number(found.Value) is { } value)
                numbers.Add(new(value, found.Value.Contains('.', StringComparison.Ordinal), found.Index));
        return numbers;
    }

    // No part of a word, no percentage, no strength.
    [GeneratedRegex(@"(?<![\w.-])\$?\d[\d,]*(?:\.\d+)?(?![\w.%-])(?!\s?(?i:mg|mcg|ml|g|gm|iu|units?|%)\b)",
        RegexOptions.None, Timeout)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?i)\b(?:qty|quantity|shipped)\b", RegexOptions.None, Timeout)]
    private static partial Regex QuantityWord();

    [GeneratedRegex(@"(?i)\b(?:unit\s+(?:price|cost)|price|cost|rate)\b", RegexOptions.None, Timeout)]
    private static partial Regex CostWord();

    [GeneratedRegex(@"(?i)\blot\b", RegexOptions.None, Timeout)]
    private static partial Regex LotWord();

    [GeneratedRegex(@"(?i)\blot\s*(?:no\.?|number|#)?\s*[:#]?\s*(?<value>[A-Z0-9-]+)", RegexOptions.None, Timeout)]
    private static partial Regex LotValue();

    [GeneratedRegex(@"\S+", RegexOptions.None, Timeout)]
    private static partial Regex Word();
}
