using System.Globalization;
using Noc.Pricing;

namespace Noc.App.PriceLines;

/// <summary>Prices as CSV: one row a line, for spreadsheets.</summary>
internal static class PriceCsv
{
    private const string Header = "file,claim,line,date,code,ndc,units,payer,setting,charge,allowed,deductible,"
        + "coinsurance,sequestration,payer_pays,patient_owes,provider_keeps,cost,margin,method,quarter,flags,reason";

    /// <summary>Writes the rows.</summary>
    public static void Write(TextWriter output, IReadOnlyList<PricedLine> lines)
    {
        output.Write(Header + "\n");
        foreach (var one in lines)
        {
            var line = one.Line;
            var cells = new List<string>
            {
                one.File, one.Claim, Plain(one.Number),
                line.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), line.Code.Value, line.Ndc.ToString(),
                Plain(line.Units), line.PayerName, PaySystems.Word(line.System), Usd(line.ChargeUsd),
            };
            var flags = one.Notes;
            if (one.Price is Price.Priced { Money: var money, Basis: var basis } priced)
            {
                flags = [.. basis.Flags, .. flags];
                cells.AddRange([Usd(money.AllowedUsd), Usd(money.DeductibleUsd), Usd(money.CoinsuranceUsd),
                    Usd(money.SequestrationUsd), Usd(money.PayerPaysUsd), Usd(money.PatientOwesUsd),
                    Usd(money.ProviderKeepsUsd), Usd(priced.CostUsd), Usd(priced.MarginUsd), basis.Label,
                    basis.Quarter]);
            }
            else cells.AddRange(["", "", "", "", "", "", "", Usd(line.CostUsd), "", "", ""]);
            cells.Add(string.Join(' ', flags.Select(flag => flag.Id)));
            cells.Add(one.Price is Price.NotPriced not ? not.Reason : "");
            output.Write(string.Join(',', cells.Select(Quoted)) + "\n");
        }
    }

    // A spreadsheet would run a cell that begins like a formula.
    private static string Quoted(string cell)
    {
        var text = cell is ['=' or '+' or '@', ..] ? $"'{cell}" : cell;
        return text.AsSpan().IndexOfAny(",\"\n\r") < 0 ? text
            : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string Usd(decimal? number) => number?.ToString("0.00", CultureInfo.InvariantCulture) ?? "";

    private static string Plain(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
