using System.Diagnostics.CodeAnalysis;
using Noc.Claims;
using Noc.Drugs;

namespace Noc.Audit.Rules.Narratives;

/// <summary>NAR024 ndc-text-differs: the NDC in the text is not the NDC of the line.</summary>
/// <remarks>
/// <para>Why it matters: a payer that finds two NDCs for one drug pends or rejects the line.</para>
/// <para>What to do: take the NDC from the container, and write the same one into LIN03 and the text.</para>
/// <para>Source: Palmetto, no conflicting text on NOC lines.</para>
/// <para>Silent when: text or LIN03 has none that reads, a ten-digit NDC of the text can be the one of the line, the
/// drug is a compound, or the text says that drug of several containers was given.</para>
/// </remarks>
public static class NdcTextDiffers
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NAR024", "ndc-text-differs", "narrative_format", Severity.Delay,
        "Two NDCs for one drug pend the line.", Sources.RemarkNdc)
    {
        Judges = LineTraits.Unclassified | LineTraits.Ndc,
    };

    /// <summary>Delays at Medicare, which reads the text; a warning elsewhere.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || drug.Ndc.IsNone || drug.IsCompound) return;
        if (Differs(drug.DescriptionFacts, drug.Description, drug.Ndc))
            Add(context, findings, context.DescriptionElement, drug.DescriptionFacts, drug.Description,
                drug.Line.Description);
        else if (Differs(drug.NoteFacts, drug.Note, drug.Ndc))
            Add(context, findings, "2400/NTE02", drug.NoteFacts, drug.Note, drug.Line.Notes[0].Text);
        else if (Differs(drug.RemarkFacts, drug.Remark, drug.Ndc))
            Add(context, findings, "2300/NTE02", drug.RemarkFacts, drug.Remark, context.Claim.Notes[0].Text);
    }

    private static void Add(in RuleContext context, FindingSink findings, string element, NarrativeFacts text,
        string words, Field found) => findings.Add(Info, context, element,
            $"The text names the NDC {text.Ndc.Of(words)}; the line has {context.Drug!.Ndc.Hyphenated}.", found,
            severity: context.Policy.IsMedicare ? Severity.Delay : Severity.Warn);

    private static bool Differs([NotNullWhen(true)] NarrativeFacts? text, string words, Ndc11 line)
    {
        if (text is not { Ndc.IsEmpty: false, OtherNdc.IsEmpty: true }) return false;
        var read = NdcText.Read(text.Ndc.Of(words));
        return read.Ndc is { } ndc ? ndc != line
            : read.Candidates.Count > 0 && !read.Candidates.Contains(line.Digits);
    }
}
