using System.Globalization;
using Noc.Coding;
using Noc.Payers;

namespace Noc.Audit.Rules.Narratives;

/// <summary>What the narrative rules share.</summary>
internal static class Narrative
{
    /// <summary>SV101-7, SV202-7 and NTE02 hold as many characters.</summary>
    public const int MaxLength = 80;

    private static readonly string[] Order = ["name", "ingredients", "manufacturer", "strength", "dose", "container",
        "route", "unit-map", "waste", "ndc", "ndc-dashed", "date", "frequency", "product-number", "price"];

    /// <summary>True where a line should tell its dose and does not.</summary>
    public static bool NeedsDose(DrugLine drug) => drug is { IsUnclassified: true, IsCompound: false, IsWaste: false }
        && Codes.IsCore(drug.Line.Code) && drug.Setting is not Setting.Dme && drug.Dose.IsNone
        && (drug.Description.Length > 0 || drug.Note.Length > 0)
        && drug.DescriptionFacts?.IsGeneric != true;

    /// <summary>The value that asks for an element on the line; null where the payer asks for none.</summary>
    public static PolicyEntry? Wanted(in RuleContext context, string element) =>
        Required(context).Of(element);

    /// <summary>What the payer asks for: of the code that the line should have, where that is known to be another.
    /// </summary>
    public static PolicyWords Required(in RuleContext context)
    {
        var drug = context.Drug!;
        if (drug.Setting is not Setting.Dme || context.Policy.Wants is not { } wants)
            return context.Words(PolicyKeys.NarrativeRequired);
        var situation = drug.Subject.Situation;
        var subject = !Codes.IsCore(drug.Line.Code) ? drug.Subject
            : situation.HasFlag(Situation.Nebulizer) ? drug.Subject with { Code = Codes.J7699 }
            : situation.HasFlag(Situation.ExternalPump) ? drug.Subject with { Code = Codes.J7799 } : drug.Subject;
        return wants.WordsOf(PolicyKeys.NarrativeRequired, subject);
    }

    /// <summary>The text as the payer wants it, as far as the line tells; what is missing stands in angle
    /// brackets. Name, dose and route where the payer asks for nothing more.</summary>
    public static string Suggest(in RuleContext context)
    {
        var drug = context.Drug!;
        var required = Required(context);
        var refused = context.Words(PolicyKeys.NarrativeRefused);
        var asks = false;
        foreach (var (word, _) in required) asks |= word is not ("name" or "dose" or "route");
        if (!asks && !refused.Contains("route")) return Plain(drug);
        var order = context.Wants(PolicyKeys.NarrativeOrder)?.Value.Words ?? Order;
        var text = Build(context, required, refused, order, withOptional: true);
        return text.Length <= MaxLength ? text : Cut(Build(context, required, refused, order, withOptional: false));
    }

    private static string Plain(DrugLine drug)
    {
        var name = drug.DrugName is { Length: > 0 } known ? known.ToUpperInvariant() : "<DRUG NAME>";
        var dose = drug.Dose.IsNone ? "<DOSE GIVEN>" : drug.Dose.ToString();
        return Cut($"{name} {dose} {drug.Route ?? "<ROUTE>"}");
    }

    private static string Cut(string text) => text.Length > MaxLength ? text[..MaxLength] : text;

    private static string Build(
        in RuleContext context, in PolicyWords required, in PolicyWords refused, IReadOnlyList<string> order,
        bool withOptional)
    {
        var parts = new List<string>();
        foreach (var element in order)
        {
            var isWanted = required.Contains(element);
            if (!isWanted && (!withOptional || refused.Contains(element))) continue;
            if (Part(context, element, isWanted, required.Contains("strength")) is { Length: > 0 } part)
                parts.Add(part);
        }
        return string.Join(' ', parts);
    }

    // One element as it is written; empty where it is not known and not wanted.
    private static string Part(in RuleContext context, string element, bool isWanted, bool tellsStrength)
    {
        var drug = context.Drug!;
        var (value, blank) = element switch
        {
            "name" => (NameOf(drug), "<DRUG NAME>"),
            "ingredients" => (isWanted ? NameOf(drug) : "", "<INGREDIENTS>"),
            "manufacturer" => (MakerOf(drug), "<MANUFACTURER>"),
            "strength" or "concentration" => (drug.StrengthText, "<STRENGTH>"),
            "dose" or "quantity" => (drug.Dose.IsNone ? "" : $"{drug.Dose}{(tellsStrength ? " GIVEN" : "")}",
                tellsStrength ? "<DOSE> GIVEN" : "<DOSE GIVEN>"),
            "container" => (drug.DescriptionFacts?.Container ?? drug.NoteFacts?.Container ?? "", "<SDV OR MDV>"),
            "route" => (drug.DescriptionFacts?.Route ?? drug.NoteFacts?.Route ?? (isWanted ? drug.Route : "") ?? "",
                "<ROUTE>"),
            "unit-map" => (!isWanted || drug.Dose.IsNone || drug.Line.BilledUnits is not (> 0 and var units) ? ""
                : Texts.Of($"{units:0.###}UNIT={drug.Dose}"), "1UNIT=<DOSE>"),
            "waste" => (drug.DescriptionFacts?.Waste is { IsNone: false } waste ? $"WASTE {waste}" : "",
                "WASTE <AMOUNT>"),
            "ndc" => (!isWanted || drug.AnyNdc.IsNone ? "" : $"NDC {drug.AnyNdc.Digits}", "NDC <11 DIGITS>"),
            "ndc-dashed" => (!isWanted || drug.AnyNdc.IsNone ? "" : $"NDC {drug.AnyNdc.Hyphenated}",
                "NDC <5-4-2 DIGITS>"),
            "date" => (!isWanted ? "" : drug.Day?.ToString("MM/dd/yyyy", CultureInfo.InvariantCulture) ?? "", "<DATE>"),
            "frequency" => (isWanted ? Frequency(drug) : "", "<HOW OFTEN>"),
            "price" => (isWanted ? PriceOf(context) : "", ""),
            "product-number" => ("", "<PRODUCT NUMBER>"),
            _ => ("", ""),
        };
        return value.Length > 0 ? value : isWanted ? blank : "";
    }

    private static string Frequency(DrugLine drug) => drug.DescriptionFacts?.Frequency ?? drug.NoteFacts?.Frequency
        ?? drug.RemarkFacts?.Frequency ?? "";

    private static string NameOf(DrugLine drug) =>
        drug.DescriptionFacts is { IsGeneric: false, Name.IsEmpty: false } text
            ? text.Name.Of(drug.Description).ToString().ToUpperInvariant() : drug.DrugName.ToUpperInvariant();

    private static string MakerOf(DrugLine drug) =>
        drug.DescriptionFacts is { Manufacturer.IsEmpty: false } text
            ? text.Manufacturer.Of(drug.Description).ToString()
            : drug.NoteFacts is { Manufacturer.IsEmpty: false } note ? note.Manufacturer.Of(drug.Note).ToString() : "";

    // What a radiopharmaceutical or a compound cost stands on the invoice; elsewhere the list price is the charge.
    private static string PriceOf(in RuleContext context)
    {
        var drug = context.Drug!;
        var price = drug.DescriptionFacts?.PriceUsd ?? drug.NoteFacts?.PriceUsd ?? drug.RemarkFacts?.PriceUsd;
        var isInvoice = drug.IsCompound || IsRadiopharmaceutical(drug);
        var label = context.Wants(PolicyKeys.NarrativePriceLabel)?.Value.Word ?? (isInvoice ? "INV. $" : "PL $");
        price ??= isInvoice ? null : drug.Line.ChargeUsd;
        return price is { } usd ? Texts.Of($"{label}{usd:0.00}") : $"{label}<COST>";
    }

    /// <summary>Whether the code is of radiopharmaceuticals: their rules have a topic of their own.</summary>
    public static bool IsRadiopharmaceutical(DrugLine drug) =>
        CodeClass.Includes("radiopharmaceutical", drug.Line.Code, drug.IsUnclassified);
}
