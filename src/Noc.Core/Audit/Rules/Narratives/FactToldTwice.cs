using Noc.Drugs;
using Noc.Tables;

namespace Noc.Audit.Rules.Narratives;

/// <summary>NAR022 fact-told-twice: one text gives two values for the same fact, or another day than the line.
/// </summary>
/// <remarks>
/// <para>Why it matters: a reviewer who finds two doses or two routes in one text pends the line.</para>
/// <para>What to do: keep the value of the record; bill two drugs or two products on two lines.</para>
/// <para>Source: Palmetto, no conflicting text on NOC lines.</para>
/// <para>Silent when: the values add up (dose and waste, doses of both sides, so many times so much), a plus or "and"
/// joins them, or the drug is a compound. A date counts where the payer asks for the day of service in the text, or DOS
/// stands there. Two texts that differ are NAR005.</para>
/// </remarks>
public static class FactToldTwice
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NAR022", "fact-told-twice", "narrative_format", Severity.Warn,
        "Two values for one fact pend the line.", Sources.RemarkText, Confidence.Medium)
    {
        Judges = LineTraits.Unclassified,
    };

    /// <summary>Looks at the description, then the note.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || drug.IsCompound || drug.IsWaste) return;
        if (What(drug.DescriptionFacts, drug.Description) is { } one)
            findings.Add(Info, context, context.DescriptionElement, $"The description gives two {one}.",
                drug.Line.Description);
        else if (OtherDay(context, drug.DescriptionFacts, drug.Description) is { } date)
            findings.Add(Info, context, context.DescriptionElement,
                Texts.Of($"The description names {date:yyyy-MM-dd}; the service was on {drug.Day:yyyy-MM-dd}."),
                drug.Line.Description);
        else if (What(drug.NoteFacts, drug.Note) is { } other)
            findings.Add(Info, context, "2400/NTE02", $"The note gives two {other}.", drug.Line.Notes[0].Text);
        else if (OtherDay(context, drug.NoteFacts, drug.Note) is { } noted)
            findings.Add(Info, context, "2400/NTE02",
                Texts.Of($"The note names {noted:yyyy-MM-dd}; the service was on {drug.Day:yyyy-MM-dd}."),
                drug.Line.Notes[0].Text);
        else if (OtherDay(context, drug.RemarkFacts, drug.Remark) is { } remarked)
            findings.Add(Info, context, "2300/NTE02",
                Texts.Of($"The remarks name {remarked:yyyy-MM-dd}; the service was on {drug.Day:yyyy-MM-dd}."));
    }

    // A date without a label may be of an order or an invoice: it is the day of service where the payer asks for that
    // one, or the text says so.
    private static DateOnly? OtherDay(in RuleContext context, NarrativeFacts? text, string words) =>
        text is { Date: { } date, PriceUsd: null } && context.Drug!.Day is { } day
            && (date < day || date > (context.Drug.Line.LastServiceDate ?? day))
            && (words.Contains("DOS", StringComparison.OrdinalIgnoreCase)
                || Narrative.Wanted(context, "date") is not null) ? date : null;

    private static string? What(NarrativeFacts? text, string words)
    {
        if (text is null || text.OtherNames.Count > 0 || text.MentionStart >= 0) return null;
        if (text.OtherRoute is { } route) return $"routes ({text.Route} and {route})";
        if (!text.OtherNdc.IsEmpty && AreOtherNdcs(text.Ndc.Of(words), text.OtherNdc.Of(words)))
            return $"NDCs ({text.Ndc.Of(words)} and {text.OtherNdc.Of(words)})";
        if (HasTwoDoses(text, words)) return $"doses ({text.Dose} and {text.OtherDoses[0]})";
        if (HasTwoStrengths(text)) return "strengths";
        return HasTwoPrices(text) ? "prices" : null;
    }

    private static bool AreOtherNdcs(ReadOnlySpan<char> one, ReadOnlySpan<char> two)
    {
        var (first, second) = (NdcText.Read(one), NdcText.Read(two));
        return first.Ndc is { } known && second.Ndc is { } other && known != other;
    }

    private static bool HasTwoDoses(NarrativeFacts text, string words)
    {
        if (text.OtherDoses.Count != 1 || text.Side is not BodySide.None || text.OtherDoseSpan.IsEmpty) return false;
        if (NarrativeConflicts.IsCombinedDose(text, words)) return false;
        var (one, two) = (text.Dose, text.OtherDoses[0]);
        if (one.SameAs(two) != false || NarrativeConflicts.Explains(text, two)) return false;
        var between = words.AsSpan(text.DoseSpan.End, Math.Max(0, text.OtherDoseSpan.Start - text.DoseSpan.End));
        return between.IndexOfAny("+&;") < 0 && !between.Contains("AND", StringComparison.OrdinalIgnoreCase)
            && !between.Contains("THEN", StringComparison.OrdinalIgnoreCase)
            && !between.Contains("X", StringComparison.OrdinalIgnoreCase);
    }

    // Vials of two sizes are no conflict; two concentrations are.
    private static bool HasTwoStrengths(NarrativeFacts text)
    {
        if (text.OtherStrengths.Count != 1 || text.StrengthPer is not { Value: 1, Unit: "ML" }) return false;
        var (other, per) = text.OtherStrengths[0];
        return per is { Value: 1, Unit: "ML" } && text.Strength.SameAs(other) == false;
    }

    // The price of one container and of all of them are one fact.
    private static bool HasTwoPrices(NarrativeFacts text)
    {
        if (text.PriceUsd is not { } one || text.OtherPriceUsd is not { } two) return false;
        var (less, more) = (Math.Min(one, two), Math.Max(one, two));
        return less > 0 && more < 1_000_000_000m && more % less != 0;
    }
}
