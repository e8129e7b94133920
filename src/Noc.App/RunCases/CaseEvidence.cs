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
        var isCompounded = (bool?)input["drug"]?["compounded"] is true;
        var isEquipment = CaseDrug.Text(one["payer"], "type") is "medicare_dme";
        // How it was made or given is told for itself: what the texts of the claim say of the dose stays.
        var isMeasured = isWhole || hasWaste || isFree || isDiscounted || HasCost(input)
            || (claim.IsPaper && invoices.Count > 0) || HasOwnCode(input);
        if (!isMeasured && !isCompounded && !isEquipment) return null;
        string[] names = isMeasured ? [NameOf(input, HasCost(input))] : NamesOf(input);
        var name = names[0];
        var encounter = new Encounter
        {
            Id = "worked-case",
            From = claim.Date,
            To = claim.Date,
            Claim = new() { PatientAccount = Account },
            Orders = [.. names.Select((drug, i) => new DrugOrder
            {
                Id = $"O-{i + 1}", Drug = drug, OrderedOn = claim.Date, SignedOn = claim.Date, Signer = "SIGNER",
            })],
            Administrations = [.. names.Select((drug, i) => Given(input, drug, claim.Date, isMeasured) with
            {
                Id = $"A-{i + 1}", Order = $"O-{i + 1}", IsFree = isFree, IsDiscounted340B = isDiscounted,
                IsCompounded = isCompounded,
            })],
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

    // A line of a code of its own has no text to tell the dose.
    private static bool HasOwnCode(JsonNode input) => (input["drug"]?["specificCodes"]?.AsArray() ?? []).Any(
        own => (input["lines"]?.AsArray() ?? []).Any(
            line => CaseDrug.Text(line, "hcpcs") == CaseDrug.Text(own, "code")));

    // A compound is called what its line calls it.
    private static string NameOf(JsonNode input, bool asBilled) =>
        asBilled && CaseDrug.Text(input["lines"]?[0], "description") is { Length: > 0 } told ? told
            : CaseDrug.NameOf(input["drug"]);

    private static string[] NamesOf(JsonNode input)
    {
        var told = (input["lines"]?.AsArray() ?? []).Select(line => CaseDrug.Text(line, "description"))
            .Where(text => text.Length > 0).ToArray();
        return told.Length > 0 ? told : [CaseDrug.NameOf(input["drug"])];
    }

    // Some payers ask for an approval of dear compounds.
    private static bool HasCost(JsonNode input) => (decimal?)input["acquisitionCost"] > 0
        && (bool?)input["drug"]?["compounded"] is true;

    private static Administration Given(JsonNode input, string name, DateOnly day, bool isMeasured)
    {
        var given = input["given"];
        var unit = CaseDrug.Text(given, "unit").ToUpperInvariant();
        var start = new DateTimeOffset(day, new(9, 0), TimeSpan.Zero);
        return new()
        {
            Id = "", Drug = name, Ndc = isMeasured ? NdcOf(input) : default, Day = day, Start = start,
            Stop = start.AddHours(1), Route = CaseDrug.Text(given, "route"),
            Dose = isMeasured && (decimal?)given?["dose"] is { } dose && unit.Length > 0 ? new(dose, unit) : default,
            Discarded = (decimal?)given?["wasted"] is { } waste ? new(waste, unit) : default,
            Containers = [new() { IsSingleDose = CaseDrug.Text(input["drug"], "containerType") is "single-dose" }],
        };
    }

    private static Ndc11 NdcOf(JsonNode input) =>
        Ndc11.TryParse(CaseDrug.Text(input["drug"], "ndc11"), out var ndc) ? ndc : default;
}
