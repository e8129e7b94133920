using Noc.Payers;

namespace Noc.Audit.Rules.Narratives;

/// <summary>NAR011 narrative-element-refused: the text says something that this payer does not want in it.</summary>
/// <remarks>
/// <para>Why it matters: some contractors reject a text that gives a concentration, and others that says more than they
/// ask for.</para>
/// <para>What to do: leave it out; the finding gives the text without it.</para>
/// <para>Source: the payer's policy (narrative.refused), word by word with its own severity.</para>
/// <para>Silent when: the payer refuses nothing, or the drug is a compound and the payer does not speak of compounds.
/// </para>
/// </remarks>
public static class ElementRefused
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NAR011", "narrative-element-refused", "narrative_format",
        Severity.Warn, "More text than the payer asks for can reject the line.", Sources.Policies)
    {
        Judges = LineTraits.Unclassified,
    };

    /// <summary>One finding for all words of one severity.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || drug.Description.Length == 0 || drug.IsWaste) return;
        var refused = context.Words(PolicyKeys.NarrativeRefused);
        if (refused.IsEmpty) return;
        var texts = NarrativeTexts.Of(context);
        List<Refused>? said = null;
        foreach (var (element, entry) in refused)
        {
            if (drug.IsCompound && (entry.Scope.When & Situation.Compounded) == Situation.None) continue;
            if (texts.Has(element) is true) (said ??= []).Add(new(element, entry));
        }
        if (said is null) return;
        // A concentration is a strength: told once, by the worse.
        if (said.Exists(one => one.Word is "concentration")) said.RemoveAll(one => one.Word is "strength");
        for (var severity = Severity.Reject; severity >= Severity.Info; severity--)
        {
            var group = said.FindAll(one => (one.Entry.Severity ?? Info.Severity) == severity);
            if (group is not [var (word, entry), ..]) continue;
            findings.Add(Info, context, context.DescriptionElement,
                $"This payer does not want {string.Join(" or ", group.Select(one => ElementMissing.Phrase(one.Word)))} "
                + "in the text.", drug.Line.Description, new() { Narrative = Narrative.Suggest(context) }, severity,
                new(CorrectionSafety.Review, "leave out what the payer does not want"), entry.Confidence, entry.Source,
                detail: word);
        }
    }

    private sealed record Refused(string Word, PolicyEntry Entry);
}
