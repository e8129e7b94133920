using Noc.Audit.Rules.Modifiers;
using Noc.Claims;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit.Rules.Narratives;

/// <summary>NAR010 narrative-element-missing: the text does not say something that this payer asks for.</summary>
/// <remarks>
/// <para>Why it matters: payers price an unclassified line by its text, and each asks for other things in it: the
/// maker, the route, the strength, the NDC, the price.</para>
/// <para>What to do: write what is missing where the payer reads it; the finding gives the text to copy.</para>
/// <para>Source: the payer's policy (narrative.required), word by word with its own severity.</para>
/// <para>Silent when: the payer asks for nothing, name or dose are missing on the line at all (NAR001 to NAR004), the
/// line bills waste, nobody can tell from the text (a maker behind the name, a product number), or a note of the claim
/// may say it of several lines. An NDC that stands in LIN03 only is none where the payer names no place, and a warning
/// where it is not certain that it wants it in the text too. A warning also where a line note stands in for missing
/// remarks. Where the payer names the remarks, the description tells nothing for them.</para>
/// </remarks>
public static class ElementMissing
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NAR010", "narrative-element-missing", "narrative_elements",
        Severity.Deny, "The payer asks for more in the text of an unclassified line.", Sources.Policies)
    {
        Judges = LineTraits.Unclassified,
    };

    /// <summary>One finding for all elements of one severity; one for all where the place that the payer reads is
    /// empty.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || drug.Description.Length == 0) return;   // NAR001
        var required = Narrative.Required(context);
        if (required.IsEmpty) return;
        var texts = NarrativeTexts.Of(context);
        if (texts.AreEmpty)
        {
            TellEmpty(context, findings, required, texts);
            return;
        }
        List<Missing>? missing = null;
        foreach (var (element, entry) in required)
        {
            if (!IsJudged(context, element) || texts.Has(element) is not false) continue;
            var severity = entry.Severity ?? Info.Severity;
            var isDoubtful = texts.AreDoubtful || entry.Confidence is Confidence.Low;
            if (isDoubtful && severity > Severity.Warn) severity = Severity.Warn;
            if (element is "ndc" && drug.Line.NdcCount > 0)
            {
                if (texts.Places is null) continue;
                if (entry.Confidence is not Confidence.High && severity > Severity.Warn) severity = Severity.Warn;
            }
            (missing ??= []).Add(new(element, entry, severity));
        }
        if (missing is not null) Tell(context, findings, missing, texts);
    }

    // What stops the line and what only may: each once, whatever is missing.
    private static void Tell(in RuleContext context, FindingSink findings,
        List<Missing> missing, in NarrativeTexts texts)
    {
        var (place, found) = PlaceOf(context, texts);
        var suggestion = Narrative.Suggest(context);
        for (var severity = Severity.Reject; severity >= Severity.Info; severity--)
        {
            var group = missing.FindAll(one => one.Severity == severity);
            if (group.MaxBy(one => one.Entry.Confidence) is not var (word, entry, _)) continue;
            findings.Add(Info, context, place,
                $"The text does not tell {Listed([.. group.Select(one => Phrase(one.Word))])}, which this payer asks "
                + "for.", found, new() { Narrative = suggestion }, severity,
                confidence: entry.Confidence, source: entry.Source, topic: Topic(context.Drug!, entry),
                detail: word);
        }
    }

    private static void TellEmpty(
        in RuleContext context, FindingSink findings, in PolicyWords required, in NarrativeTexts texts)
    {
        PolicyEntry? worst = null;
        var names = new List<string>();
        foreach (var (element, entry) in required)
        {
            names.Add(Phrase(element));
            if (worst is null || entry.Severity > worst.Severity) worst = entry;
        }
        if (worst is null) return;
        var (place, found) = PlaceOf(context, texts);
        var where = texts.ReadsNote ? "the line note (NTE)" : "the note of the claim (NTE)";
        findings.Add(Info, context, place,
            $"This payer reads {where}, which is empty; it wants {Listed(names)} there.", found,
            new() { Narrative = Narrative.Suggest(context) }, worst.Severity ?? Info.Severity,
            confidence: worst.Confidence, source: worst.Source, topic: Topic(context.Drug!, worst));
    }

    // NAR001 to NAR004 tell of a name or dose that no text has.
    private static bool IsJudged(in RuleContext context, string element)
    {
        var drug = context.Drug!;
        if (drug.IsWaste && element is not ("waste" or "name")) return false;
        return element switch
        {
            "name" or "ingredients" => drug.DescriptionFacts?.IsGeneric != true
                && !(Narrative.NamesNothing(drug) && drug.Strength.IsNone && Narrative.NeedsDose(drug)),   // NAR003
            "dose" => !Narrative.NeedsDose(drug) && !Narrative.TellsWholeDose(drug)
                && drug.DescriptionFacts?.IsGeneric != true,
            "waste" => WasteTextMissing.Wanted(context) is null,   // MOD004
            "ndc" => drug.Line.NdcCount > 0 || !Ndc.NdcMissing.IsRequired(context),   // NDC001
            _ => true,
        };
    }

    private static (string Element, Field Found) PlaceOf(in RuleContext context, in NarrativeTexts texts)
    {
        var drug = context.Drug!;
        if (context.Claim.Type is ClaimType.Institutional && texts is { Places: not null, ReadsRemark: true })
            return ("2300/NTE02", drug.Remark.Length > 0 ? context.Claim.Notes[0].Text : default);
        if (texts.ReadsDescription) return (context.DescriptionElement, drug.Line.Description);
        return texts.ReadsNote ? ("2400/NTE02", drug.Note.Length > 0 ? drug.Line.Notes[0].Text : default)
            : ("2300/NTE02", drug.Remark.Length > 0 ? context.Claim.Notes[0].Text : default);
    }

    private static string Topic(DrugLine drug, PolicyEntry entry) => entry.Topic.Length > 0 ? entry.Topic
        : Narrative.IsRadiopharmaceutical(drug) ? "radiopharm" : "";

    private static string Listed(List<string> names) =>
        names.Count == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";

    /// <summary>An element as people say it.</summary>
    internal static string Phrase(string element) => element switch
    {
        "name" => "the name of the drug",
        "dose" => "the dose given",
        "strength" => "the strength of the product",
        "concentration" => "the concentration",
        "route" => "the route",
        "ndc" => "the NDC",
        "ndc-dashed" => "the NDC with its two dashes",
        "manufacturer" => "the manufacturer",
        "price" => "the price",
        "frequency" => "how often it was given",
        "date" => "the date",
        "quantity" => "the quantity",
        "container" => "whether the vial is single-dose or multi-dose",
        "unit-map" => "what one billed unit stands for",
        "waste" => "what was discarded",
        "weight" => "the weight of the patient",
        "diagnosis" => "the diagnosis",
        "ingredients" => "the ingredients",
        "product-number" => "the product number",
        _ => element,
    };

    private sealed record Missing(string Word, PolicyEntry Entry, Severity Severity);
}
