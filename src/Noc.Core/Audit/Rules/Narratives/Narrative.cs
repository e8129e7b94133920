using Noc.Coding;
using Noc.Payers;

namespace Noc.Audit.Rules.Narratives;

/// <summary>What the narrative rules share.</summary>
internal static class Narrative
{
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
    public static PolicyWords Required(in RuleContext context) => context.Policy.Wants is { } wants
        ? wants.WordsOf(PolicyKeys.NarrativeRequired, SubjectOf(context)) : default;

    private static PolicySubject SubjectOf(in RuleContext context)
    {
        var drug = context.Drug!;
        if (drug.Setting is not Setting.Dme || !Codes.IsCore(drug.Line.Code)) return drug.Subject;
        var situation = drug.Subject.Situation;
        return situation.HasFlag(Situation.Nebulizer) ? drug.Subject with { Code = Codes.J7699 }
            : situation.HasFlag(Situation.ExternalPump) ? drug.Subject with { Code = Codes.J7799 } : drug.Subject;
    }

    /// <summary>The text as the payer wants it, as far as the line tells; what is missing stands in angle
    /// brackets. Name, dose and route where the payer asks for nothing more.</summary>
    public static string Suggest(in RuleContext context)
    {
        var wants = new NarrativeWants(context.Policy.Wants, SubjectOf(context));
        return NarrativeComposer.Describe(FactsOf(context, wants), wants);
    }

    // Only what the payer asks for, and what stands in the text already: a suggestion adds nothing of its own.
    private static DrugNarrative FactsOf(in RuleContext context, NarrativeWants wants)
    {
        var drug = context.Drug!;
        var facts = new DrugNarrative
        {
            Name = wants.AsksLittle ? drug.DrugName : NameOf(drug),
            Dose = drug.Dose,
            Route = drug.Route ?? "",
            Split = drug.DescriptionFacts?.Split ?? default,
        };
        if (wants.AsksLittle) return facts;
        return facts with
        {
            Manufacturer = MakerOf(drug),
            Strength = drug.StrengthText,
            Container = drug.DescriptionFacts?.Container ?? drug.NoteFacts?.Container ?? "",
            Route = drug.DescriptionFacts?.Route ?? drug.NoteFacts?.Route
                ?? (wants.Asks("route") ? drug.Route : "") ?? "",
            BilledUnits = wants.Asks("unit-map") && drug.Line.BilledUnits is > 0 and var units ? units : null,
            Waste = drug.DescriptionFacts?.Waste is { IsNone: false, Value: > 0 } waste ? waste : default,
            Ndc = wants.Asks("ndc") || wants.Asks("ndc-dashed") ? drug.AnyNdc : default,
            Date = wants.Asks("date") ? drug.Day : null,
            Frequency = wants.Asks("frequency") ? Frequency(drug) : "",
            PriceUsd = wants.Asks("price") ? PriceOf(drug) : null,
            PriceLabel = IsPricedByInvoice(drug) ? "INV. $" : "PL $",
        };
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
    private static decimal? PriceOf(DrugLine drug) => drug.DescriptionFacts?.PriceUsd ?? drug.NoteFacts?.PriceUsd
        ?? drug.RemarkFacts?.PriceUsd ?? (IsPricedByInvoice(drug) ? null : drug.Line.ChargeUsd);

    // The charge of a drug that cost nothing is a token: what it would have cost stands on the invoice.
    private static bool IsPricedByInvoice(DrugLine drug) =>
        drug.IsCompound || drug.Line.ChargeUsd is >= 0 and <= 0.01m || IsRadiopharmaceutical(drug);

    /// <summary>Whether the code is of radiopharmaceuticals: their rules have a topic of their own.</summary>
    public static bool IsRadiopharmaceutical(DrugLine drug) =>
        CodeClass.Includes("radiopharmaceutical", drug.Line.Code, drug.IsUnclassified);
}
