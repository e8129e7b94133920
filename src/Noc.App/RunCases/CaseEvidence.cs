using System.Globalization;
using System.Text.Json.Nodes;
using Noc.Audit.Evidence;
using Noc.Drugs;
using Noc.Encounters;
using Noc.Tables;

namespace Noc.App.RunCases;

/// <summary>What a worked case says of the visit beside the claim: waste that no text tells, documents on
/// file.</summary>
internal static class CaseEvidence
{
    // The account number of a sample claim.
    private const string Account = "T1";

    /// <summary>The visit; null where the claim tells all that the case does.</summary>
    /// <param name="one">The case.</param>
    /// <param name="claim">Its claim.</param>
    /// <param name="tables">The tables with its drug.</param>
    /// <param name="isWhole">True to tell all that the case says was given: for corrections.</param>
    public static EvidenceIndex? Of(JsonNode one, CaseClaim claim, ReferenceTables tables, bool isWhole)
    {
        var input = one["input"]!;
        var invoices = (input["attachments"]?.AsArray() ?? [])
            .Where(document => CaseDrug.Text(document, "type") == "invoice").ToList();
        var hasWaste = ((decimal?)input["given"]?["wasted"] ?? 0) > 0 && !input["lines"]!.AsArray().Any(
            line => CaseDrug.Text(line, "description").Contains("WASTE", StringComparison.Ordinal));
        var (isFree, isDiscounted) = (CaseFlags.IsFree(input), CaseFlags.IsDiscounted(input));
        if (!isWhole && !hasWaste && !isFree && !isDiscounted && !HasCost(input)
            && !(claim.IsPaper && invoices.Count > 0)) return null;
        // A compound is called what its line calls it.
        var name = HasCost(input) ? CaseDrug.Text(input["lines"]?[0], "description")
            : CaseDrug.NameOf(input["drug"]);
        var encounter = new Encounter
        {
            Id = "worked-case",
            From = claim.Date,
            To = claim.Date,
            Claim = new() { PatientAccount = Account },
            Orders =
            [
                new() { Id = "O-1", Drug = name, OrderedOn = claim.Date, SignedOn = claim.Date, Signer = "SIGNER" },
            ],
            Administrations =
            [
                Given(input, name, claim.Date) with { IsFree = isFree, IsDiscounted340B = isDiscounted },
            ],
            Invoices = invoices.Count == 0 && HasCost(input)
                ? [new() { Drug = name, Ndc = NdcOf(input), UnitCostUsd = (decimal?)input["acquisitionCost"] }]
                : [.. invoices.Select(document => new InvoiceLine
            {
                Number = "I-1", Drug = name, Ndc = NdcOf(input), UnitCostUsd = (decimal?)input["acquisitionCost"],
                Date = DateOnly.TryParse(CaseDrug.Text(document, "date"), CultureInfo.InvariantCulture, out var day)
                    ? day : null,
            })],
            Attachments = [.. invoices.Select(
                _ => new Attachment { Kind = "invoice", Control = claim.AttachmentNumber })],
        };
        return new([(encounter, "worked-case", 0L)], tables);
    }

    // Some payers ask for an approval of dear compounds.
    private static bool HasCost(JsonNode input) => (decimal?)input["acquisitionCost"] > 0
        && (bool?)input["drug"]?["compounded"] is true;

    private static Administration Given(JsonNode input, string name, DateOnly day)
    {
        var given = input["given"];
        var unit = CaseDrug.Text(given, "unit").ToUpperInvariant();
        var start = new DateTimeOffset(day, new(9, 0), TimeSpan.Zero);
        return new()
        {
            Id = "A-1", Order = "O-1", Drug = name, Ndc = NdcOf(input), Day = day, Start = start,
            Stop = start.AddHours(1), Route = CaseDrug.Text(given, "route"),
            Dose = (decimal?)given?["dose"] is { } dose && unit.Length > 0 ? new(dose, unit) : default,
            Discarded = (decimal?)given?["wasted"] is { } waste ? new(waste, unit) : default,
            Containers = [new() { IsSingleDose = CaseDrug.Text(input["drug"], "containerType") is "single-dose" }],
        };
    }

    private static Ndc11 NdcOf(JsonNode input) =>
        Ndc11.TryParse(CaseDrug.Text(input["drug"], "ndc11"), out var ndc) ? ndc : default;
}
