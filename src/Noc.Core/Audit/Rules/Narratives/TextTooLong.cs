using Noc.Claims;
using Noc.Payers;

namespace Noc.Audit.Rules.Narratives;

/// <summary>NAR013 text-too-long: the text is longer than the payer reads.</summary>
/// <remarks>
/// <para>Why it matters: SV101-7, SV202-7 and NTE02 take 80 characters; a longer text is cut, or breaks the syntax of
/// the file.</para>
/// <para>What to do: shorten it; name, dose and route come first. What is left goes into a note or paperwork.</para>
/// <para>Source: the payer's policy (narrative.budget); the claim formats.</para>
/// <para>Silent when: the code names one drug on the date of service.</para>
/// </remarks>
public static class TextTooLong
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NAR013", "text-too-long", "narrative_format", Severity.Reject,
        "What is longer than the place is cut or rejected.", Sources.Policies) { Judges = LineTraits.Unclassified };

    /// <summary>Looks at the description and the line's notes.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || (drug.Description.Length <= MinBudget && drug.Note.Length <= MinBudget)) return;
        if (context.Wants(PolicyKeys.NarrativeBudget) is not { Value.Number: { } budget } wanted) return;
        if (drug.Description.Length > budget)
            Add(context, findings, context.DescriptionElement, "description", drug.Line.Description, wanted);
        foreach (var note in drug.Line.Notes)
            if (note.Text.Bytes.Length > budget)
                Add(context, findings, "2400/NTE02", "line note", note.Text, wanted);
    }

    // No payer reads less: below it nothing need be asked.
    private const int MinBudget = 40;

    private static void Add(
        in RuleContext context, FindingSink findings, string element, string place, Field text, PolicyEntry wanted) =>
        findings.Add(Info, context, element,
            Texts.Of($"The {place} has {text.Text.Length} characters; {wanted.Value.Number:0} are read."), text,
            new() { Narrative = Narrative.Suggest(context) }, wanted.Severity, confidence: wanted.Confidence,
            source: wanted.Source, topic: wanted.Topic);
}
