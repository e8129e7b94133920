using Noc.Claims;
using Noc.Payers;

namespace Noc.Audit.Rules.Narratives;

/// <summary>NAR012 text-not-read: the text stands where this payer does not read it.</summary>
/// <remarks>
/// <para>Why it matters: a payer that reads the line note does not look into the description, and the other way round;
/// of C9399 contractors read the remarks.</para>
/// <para>What to do: write the text where the payer reads it; keep the description, which the standard asks for.</para>
/// <para>Source: the payer's policy (narrative.places).</para>
/// <para>Silent when: a place that the payer reads has text, the payer names no place, or NAR010 tells what is missing
/// there. Only a warning for C9399 with a description and no remarks, where the contractor itself does not name
/// them.</para>
/// </remarks>
public static class TextNotRead
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NAR012", "text-not-read", "narrative_location", Severity.Deny,
        "The payer does not read the place where the text stands.", Sources.Policies)
    {
        Judges = LineTraits.Unclassified,
    };

    /// <summary>The policy says how bad it is.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || drug.Description.Length == 0) return;   // NAR001
        var texts = NarrativeTexts.Of(context);
        if (texts.Places is not { } places) return;
        if (texts.AreEmpty)
            Add(context, findings, texts.ReadsNote ? "2400/NTE02" : "2300/NTE02",
                $"This payer reads {(texts.ReadsNote ? "the line note" : "the note of the claim")} (NTE), not the "
                + "description.", places, places.Severity);
        else if (drug.Line.Code == Codes.C9399 && context.Claim.Type is ClaimType.Institutional
            && context.Claim.Notes.Count == 0 && drug.Note.Length == 0
            && context.Words(PolicyKeys.NarrativePlaces).Of("remarks") is { } remarks)
            Add(context, findings, "2300/NTE02", "C9399 is priced by its remarks (NTE of the claim); there are none.",
                remarks, Severity.Warn);
    }

    private static void Add(
        in RuleContext context, FindingSink findings, string element, string message, PolicyEntry entry,
        Severity? severity) =>
        findings.Add(Info, context, element, message, default, new() { Narrative = Narrative.Suggest(context) },
            severity, new(CorrectionSafety.Review, "write the text where the payer reads it"), entry.Confidence,
            entry.Source);
}
