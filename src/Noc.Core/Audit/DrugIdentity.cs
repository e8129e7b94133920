using Noc.Coding;
using Noc.Drugs;
using Noc.Tables;

namespace Noc.Audit;

/// <summary>Which drug a line bills, how sure that is, and why.</summary>
/// <remarks>Reasons that agree make each other surer; reasons that differ leave the surest one, with low confidence,
/// and a <see cref="Disagreement"/>. A brand and its ingredient agree, and so do products of one ingredient.</remarks>
public sealed class DrugIdentity
{
    private DrugIdentity(IReadOnlyList<DrugReason> reasons)
    {
        Reasons = reasons;
        Disagreement = FirstDisagreement(reasons);
        if (reasons.Count == 0) return;
        Products = Common(reasons);
        var agree = 0;
        foreach (var reason in reasons)
            if (reason.Fits(reasons[0])) agree++;
        var best = reasons[0].Confidence;
        Confidence = Disagreement is not null ? Confidence.Low
            : agree > 1 && best < Confidence.High ? best + 1 : best;
    }

    /// <summary>All reasons, the surest first.</summary>
    public IReadOnlyList<DrugReason> Reasons { get; }

    /// <summary>Products that all reasons leave, or those of the surest where they differ; empty where nothing tells
    /// the drug.</summary>
    public IReadOnlyList<Product> Products { get; } = [];

    /// <summary>The one product; null where none or several fit.</summary>
    public Product? Product => Products.Count == 1 ? Products[0] : null;

    /// <summary>How sure it is; low where nothing is known.</summary>
    public Confidence Confidence { get; }

    /// <summary>The first two reasons that cannot be one drug; null where all agree.</summary>
    public (DrugReason One, DrugReason Other)? Disagreement { get; }

    /// <summary>Gathers what a line says of its drug.</summary>
    /// <param name="drug">The line.</param>
    /// <param name="tables">Reference facts.</param>
    public static DrugIdentity Of(DrugLine drug, ReferenceTables tables)
    {
        var reasons = new List<DrugReason>(4);
        AddNdc(reasons, drug, tables);
        AddText(reasons, DrugEvidence.Description, drug.Description, drug.DescriptionFacts, tables);
        AddText(reasons, DrugEvidence.LineNote, drug.Note, drug.NoteFacts, tables);
        AddText(reasons, DrugEvidence.ClaimNote, drug.Remark, drug.RemarkFacts, tables);
        if (!drug.IsUnclassified && drug.Day is { } day
            && tables.Code(drug.Line.Code, day) is CodeStatus.Found found)
            reasons.Add(new(DrugEvidence.Code, drug.Line.Code.Value, [found.Product], Confidence.High));
        // Stable: of two that are as sure, the one that the order above names first.
        return new([.. reasons.OrderByDescending(reason => reason.Confidence)]);
    }

    private static void AddNdc(List<DrugReason> reasons, DrugLine drug, ReferenceTables tables)
    {
        if (drug.AnyNdc.IsNone || drug.Day is not { } day) return;
        if (NdcNames.Of(tables, drug.AnyNdc, drug.NdcCodes, day) is not { Products.Count: > 0 } ndc) return;
        reasons.Add(new(DrugEvidence.Ndc, drug.AnyNdc.Hyphenated, ndc.Products,
            ndc.IsFromRelease && ndc.Products.Count == 1 ? Confidence.High : Confidence.Medium));
    }

    private static void AddText(
        List<DrugReason> reasons, DrugEvidence kind, string text, NarrativeFacts? facts, ReferenceTables tables)
    {
        if (facts is null || facts.Name.IsEmpty || facts.IsCompound) return;
        var match = NamedProduct.In(tables, text, facts);
        if (!match.IsNone)
            reasons.Add(new(kind, text.Substring(match.Start, match.Length), match.Products, SurenessOf(match)));
        if (facts.NameInParentheses.IsEmpty) return;
        var inner = facts.NameInParentheses.Of(text);
        var other = tables.FindLeadingProduct(inner);
        if (!other.IsNone)
            reasons.Add(new(DrugEvidence.Parentheses, inner.ToString(), other.Products, SurenessOf(other)));
    }

    private static Confidence SurenessOf(ProductMatch match) => match.Kind switch
    {
        NameKind.Base => Confidence.Low,
        NameKind.Brand or NameKind.Ingredient when match.Products.Count == 1 => Confidence.High,
        _ => Confidence.Medium,
    };

    private static (DrugReason, DrugReason)? FirstDisagreement(IReadOnlyList<DrugReason> reasons)
    {
        foreach (var one in reasons.OrderBy(reason => reason.Kind))
            foreach (var other in reasons.OrderBy(reason => reason.Kind))
                if (one.Kind < other.Kind && !one.Fits(other)) return (one, other);
        return null;
    }

    private static IReadOnlyList<Product> Common(IReadOnlyList<DrugReason> reasons)
    {
        IEnumerable<Product> left = reasons[0].Products;
        foreach (var reason in reasons.Skip(1))
        {
            if (!reason.Fits(reasons[0])) continue;
            var fewer = left.Where(product => reason.Products.Contains(product)).ToList();
            if (fewer.Count > 0) left = fewer;
        }
        return [.. left];
    }
}
