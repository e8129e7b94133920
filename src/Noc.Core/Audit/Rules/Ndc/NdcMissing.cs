using Noc.Audit.Evidence;
using Noc.Claims;
using Noc.Coding;
using Noc.Drugs;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit.Rules.Ndc;

/// <summary>NDC001 ndc-missing: a drug line names no NDC, and this payer wants one.</summary>
/// <remarks>
/// <para>Why it matters: Medicaid gets no manufacturer rebate without it and denies; others use it to price the
/// line.</para>
/// <para>What to do: send LIN with N4 and the eleven digits from the container, and CTP with quantity and unit.</para>
/// <para>Source: 42 CFR 447.520; in force since 2007-01-01.</para>
/// <para>Silent when: the line has a LIN, is a compound or free, or the payer has no known NDC rule. Lines whose code
/// names the drug are judged where the payer itself asks for the NDC of all drugs.</para>
/// </remarks>
public static class NdcMissing
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NDC001", "ndc-missing", "ndc_required", Severity.Deny,
        "Medicaid denies drug lines without NDC; others price by it.", new("42 CFR", "447.520", null,
            new DateOnly(2007, 1, 1)));

    private const string Quantity = "CTP****<QUANTITY>*<UNIT>";

    /// <summary>Denies where the payer requires it, informs where it only helps.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (drug.IsCompound || drug.Line.NdcCount > 0) return;
        if (context.Wants(PolicyKeys.NdcRequired) is not { Value.Word: not "not-required" } wanted) return;
        if (!drug.IsUnclassified && !IsAskedOfCoded(context, wanted)) return;
        var given = drug.Evidence is { IsSure: true } record ? Recorded(context, record) : null;
        var inText = drug.DescriptionFacts?.NdcIn(drug.Description) ?? drug.NoteFacts?.NdcIn(drug.Note);
        findings.Add(Info, context, "2410/LIN03", drug.IsUnclassified
                ? $"{drug.Line.Code} is unclassified and names no NDC."
                : $"This payer wants the NDC of every drug; the line of {drug.Line.Code} names none.",
            expected: given ?? (inText is { } ndc ? new() { Ndc = ndc.Digits, Text = Quantity }
                : new() { Text = $"LIN**N4*<11 DIGITS>, {Quantity}" }),
            severity: wanted.Value.Word is "required" ? wanted.Severity ?? Severity.Deny : Severity.Info,
            confidence: wanted.Confidence, source: wanted.Source, topic: wanted.Topic);
    }

    /// <summary>Whether the payer requires the NDC on the line.</summary>
    internal static bool IsRequired(in RuleContext context) =>
        context.Wants(PolicyKeys.NdcRequired) is { Value.Word: "required" };

    // A program's rule is about rebates on unclassified lines here; the plan or state itself speaks of all drugs.
    private static bool IsAskedOfCoded(in RuleContext context, PolicyEntry wanted) =>
        wanted is { Value.Word: "required", Confidence: not Confidence.Low }
        && context.Policy.Wants is { Policy.Level: > PolicyLevel.Program }
        && context.Drug!.Line.Code.Series is 'J' or 'Q' && context.Tables.IsProductCode(context.Drug.Line.Code)
        && context.Drug.Line.ChargeUsd > ServiceLine.TokenUsd;

    // The container that the record names, with the quantity that the dose took of it.
    private static ExpectedValue? Recorded(in RuleContext context, LineEvidence record)
    {
        if (record.Ndcs is not [var ndc] || context.Drug!.Day is not { } day) return null;
        var facts = NdcFacts.Of(context.Tables, ndc, day);
        var quantity = NdcQuantity.Of(record.TotalGiven, facts, facts.Measure);
        return new()
        {
            Ndc = ndc.Digits,
            Text = quantity.Value is > 0 and var value && facts.Measure.Unit is not NdcUnit.None
                ? NdcQuantity.Segment(value, facts.Measure.Code) : Quantity,
        };
    }
}
