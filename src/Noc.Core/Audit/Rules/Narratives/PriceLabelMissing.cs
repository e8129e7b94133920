using Noc.Drugs;
using Noc.Payers;

namespace Noc.Audit.Rules.Narratives;

/// <summary>NAR015 price-label-missing: a price stands in the text without the words that this payer looks
/// for.</summary>
/// <remarks>
/// <para>Why it matters: a price that is not marked as the invoice's is not found, and the payer asks for records.
/// </para>
/// <para>What to do: write the payer's own words in front of the price, with cents.</para>
/// <para>Source: the payer's policy (narrative.price-label).</para>
/// <para>Silent when: the payer names no words, the text has no price, or the words stand there in any spelling. A
/// warning where other words say that it is the cost.</para>
/// </remarks>
public static class PriceLabelMissing
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NAR015", "price-label-missing", "narrative_format", Severity.Delay,
        "A price that is not marked is not found.", Sources.Policies) { Judges = LineTraits.Unclassified };

    /// <summary>The policy says how bad it is.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || !(HasPrice(drug.DescriptionFacts) || HasPrice(drug.NoteFacts))) return;
        if (context.Wants(PolicyKeys.NarrativePriceLabel) is not { } wanted) return;
        var label = Letters(wanted.Value.Word);
        if (Is(drug.DescriptionFacts, drug.Description, label) || Is(drug.NoteFacts, drug.Note, label)) return;
        var price = drug.DescriptionFacts?.PaidUsd ?? drug.NoteFacts!.PaidUsd;
        findings.Add(Info, context, context.DescriptionElement,
            $"The price is not marked as this payer wants it: {wanted.Value.Word} stands in front.",
            drug.Line.Description, new() { Text = Texts.Of($"{wanted.Value.Word}{price:0.00}") },
            IsCost(drug.DescriptionFacts, drug.Description) || IsCost(drug.NoteFacts, drug.Note) ? Severity.Warn
                : wanted.Severity,
            confidence: wanted.Confidence, source: wanted.Source, topic: wanted.Topic);
    }

    private static bool HasPrice(NarrativeFacts? facts) => facts?.PaidUsd is not null;

    private static bool Is(NarrativeFacts? facts, string text, string label) => facts?.PaidUsd is not null
        && Letters(facts.PriceSpan.Of(text)).StartsWith(label, StringComparison.OrdinalIgnoreCase);

    // COST $450.00, INVOICE 450.00: other words than the payer's, but nobody takes it for something else.
    private static bool IsCost(NarrativeFacts? facts, string text) =>
        Is(facts, text, "INV") || Is(facts, text, "ACQ") || Is(facts, text, "COST");

    private static string Letters(ReadOnlySpan<char> text)
    {
        Span<char> letters = stackalloc char[Math.Min(text.Length, 40)];
        var length = 0;
        foreach (var c in text)
            if (length < letters.Length && (char.IsLetter(c) || c == '$')) letters[length++] = c;
        return new(letters[..length]);
    }
}
