using Noc.Audit.Rules.Claims;
using Noc.Audit.Rules.Narratives;
using Noc.Encounters;
using Noc.Payers;

namespace Noc.Audit.Evidence;

/// <summary>What is required of one drug line, element by element.</summary>
/// <param name="Line">Line number from 1.</param>
/// <param name="Elements">The elements of the payer's policy, then those of the record.</param>
public sealed record Checklist(int Line, IReadOnlyList<ChecklistElement> Elements)
{
    /// <summary>How many are met.</summary>
    public int Met => Elements.Count(one => one.State is ElementState.Met);

    /// <summary>How many are judged.</summary>
    public int Required => Elements.Count(one => one.State is not ElementState.NotJudged);

    /// <summary>The checklist of the line at hand; null for lines of waste, and where nothing is required.</summary>
    public static Checklist? Of(in RuleContext context)
    {
        var drug = context.Drug!;
        if (drug.IsWaste) return null;
        var elements = new List<ChecklistElement>();
        var facts = FourWayMatch.Of(context);
        AddTexts(context, facts, elements);
        AddClaim(context, facts, elements);
        if (drug.Evidence is { } evidence) AddRecord(drug, evidence, facts, elements);
        return elements.Count == 0 ? null : new(drug.Line.Number, elements);
    }

    private static void AddTexts(
        in RuleContext context, IReadOnlyList<FourWayFact> facts, List<ChecklistElement> elements)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified) return;
        var texts = NarrativeTexts.Of(context);
        foreach (var (element, _) in Narrative.Required(context))
        {
            var has = element is "diagnosis" ? context.Claim.Diagnoses.Count > 0 : texts.Has(element);
            var state = Differs(facts, element) ? ElementState.Conflicting
                : has switch { true => ElementState.Met, false => ElementState.Missing, _ => ElementState.NotJudged };
            Add(elements, element, state, drug.Evidence is { } evidence ? OnFile(element, evidence) : "");
        }
    }

    private static void AddClaim(
        in RuleContext context, IReadOnlyList<FourWayFact> facts, List<ChecklistElement> elements)
    {
        var (drug, claim) = (context.Drug!, context.Claim);
        var evidence = drug.Evidence;
        if (context.Wants(PolicyKeys.NdcRequired) is { Value.Word: "required" })
            Add(elements, "ndc-on-line", Differs(facts, "ndc") ? ElementState.Conflicting : Is(!drug.Ndc.IsNone),
                evidence is null ? "" : OnFile("ndc", evidence));
        if (context.Wants(PolicyKeys.InvoiceWhen) is { Value.Word: "always" })
            Add(elements, "invoice", Differs(facts, "price") ? ElementState.Conflicting
                : Is(claim.Paperwork.Count > 0 || drug.Line.Paperwork.Count > 0 || drug.HasPriceInText),
                evidence is { Invoices: [var invoice, ..] } ? $"invoice {invoice.Number}".TrimEnd() : "");
        if (context.Wants(PolicyKeys.AuthorizationNeeded) is { Value.Word: "always" })
            Add(elements, "authorization", Is(AuthorizationMissing.HasNumber(claim, drug.Line)),
                evidence is { Authorizations: [var one, ..] } ? one.Number : "");
    }

    // The order and the record, as the guides of Medicare contractors ask for them.
    private static void AddRecord(
        DrugLine drug, LineEvidence evidence, IReadOnlyList<FourWayFact> facts, List<ChecklistElement> elements)
    {
        var order = evidence.Order;
        Add(elements, "order", Is(order is not null), "");
        if (order is not null)
            Add(elements, "order-signature", Is(order.SignedOn is not null || order.Signer.Length > 0), "");
        Add(elements, "administration-record", Is(evidence.Given.Count > 0), "");
        if (evidence.Given.Count > 0)
        {
            Add(elements, "dose-in-record", Differs(facts, "dose") ? ElementState.Conflicting
                : Is(!evidence.TotalGiven.IsNone), evidence.TotalGiven.ToString());
            Add(elements, "ndc-in-record", Is(evidence.Ndcs.Count > 0), OnFile("ndc", evidence));
            Add(elements, "lot", facts.Any(fact => fact is { Fact: "lot", FirstToDiffer.Length: > 0 })
                ? ElementState.Conflicting : Is(evidence.Lots.Count > 0), string.Join(" / ", evidence.Lots));
            if (evidence.IsSingleDose is true)
                Add(elements, "waste-in-record", Differs(facts, "waste") ? ElementState.Conflicting
                    : Is(!evidence.TotalDiscarded.IsNone), evidence.TotalDiscarded.ToString());
            if (evidence.Given.Any(given => given.Method is AdministrationMethod.IvInfusion
                or AdministrationMethod.SubcutaneousInfusion or AdministrationMethod.ProlongedPump))
                Add(elements, "times", Is(evidence.Given.All(given => given.Minutes is not null)), "");
        }
        if (order is { DosePerKg.IsNone: false })
            Add(elements, "weight-in-record", Is(evidence.Item.Encounter.Patient.WeightKg is not null), "");
        if (drug.IsUnclassified)
        {
            Add(elements, "approval-date", evidence.Product?.ApprovedOn > drug.Day ? ElementState.Conflicting
                : Is(evidence.Product?.ApprovedOn is not null), evidence.Product?.ApprovedOn is { } day
                ? Texts.Of($"{day:yyyy-MM-dd}") : "");
            Add(elements, "application-number", Is(evidence.Product is { Application.Length: > 0 }),
                evidence.Product is { Application.Length: > 0 } product
                    ? $"{product.Pathway} {product.Application}".Trim() : "");
        }
        if (!evidence.Given.Any(given => given.IsOffLabel)) return;
        Add(elements, "citation", Is(evidence.Item.Encounter.Citations.Count > 0), "");
        Add(elements, "prior-therapy", Is(evidence.Item.Encounter.PriorTherapies.Count > 0), "");
    }

    private static void Add(List<ChecklistElement> elements, string element, ElementState state, string onFile) =>
        elements.Add(new(element, state,
            state is ElementState.Missing && onFile.Length > 0 ? "billing" : WhoHas(element), onFile));

    private static ElementState Is(bool isMet) => isMet ? ElementState.Met : ElementState.Missing;

    private static bool Differs(IReadOnlyList<FourWayFact> facts, string element)
    {
        var name = element switch
        {
            "name" or "ingredients" => "drug",
            "price" => "cost",
            "ndc-dashed" => "ndc",
            "dose" or "ndc" or "waste" => element,
            _ => null,
        };
        foreach (var fact in facts)
            if (fact.Fact == name && fact.FirstToDiffer.Length > 0) return true;
        return false;
    }

    private static string OnFile(string element, LineEvidence evidence) => element switch
    {
        "name" => evidence.Given is [var given, ..] ? given.Drug : evidence.Order?.Drug ?? "",
        "dose" or "quantity" => evidence.TotalGiven.ToString(),
        "strength" or "concentration" => evidence.Product?.Strength ?? "",
        "route" => evidence.Given is [var given, ..] ? given.Route : evidence.Order?.Route ?? "",
        "ndc" or "ndc-dashed" => string.Join(" / ", evidence.Ndcs.Select(ndc => ndc.Hyphenated)),
        "manufacturer" => evidence.Product?.Labeler ?? "",
        "price" => evidence.Invoices is [{ NetUnitUsd: { } usd }, ..] ? Texts.Of($"${usd:0.00}") : "",
        "date" => evidence.Given is [var given, ..] ? Texts.Of($"{given.Day:yyyy-MM-dd}") : "",
        "waste" => evidence.TotalDiscarded.ToString(),
        "container" => evidence.IsSingleDose switch { true => "SDV", false => "MDV", _ => "" },
        "weight" => evidence.Item.Encounter.Patient.WeightKg is { } kg ? Texts.Of($"{kg:0.##}KG") : "",
        _ => "",
    };

    private static string WhoHas(string element) => element switch
    {
        "dose" or "route" or "waste" or "quantity" or "date" or "weight" or "administration-record"
            or "dose-in-record" or "waste-in-record" or "times" or "weight-in-record" => "nursing",
        "diagnosis" or "frequency" or "order" or "order-signature" or "citation" or "prior-therapy" => "provider",
        "authorization" => "front desk",
        "unit-map" or "ndc-on-line" => "billing",
        _ => "pharmacy",
    };
}
