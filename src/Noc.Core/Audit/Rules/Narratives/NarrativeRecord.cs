using Noc.Audit.Evidence;
using Noc.Coding;
using Noc.Drugs;

namespace Noc.Audit.Rules.Narratives;

/// <summary>Fills what a payer asks for and the claim does not tell from the NDC of the line and the record of the
/// visit.</summary>
internal static class NarrativeRecord
{
    /// <summary>The facts with those that the payer asks for; what the claim itself tells stays as it is.</summary>
    public static DrugNarrative Complete(DrugNarrative facts, in RuleContext context, NarrativeWants wants)
    {
        var drug = context.Drug!;
        if (drug.IsCompound) return facts;
        facts = OfNdc(facts, context, wants);
        if (drug.Evidence is not { IsSure: true, Given: [var first, ..] } record) return facts;
        var isNameKnown = facts.Name.Length > 0 && drug.DescriptionFacts is not { IsGeneric: true };
        return facts with
        {
            Name = isNameKnown ? facts.Name : first.Drug.ToUpperInvariant(),
            Dose = facts.Dose.IsNone ? record.TotalGiven : facts.Dose,
            Route = facts.Route.Length > 0 || !(wants.AsksLittle || wants.Asks("route")) ? facts.Route
                : RouteOf(record),
            Ndc = facts.Ndc.IsNone && (wants.Asks("ndc") || wants.Asks("ndc-dashed")) && record.Ndcs is [var ndc]
                ? ndc : facts.Ndc,
            Waste = facts.Waste.IsNone && record.TotalDiscarded.Value > 0 && wants.Asks("waste")
                ? record.TotalDiscarded : facts.Waste,
            Frequency = facts.Frequency.Length > 0 || !wants.Asks("frequency") ? facts.Frequency : TimesOf(record),
            PriceUsd = facts.PriceUsd ?? (wants.Asks("price") ? PriceOf(record) : null),
        };
    }

    private static DrugNarrative OfNdc(DrugNarrative facts, in RuleContext context, NarrativeWants wants)
    {
        var drug = context.Drug!;
        var asksMaker = facts.Manufacturer.Length == 0 && wants.Asks("manufacturer");
        var asksStrength = facts.Strength.Length == 0 && (wants.Asks("strength") || wants.Asks("concentration"));
        if ((!asksMaker && !asksStrength) || drug.FactsOfNdc(context.Tables) is not { } ndc) return facts;
        var strength = ndc.Strength;
        return facts with
        {
            Manufacturer = asksMaker ? ndc.Labeler.ToUpperInvariant() : facts.Manufacturer,
            Strength = asksStrength && strength is { IsNone: false, IsPerItem: false }
                ? NarrativeFacts.Written(strength.Drug, strength.Per) : facts.Strength,
        };
    }

    // As narratives spell it; empty where the record says it in other words.
    private static string RouteOf(LineEvidence record) =>
        NarrativeParser.Parse($"X 1MG {record.Given[0].Route.ToUpperInvariant()}").Route ?? "";

    private static string TimesOf(LineEvidence record) =>
        record.Given.Count == 1 ? "X1" : Texts.Of($"X{record.Given.Count}");

    private static decimal? PriceOf(LineEvidence record) =>
        record.Invoices is [{ UnitCostUsd: { } cost }, ..] ? cost : null;
}
