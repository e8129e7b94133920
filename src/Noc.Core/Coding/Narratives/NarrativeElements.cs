using System.Globalization;
using Noc.Drugs;

namespace Noc.Coding;

/// <summary>Writes single elements of a text, so that <see cref="NarrativeParser"/> reads them back.</summary>
internal static class NarrativeElements
{
    /// <summary>The order where the payer names none.</summary>
    public static readonly string[] Order = ["split", "name", "ingredients", "manufacturer", "product-number",
        "strength", "concentration", "dose", "quantity", "container", "route", "unit-map", "waste", "ndc", "ndc-dashed",
        "date", "frequency", "weight", "diagnosis", "price"];

    // What goes first where there is no room.
    public static readonly string[] LeastFirst = ["product-number", "date", "frequency", "weight", "diagnosis",
        "container", "manufacturer", "unit-map", "price", "strength", "concentration", "waste", "ndc", "ndc-dashed",
        "route", "ingredients", "quantity", "split", "dose", "name"];

    /// <summary>The element as written; empty where the facts do not tell it.</summary>
    /// <param name="element">The element.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="wants">The payer's wishes.</param>
    /// <param name="isGiven">True where the dose needs a word that tells it from the strength.</param>
    public static string Write(string element, DrugNarrative facts, NarrativeWants wants, bool isGiven) =>
        element switch
        {
            "split" => facts.Split is { Part: > 0, Parts: > 1 } of && of.Part <= of.Parts
                ? Text($"CLAIM {of.Part} OF {of.Parts}") : "",
            "name" => NameOf(facts),
            "ingredients" => string.Join(' ', facts.Ingredients.Select(Written)),
            "manufacturer" => facts.Manufacturer.Length > 0 ? $"MFR {ClaimCharacters.Clean(facts.Manufacturer)}" : "",
            "product-number" => facts.ProductNumber.Length > 0
                ? $"MODEL {ClaimCharacters.Clean(facts.ProductNumber)}" : "",
            "strength" or "concentration" => ClaimCharacters.Clean(facts.Strength),
            "dose" or "quantity" => facts.Dose.IsNone ? ""
                : $"{DoseOf(facts, wants)}{(isGiven ? " GIVEN" : "")}",
            "container" => ContainerOf(facts),
            "route" => ClaimCharacters.Clean(facts.Route),
            "unit-map" => facts.BilledUnits is > 0 and var units && !facts.Dose.IsNone
                ? Text($"{units:0.###}UNIT={InUnits(facts.Dose, wants.DoseUnits)}") : "",
            "waste" => facts.Waste.IsNone ? "" : facts.Waste.Value == 0 ? "NO WASTE" : $"WASTE {facts.Waste}",
            "ndc" => facts.Ndc.IsNone ? "" : $"NDC {facts.Ndc.Digits}{QuantityOf(facts, wants)}",
            "ndc-dashed" => facts.Ndc.IsNone ? "" : $"NDC {facts.Ndc.Hyphenated}",
            "date" => facts.Date?.ToString("MM/dd/yyyy", CultureInfo.InvariantCulture) ?? "",
            "frequency" => ClaimCharacters.Clean(facts.Frequency),
            "weight" => facts.WeightKg is { } kilograms ? Text($"WT {kilograms:0.##}KG") : "",
            "diagnosis" => facts.Diagnosis.Length > 0 ? $"DX {ClaimCharacters.Clean(facts.Diagnosis)}" : "",
            "price" => facts.PriceUsd is { } usd ? Text($"{LabelOf(facts, wants)}{usd:0.00}") : "",
            _ => "",
        };

    // A payer that asks for a quantity beside the dose means that of the NDC.
    private static string QuantityOf(DrugNarrative facts, NarrativeWants wants) =>
        facts is { NdcQuantity: > 0 and var quantity, NdcUnit.Length: 2 } && wants.Required.Contains("dose")
            && wants.Required.Contains("quantity") ? Text($" {facts.NdcUnit}{quantity:0.###}") : "";

    /// <summary>What a person fills in where the payer asks for what nobody has told.</summary>
    public static string Blank(string element, DrugNarrative facts, NarrativeWants wants, bool isGiven) =>
        element switch
        {
            "name" => "<DRUG NAME>",
            "ingredients" => "<INGREDIENTS>",
            "manufacturer" => "MFR <MANUFACTURER>",
            "product-number" => "<PRODUCT NUMBER>",
            "strength" or "concentration" => "<STRENGTH>",
            "dose" or "quantity" => isGiven ? "<DOSE> GIVEN" : "<DOSE GIVEN>",
            "container" => "<SDV OR MDV>",
            "route" => "<ROUTE>",
            "unit-map" => "1UNIT=<DOSE>",
            "waste" => "WASTE <AMOUNT>",
            "ndc" => "NDC <11 DIGITS>",
            "ndc-dashed" => "NDC <5-4-2 DIGITS>",
            "date" => "<DATE>",
            "frequency" => "<HOW OFTEN>",
            "weight" => "WT <WEIGHT>KG",
            "diagnosis" => "DX <CODE>",
            "price" => $"{LabelOf(facts, wants)}<COST>",
            _ => "",
        };

    /// <summary>The name without what stands in parentheses behind it.</summary>
    public static string Short(string name)
    {
        var end = name.IndexOf(" (", StringComparison.Ordinal);
        return end > 0 ? name[..end] : name;
    }

    private static string NameOf(DrugNarrative facts)
    {
        var name = ClaimCharacters.Clean(facts.Name);
        if (!facts.IsCompound) return name;
        if (name.Contains("COMPOUNDED", StringComparison.OrdinalIgnoreCase)) return name;
        return facts.Ingredients.Count > 0 ? "COMPOUNDED" : name.Length > 0 ? $"COMPOUNDED {name}" : "";
    }

    /// <summary>The ingredients of a compound in fewer words: with their amounts, then by their names alone.</summary>
    public static IReadOnlyList<string> BrieferIngredients(DrugNarrative facts)
    {
        var names = string.Join('/', facts.Ingredients.Select(one => ClaimCharacters.Clean(one.Name)));
        return facts.Ingredients.Any(one => one is { Dose.IsNone: false, Strength.Length: > 0 })
            ? [string.Join(' ', facts.Ingredients.Select(one => Written(one with { Strength = "" }))), names]
            : [names];
    }

    private static string Written(NarrativeIngredient one)
    {
        var text = ClaimCharacters.Clean(one.Name);
        if (one.Strength.Length > 0) text += $" {ClaimCharacters.Clean(one.Strength)}";
        return one.Dose.IsNone ? text : $"{text} {one.Dose}";
    }

    private static string ContainerOf(DrugNarrative facts) => facts.Container.Length == 0 ? ""
        : facts.Containers is { } count ? Text($"{count:0.##} {facts.Container}") : facts.Container;

    private static string LabelOf(DrugNarrative facts, NarrativeWants wants) =>
        wants.PriceLabel.Length > 0 ? wants.PriceLabel : facts.PriceLabel;

    private static string DoseOf(DrugNarrative facts, NarrativeWants wants)
    {
        var dose = InUnits(facts.Dose, wants.DoseUnits).ToString();
        foreach (var more in facts.MoreDoses) dose += $"/{InUnits(more, wants.DoseUnits)}";
        return dose;
    }

    private static Amount InUnits(Amount dose, IReadOnlyList<string> units)
    {
        if (units.Count == 0 || units.Contains(dose.Unit)) return dose;
        foreach (var unit in units)
            if (dose.TryConvert(unit, out var same)) return same;
        return dose;
    }

    private static string Text(InvariantText text) => text.Take();
}
