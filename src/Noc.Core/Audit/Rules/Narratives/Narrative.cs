using Noc.Coding;
using Noc.Drugs;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit.Rules.Narratives;

/// <summary>What the narrative rules share.</summary>
internal static class Narrative
{
    /// <summary>True where a line should tell its dose and does not.</summary>
    public static bool NeedsDose(DrugLine drug) => drug is { IsUnclassified: true, IsWaste: false }
        && (Codes.IsCore(drug.Line.Code) || drug.IsCompound) && drug.Setting is not Setting.Dme
        // A compound of so much for each ML is dosed by its volume.
        && (drug.Dose.IsNone || drug.Dose.Value == 0 || (!drug.IsCompound && TellsVolumeOnly(drug)))
        && (drug.Description.Length > 0 || drug.Note.Length > 0)
        && drug.DescriptionFacts?.IsGeneric != true && ProductKinds.Of(drug) is not ProductKind.Fluid   // COD013
        && !TellsWholeDose(drug);

    /// <summary>True for "1 DOSE" or "1 TREATMENT" of what is made for one patient and billed by it: cells, genes.
    /// </summary>
    public static bool TellsWholeDose(DrugLine drug)
    {
        if (!drug.Dose.IsNone || drug.Match.IsNone || !(SaysDose(drug.Description) || SaysDose(drug.Note)))
            return false;
        foreach (var product in drug.Match.Products)
            if (product.Kind is not ProductKind.CarTCells && !product.Codes.Any(
                code => code.IsPerTreatment && DoseBand.Of(code) is null)) return false;
        return true;
    }

    // A number in front of the word; "1 THERAPEUTIC DOSE" too.
    private static bool SaysDose(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 1; i < words.Length; i++)
            if (words[i].TrimEnd('.', ',', ';').ToUpperInvariant() is "DOSE" or "DOSES" or "TREATMENT"
                && (IsCount(words[i - 1]) || (i > 1 && IsCount(words[i - 2])))) return true;
        return false;
    }

    private static bool IsCount(string word) =>
        (word.Length is 1 or 2 && word.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0)
        || word.Equals("ONE", StringComparison.OrdinalIgnoreCase);

    /// <summary>True where the texts give a volume and no amount in the drug's own unit: 3ML tells no dose, unless a
    /// code counts the drug by its volume.</summary>
    public static bool TellsVolumeOnly(DrugLine drug) => drug.Dose.Unit is "ML" or "L" && HasVolumesOnly(
        drug.DescriptionFacts) && HasVolumesOnly(drug.NoteFacts) && HasVolumesOnly(drug.RemarkFacts)
        && !IsDosedByVolume(drug);

    /// <summary>True where the description holds numbers only: an NDC names no drug.</summary>
    public static bool NamesNothing(DrugLine drug) => drug.DescriptionFacts is { Name.IsEmpty: true, IsGeneric: false }
        && drug.NoteFacts is not { Name.IsEmpty: false } && drug.RemarkFacts is not { Name.IsEmpty: false };

    private static bool HasVolumesOnly(NarrativeFacts? text)
    {
        if (text is null) return true;
        if (!text.Dose.IsNone && text.Dose.Unit is not ("ML" or "L")) return false;
        foreach (var dose in text.OtherDoses)
            if (dose.Unit is not ("ML" or "L")) return false;
        return true;
    }

    // Vaccines, extracts and antigens of tests are ordered and given by volume.
    private static bool IsDosedByVolume(DrugLine drug)
    {
        if (ProductKinds.HasOtherCodes(ProductKinds.Of(drug))) return true;
        if (drug.Match.IsNone) return false;
        foreach (var product in drug.Match.Products)
        {
            foreach (var code in product.Codes)
                if (CountsVolume(code)) return true;
            // A mixture of many ingredients has no dose in milligrams.
            if (product.Kind is ProductKind.Mixture) return true;
            // A gas, or what is laid on the skin, is measured as it leaves the container.
            if (product.Forms.Count > 0 && !product.Forms.Any(IsInjected)) return true;
        }
        return false;
    }

    private static bool CountsVolume(ProductCode code) => code.Unit.Unit is "ML" or "L"
        || ((code.UnitText.EndsWith("ml", StringComparison.OrdinalIgnoreCase)
            || code.UnitText.EndsWith("cc", StringComparison.OrdinalIgnoreCase)
            || code.UnitText.StartsWith("ml", StringComparison.OrdinalIgnoreCase))
            && !code.UnitText.Contains("per ml", StringComparison.OrdinalIgnoreCase));

    private static bool IsInjected(string form) => form is "solution" or "suspension" or "emulsion" or "kit"
        || form.StartsWith("powder", StringComparison.Ordinal) || form.StartsWith("lipo", StringComparison.Ordinal)
        || form.StartsWith("lipid", StringComparison.Ordinal);

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
        return drug.Subject with
        {
            Code = situation.HasFlag(Situation.Nebulizer) ? Codes.J7699 : Codes.J7799,
        };
    }

    /// <summary>The text as the payer wants it, as far as the line tells; what is missing stands in angle
    /// brackets. Name, dose and route where the payer asks for nothing more.</summary>
    public static string Suggest(in RuleContext context)
    {
        var wants = new NarrativeWants(context.Policy.Wants, SubjectOf(context));
        return NarrativeComposer.Describe(NarrativeRecord.Complete(FactsOf(context, wants), context, wants), wants);
    }

    // Only what the payer asks for, and what stands in the text already: a suggestion adds nothing of its own.
    private static DrugNarrative FactsOf(in RuleContext context, NarrativeWants wants)
    {
        var drug = context.Drug!;
        var facts = new DrugNarrative
        {
            Name = wants.AsksLittle && !HasMore(drug.DescriptionFacts) && drug.Match.Kind is NameKind.Brand
                ? BrandOf(drug) : NameOf(drug),
            IsCompound = drug.SaysCompound,
            Ingredients = drug.SaysCompound ? IngredientsOf(drug) : [],
            Dose = !drug.IsCompound && TellsVolumeOnly(drug) ? DoseOfVolume(drug)
                : drug.Dose.Value == 0 ? default : drug.Dose,
            MoreDoses = NarrativeConflicts.IsCombinedDose(drug.DescriptionFacts, drug.Description)
                ? drug.DescriptionFacts!.OtherDoses : [],
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

    private static Amount DoseOfVolume(DrugLine drug) =>
        drug.DescriptionFacts?.DoseOfVolume is { IsNone: false } text ? text : drug.NoteFacts?.DoseOfVolume ?? default;

    private static string Frequency(DrugLine drug) => drug.DescriptionFacts?.Frequency ?? drug.NoteFacts?.Frequency
        ?? drug.RemarkFacts?.Frequency ?? "";

    private static string NameOf(DrugLine drug)
    {
        if (drug.DescriptionFacts is not { IsGeneric: false, Name.IsEmpty: false } text)
            return BrandOf(drug).ToUpperInvariant();
        var name = text.Name.Of(drug.Description).ToString();
        // One product with several ingredients is one name.
        if (!drug.SaysCompound)
            foreach (var other in text.OtherNames) name += $"/{other.Of(drug.Description)}";
        return name.ToUpperInvariant();
    }

    private static string BrandOf(DrugLine drug) => drug.Match is { IsNone: false, Products: [var only] }
        ? only.Brands.Count > 0 ? drug.NameOf(only) : only.Substance : drug.DrugName;

    private static bool HasMore(NarrativeFacts? text) => text is { IsCompound: false, OtherNames.Count: > 0 };

    private static IReadOnlyList<NarrativeIngredient> IngredientsOf(DrugLine drug) =>
        drug.DescriptionFacts is { } text ? NarrativeIngredient.Of(text, drug.Description) : [];

    private static string MakerOf(DrugLine drug) =>
        drug.DescriptionFacts is { Manufacturer.IsEmpty: false } text
            ? text.Manufacturer.Of(drug.Description).ToString()
            : drug.NoteFacts is { Manufacturer.IsEmpty: false } note ? note.Manufacturer.Of(drug.Note).ToString() : "";

    // What a radiopharmaceutical or a compound cost stands on the invoice; elsewhere the list price is the charge.
    private static decimal? PriceOf(DrugLine drug) => drug.DescriptionFacts?.PaidUsd ?? drug.NoteFacts?.PaidUsd
        ?? drug.RemarkFacts?.PaidUsd ?? (IsPricedByInvoice(drug) ? null : drug.Line.ChargeUsd);

    // The charge of a drug that cost nothing is a token: what it would have cost stands on the invoice.
    private static bool IsPricedByInvoice(DrugLine drug) =>
        drug.IsCompound || drug.Line.HasTokenCharge || drug.Subject.Situation.HasFlag(Situation.Free)
        || IsRadiopharmaceutical(drug);

    /// <summary>Whether the code is of radiopharmaceuticals: their rules have a topic of their own.</summary>
    public static bool IsRadiopharmaceutical(DrugLine drug) =>
        CodeClass.Includes("radiopharmaceutical", drug.Line.Code, drug.IsUnclassified);
}
