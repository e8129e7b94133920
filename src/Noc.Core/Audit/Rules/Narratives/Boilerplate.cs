using Noc.Tables;

namespace Noc.Audit.Rules.Narratives;

/// <summary>NAR021 boilerplate: words that say nothing fill the text.</summary>
/// <remarks>
/// <para>Why it matters: "medically necessary" is what the claim as a whole asserts; eighty characters are better spent
/// on name, dose and route.</para>
/// <para>What to do: leave the words out.</para>
/// <para>Source: Noridian and Palmetto, narrative of NOC lines.</para>
/// <para>Silent when: the description has nothing else (NAR002 tells), or the words are not of our list.</para>
/// </remarks>
public static class Boilerplate
{
    // Each holds a word that the parser counts among those that tell no drug.
    private static readonly string[] Phrases =
    [
        "MEDICALLY NECESSARY", "MEDICAL NECESSITY", "MEDICALLY NEEDED", "PLEASE PAY", "PLEASE PROCESS",
        "PLEASE REVIEW", "PLEASE REPROCESS", "PLEASE CALL", "PATIENT NEEDS", "PT NEEDS", "PATIENT NEEDED",
        "AS NEEDED BY PATIENT", "UNCLASSIFIED DRUG", "UNCLASSIFIED BIOLOGIC", "NOT OTHERWISE CLASSIFIED",
        "MISCELLANEOUS DRUG", "MISC DRUG", "NO CODE", "NO HCPCS", "NO SPECIFIC CODE", "UNLISTED DRUG",
        "SEE MEDICAL RECORDS", "SEE RECORDS", "RECORDS AVAILABLE", "DOCUMENTATION AVAILABLE",
    ];

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NAR021", "boilerplate-text", "narrative_format", Severity.Info,
        "Words that say nothing take the room of those that do.", Sources.RemarkText, Confidence.Medium)
    {
        Judges = LineTraits.Unclassified,
    };

    /// <summary>One finding for the first place.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified) return;
        if (drug.DescriptionFacts is { IsGeneric: false, HasGenericWords: true } && In(drug.Description) is { } phrase)
            findings.Add(Info, context, context.DescriptionElement, $"\"{phrase}\" tells the payer nothing.",
                drug.Line.Description, new() { Narrative = Narrative.Suggest(context) });
        else if (drug.NoteFacts is { HasGenericWords: true } && In(drug.Note) is { } other)
            findings.Add(Info, context, "2400/NTE02", $"\"{other}\" tells the payer nothing.",
                drug.Line.Notes[0].Text, new() { Narrative = Narrative.Suggest(context) });
    }

    private static string? In(string text)
    {
        foreach (var phrase in Phrases)
            if (text.Contains(phrase, StringComparison.OrdinalIgnoreCase)) return phrase;
        return null;
    }
}
