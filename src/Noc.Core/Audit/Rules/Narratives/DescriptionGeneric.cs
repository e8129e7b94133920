namespace Noc.Audit.Rules.Narratives;

/// <summary>NAR002 description-generic: the text names no drug.</summary>
/// <remarks>
/// <para>Why it matters: words such as "unclassified drug" or "see notes" repeat the code; the line is rejected.</para>
/// <para>What to do: write name, dose and route.</para>
/// <para>Source: Noridian, unlisted procedure and NOC codes.</para>
/// <para>Silent when: the line has no description (NAR001), or the lines of the compound are wrong (CMP002). Only a
/// warning where a note on the line names the drug.</para>
/// </remarks>
public static class DescriptionGeneric
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NAR002", "description-generic", "narrative_elements", Severity.Reject,
        "Text that repeats the code tells the payer nothing.", Sources.RemarkText) { Judges = LineTraits.Unclassified };

    /// <summary>As the payer's policy says; else it rejects for Medicare and denies elsewhere, since a description is
    /// required everywhere.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || drug.DescriptionFacts?.IsGeneric != true) return;
        var noteHelps = drug.NoteFacts is { IsGeneric: false, Name.IsEmpty: false };
        var wanted = Narrative.Wanted(context, "name");
        var severity = noteHelps ? Severity.Warn
            : wanted?.Severity ?? (context.Policy.IsMedicare ? Severity.Reject : Severity.Deny);
        findings.Add(Info, context, context.DescriptionElement, "The description names no drug.", drug.Line.Description,
            new() { Narrative = Narrative.Suggest(context) }, severity,
            source: wanted?.Source, confidence: wanted?.Confidence);
    }
}
