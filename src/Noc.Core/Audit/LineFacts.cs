using Noc.Coding;
using Noc.Drugs;
using Noc.Payers.Expressions;

namespace Noc.Audit;

/// <summary>What the audit knows of a drug line, as the rules of policy files ask for it.</summary>
internal static class LineFacts
{
    /// <summary>The facts of the line at hand. Made only for payers that have rules of their own.</summary>
    public static ClaimLineFacts Of(in RuleContext context, DrugLine drug)
    {
        var product = drug.Match is { IsNone: false, Products: [var only] } ? only : null;
        return new()
        {
            Jurisdiction = context.Policy.Jurisdiction,
            Sent = context.Sent,
            AsOf = context.AsOf,
            DrugNames = drug.Match.IsNone ? [] : [.. drug.Match.Products.SelectMany(one => one.Names)],
            IsCompounded = drug.IsCompound || drug.IsMadeByPharmacy,
            IsBiologic = product?.IsBiologic,
            IsAntineoplastic = product?.IsAntineoplastic,
            Route = drug.Route,
            Approved = product?.Approved,
            TextHasName = Has(drug, static text => !text.Name.IsEmpty && !text.IsGeneric),
            TextHasDose = Has(drug, static text => !text.Dose.IsNone),
            TextHasStrength = Has(drug, static text => !text.Strength.IsNone),
            TextHasConcentration = Has(drug, NarrativeTexts.HasConcentration),
            TextHasRoute = Has(drug, static text => text.Route is not null),
            TextHasPrice = Has(drug, static text => text.PriceUsd is not null),
            TextPrice = drug.DescriptionFacts?.PriceUsd ?? drug.NoteFacts?.PriceUsd ?? drug.RemarkFacts?.PriceUsd,
            TextHasManufacturer = Has(drug, static text => !text.Manufacturer.IsEmpty),
            TextHasWaste = Has(drug, static text => !text.Waste.IsNone),
            TextNdc = drug.Ndc.IsNone && !drug.AnyNdc.IsNone ? drug.AnyNdc.Digits : null,
            IsUnclassified = drug.IsUnclassified,
            IsCodeValid = drug.Day is not { } day ? null : CodeValidity.On(
                context.Tables, drug.Line.Code, day, drug.Setting, context.Policy.IsMedicare) switch
                {
                    CodeValidity.Valid => true,
                    CodeValidity.NotCovered => null,
                    _ => false,
                },
        };
    }

    // Null where the texts were not read: the code names the drug.
    private static bool? Has(DrugLine drug, Func<NarrativeFacts, bool> has) => !drug.IsUnclassified ? null
        : (drug.DescriptionFacts is { } text && has(text)) || (drug.NoteFacts is { } note && has(note))
            || (drug.RemarkFacts is { } remark && has(remark));
}
