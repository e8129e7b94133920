using Noc.Encounters;

namespace Noc.Audit.Evidence;

/// <summary>Says why a drug was given, from recorded facts only: a fact that is not recorded has no sentence.</summary>
public static class NecessityStatement
{
    /// <summary>The sentences for one drug line, in the order who, what, when, where, why.</summary>
    /// <param name="evidence">What the encounter says of the line.</param>
    public static IReadOnlyList<StatementSentence> Of(LineEvidence evidence)
    {
        var sentences = new List<StatementSentence>();
        var encounter = evidence.Item.Encounter;
        Who(encounter, sentences);
        foreach (var given in evidence.Given) What(given, sentences);
        Where(encounter, sentences);
        Why(encounter, evidence, sentences);
        return sentences;
    }

    private static void Who(Encounter encounter, List<StatementSentence> sentences)
    {
        var (patient, at) = (encounter.Patient, $"{encounter.Pointer}/patient");
        if (patient.BirthDate is { } born && born <= encounter.From)
        {
            var years = encounter.From.Year - born.Year;
            if (encounter.From < born.AddYears(years)) years--;
            sentences.Add(new("who", $"The patient was {years} {(years == 1 ? "year" : "years")} old.",
                $"{at}/birthDate"));
        }
        if (patient.WeightKg is { } weight)
            sentences.Add(new("who", Texts.Of($"The patient weighed {weight:0.##} kg."), $"{at}/weightKg"));
    }

    private static void What(Administration given, List<StatementSentence> sentences)
    {
        var text = given.Drug + (given.Dose.IsNone ? "" : $" {given.Dose}") + " was given"
            + (given.Route.Length > 0 ? $" {given.Route}" : "")
            + (given.Site.Length > 0 ? $", {given.Site}" : "") + ".";
        sentences.Add(new("what", text, given.Pointer));
        if (given.Discarded is { IsNone: false, Value: > 0 })
            sentences.Add(new("what", $"{given.Discarded} was discarded.", $"{given.Pointer}/discarded"));
        for (var i = 0; i < given.Containers.Count; i++)
            if (given.Containers[i] is { Lot.Length: > 0 } container)
                sentences.Add(new("what", $"Lot {container.Lot} was used.", $"{given.Pointer}/containers/{i}/lot"));
        sentences.Add(new("when", Texts.Of($"It was given on {given.Day:yyyy-MM-dd}")
            + (given is { Start: { } start, Stop: { } stop } ? Texts.Of($" from {start:HH:mm} to {stop:HH:mm}.") : "."),
            given.Start is null ? given.Pointer : $"{given.Pointer}/start"));
    }

    private static void Where(Encounter encounter, List<StatementSentence> sentences)
    {
        if (encounter.Facility is { Name.Length: > 0 } facility)
            sentences.Add(new("where", $"Place: {facility.Name}.", $"{encounter.Pointer}/facility/name"));
        else if (encounter.Billing is { Name.Length: > 0 } billing)
            sentences.Add(new("where", $"Place: {billing.Name}.", $"{encounter.Pointer}/billing/name"));
        if (encounter.Claim.PlaceOfService.Length > 0)
            sentences.Add(new("where", $"Place of service {encounter.Claim.PlaceOfService}.",
                $"{encounter.Pointer}/claim/placeOfService"));
        else if (encounter.Claim.BillType.Length > 0)
            sentences.Add(new("where", $"Bill type {encounter.Claim.BillType}.",
                $"{encounter.Pointer}/claim/billType"));
    }

    private static void Why(Encounter encounter, LineEvidence evidence, List<StatementSentence> sentences)
    {
        if (encounter.Diagnoses.Count > 0)
            sentences.Add(new("why", $"Diagnoses: {string.Join(", ", encounter.Diagnoses.Select(Dotted))}.",
                $"{encounter.Pointer}/diagnoses"));
        if (evidence.Order is { } order)
        {
            sentences.Add(new("why", $"Ordered: {order.Drug}{(order.Dose.IsNone ? "" : $" {order.Dose}")}"
                + (order.OrderedOn is { } on ? Texts.Of($" on {on:yyyy-MM-dd}.") : "."), order.Pointer));
            if (order.SignedOn is { } signed)
                sentences.Add(new("why", Texts.Of($"The order was signed on {signed:yyyy-MM-dd}")
                    + (order.Signer.Length > 0 ? $" by {order.Signer}." : "."), $"{order.Pointer}/signedOn"));
        }
        if (evidence.Product is { } product)
        {
            if (product.ApprovedOn is { } approved)
                sentences.Add(new("why", Texts.Of($"{product.Name} was approved on {approved:yyyy-MM-dd}")
                    + (product.Application.Length > 0 ? $", {product.Pathway} {product.Application}".TrimEnd() : "")
                    + ".", $"{product.Pointer}/approvedOn"));
            if (product.Indications.Length > 0)
                sentences.Add(new("why", $"The label names: {product.Indications}", $"{product.Pointer}/indications"));
        }
        foreach (var therapy in encounter.PriorTherapies)
            sentences.Add(new("why", $"Tried before: {therapy.Drug}"
                + (therapy.From is { } from ? Texts.Of($" from {from:yyyy-MM-dd}") : "")
                + (therapy.To is { } to ? Texts.Of($" to {to:yyyy-MM-dd}") : "")
                + (therapy.Outcome.Length > 0 ? $": {therapy.Outcome}." : "."), therapy.Pointer));
        foreach (var given in evidence.Given.Where(given => given.IsOffLabel))
            sentences.Add(new("why", $"{given.Drug} was used beyond its label.", $"{given.Pointer}/offLabel"));
        if (!evidence.Given.Any(given => given.IsOffLabel)) return;
        foreach (var citation in encounter.Citations)
            sentences.Add(new("why", $"Supported by: {citation}", $"{encounter.Pointer}/citations"));
    }

    private static string Dotted(string code) => code.Length > 3 ? $"{code[..3]}.{code[3..]}" : code;
}
