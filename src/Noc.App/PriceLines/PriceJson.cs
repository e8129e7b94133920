using System.Text;
using System.Text.Json;
using Noc.Payers;
using Noc.Pricing;
using Noc.Tables;

namespace Noc.App.PriceLines;

/// <summary>Prices as JSON (schema noc.price/1, docs/schemas).</summary>
internal static class PriceJson
{
    /// <summary>Writes the report.</summary>
    public static void Write(
        TextWriter output, IReadOnlyList<PricedLine> lines, IReadOnlyList<string> problems, ReferenceTables tables)
    {
        using var stream = new MemoryStream();
        using (var json = JsonOutput.Writer(stream))
        {
            json.WriteStartObject();
            json.WriteString("schema", "noc.price/1");
            json.WriteString("noc", NocVersion.Text);
            json.WriteTables(tables);
            json.WriteStartArray("lines");
            foreach (var line in lines) Line(json, line);
            json.WriteEndArray();
            Totals(json, "totals", PriceTotals.Of(lines));
            json.WriteTexts("problems", problems);
            json.WriteEndObject();
        }
        output.WriteLine(Encoding.UTF8.GetString(stream.ToArray()));
    }

    /// <summary>One line.</summary>
    internal static void Line(Utf8JsonWriter json, PricedLine one)
    {
        var line = one.Line;
        json.WriteStartObject();
        json.WriteString("file", one.File);
        json.WriteString("claim", one.Claim);
        json.WriteNumber("line", one.Number);
        json.WriteString("code", line.Code.Value);
        json.WriteString("ndc", line.Ndc.ToString());
        json.WriteNumber("units", line.Units);
        json.WriteOptional("ndcQuantity", line.NdcQuantity);
        json.WriteString("ndcUnit", line.NdcUnit);
        json.WriteTexts("modifiers", line.Modifiers.Select(modifier => modifier.Value));
        json.WriteString("day", JsonValues.Day(line.Day));
        json.WriteString("payer", line.Payer);
        json.WriteString("payerName", line.PayerName);
        json.WriteString("program", ProgramNames.Of(line.Program));
        json.WriteString("setting", PaySystems.Word(line.System));
        json.WriteOptional("chargeUsd", line.ChargeUsd);
        Price(json, one.Price);
        json.WritePropertyName("invoice");
        Invoice(json, one.Invoice);
        Flags(json, "notes", one.Notes);
        json.WriteEndObject();
    }

    /// <summary>The expected payment of a line as an object.</summary>
    internal static void Expected(Utf8JsonWriter json, string name, PricedLine one)
    {
        json.WriteStartObject(name);
        Price(json, one.Price);
        json.WritePropertyName("invoice");
        Invoice(json, one.Invoice);
        Flags(json, "notes", one.Notes);
        json.WriteEndObject();
    }

    /// <summary>The members of a price, inside an object.</summary>
    internal static void Price(Utf8JsonWriter json, Price price)
    {
        var priced = price as Price.Priced;
        json.WriteBoolean("priced", priced is not null);
        Money(json, priced?.Money);
        json.WriteOptional("costUsd", priced?.CostUsd);
        json.WriteOptional("marginUsd", priced?.MarginUsd);
        json.WritePropertyName("basis");
        if (priced is null) json.WriteNullValue();
        else Basis(json, priced.Basis);
        var not = price as Price.NotPriced;
        json.WriteString("reason", not?.Reason);
        json.WriteString("remedy", not?.Remedy);
    }

    private static void Money(Utf8JsonWriter json, Settlement? money)
    {
        json.WriteOptional("allowedUsd", money?.AllowedUsd);
        json.WriteOptional("deductibleUsd", money?.DeductibleUsd);
        json.WriteOptional("coinsuranceUsd", money?.CoinsuranceUsd);
        json.WriteOptional("payerShareUsd", money?.PayerShareUsd);
        json.WriteOptional("sequestrationUsd", money?.SequestrationUsd);
        json.WriteOptional("payerPaysUsd", money?.PayerPaysUsd);
        json.WriteOptional("patientOwesUsd", money?.PatientOwesUsd);
        json.WriteOptional("providerKeepsUsd", money?.ProviderKeepsUsd);
    }

    private static void Basis(Utf8JsonWriter json, PriceBasis basis)
    {
        json.WriteStartObject();
        json.WriteString("method", Method(basis.Method));
        json.WriteString("label", basis.Label);
        json.WriteString("tables", basis.Tables);
        json.WriteString("quarter", basis.Quarter);
        json.WriteTexts("rows", basis.Rows);
        json.WriteTexts("steps", basis.Steps);
        Flags(json, "flags", basis.Flags);
        json.WriteString("advice", basis.Advice);
        json.WriteStartObject("source");
        json.WriteString("title", basis.Source.Title);
        json.WriteString("section", basis.Source.Section);
        json.WriteString("url", basis.Source.Url);
        json.WriteString("effective", basis.Source.Effective is { } day ? JsonValues.Day(day) : null);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Invoice(Utf8JsonWriter json, InvoiceMatch? match)
    {
        if (match is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.WriteString("number", match.Invoice.Number);
        json.WriteString("date", match.Invoice.Date is { } day ? JsonValues.Day(day) : null);
        json.WriteString("drug", match.Invoice.Drug);
        json.WriteString("ndc", match.Invoice.Ndc.ToString());
        json.WriteString("lot", match.Invoice.Lot);
        json.WriteOptional("netUnitUsd", match.Invoice.NetUnitUsd);
        json.WriteEndObject();
    }

    /// <summary>The sums as an object.</summary>
    internal static void Totals(Utf8JsonWriter json, string name, PriceTotals sums)
    {
        json.WriteStartObject(name);
        json.WriteNumber("lines", sums.Lines);
        json.WriteNumber("priced", sums.Priced);
        json.WriteNumber("notPriced", sums.Lines - sums.Priced);
        json.WriteNumber("chargeUsd", sums.ChargeUsd);
        Money(json, sums.Money);
        json.WriteOptional("costUsd", sums.Costed > 0 ? sums.CostUsd : null);
        json.WriteOptional("marginUsd", sums.Costed > 0 ? sums.MarginUsd : null);
        json.WriteEndObject();
    }

    private static string Method(PriceMethod method) => method switch
    {
        PriceMethod.OppsRate => "opps-rate",
        PriceMethod.Opps340B => "opps-340b",
        PriceMethod.PaymentLimit => "payment-limit",
        PriceMethod.NocPriceFile => "noc-price-file",
        PriceMethod.MedicaidLowerOf => "medicaid-lower-of",
        PriceMethod.FeeSchedule => "fee-schedule",
        _ => method.ToString().ToLowerInvariant(),
    };

    private static void Flags(Utf8JsonWriter json, string name, IReadOnlyList<PriceFlag> flags)
    {
        json.WriteStartArray(name);
        foreach (var flag in flags)
        {
            json.WriteStartObject();
            json.WriteString("id", flag.Id);
            json.WriteString("text", flag.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
