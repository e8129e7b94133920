using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit.Rules.Coding;

/// <summary>COD010 unclassified-not-taken: the payer takes no unclassified code on this claim.</summary>
/// <remarks>
/// <para>Why it matters: some payers take unclassified drug codes on paper only, or only for drugs of a list; an
/// electronic line is rejected or denied.</para>
/// <para>What to do: send the claim as the finding says, with the documents that the payer asks for.</para>
/// <para>Source: the payer's policy (unclassified.accepted).</para>
/// <para>Silent when: the claim goes on paper, the payer takes unclassified codes, or takes them for drugs without a
/// code of their own (COD001); the rule is a state's of long ago and the payer may be any plan of its Medicaid. A
/// list that Noc does not hold only warns, and so does a state's rule for a plan that the directory does not know:
/// plans often take what the state does not.</para>
/// </remarks>
public static class UnclassifiedNotTaken
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("COD010", "unclassified-not-taken", "code_choice", Severity.Deny,
        "The payer does not take this code in this way.", Sources.Policies) { Judges = LineTraits.Unclassified };

    /// <summary>The policy says how bad it is.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || context.Wants(PolicyKeys.UnclassifiedAccepted) is not { } wanted) return;
        var (message, text) = wanted.Value.Word switch
        {
            "paper-only" when !context.IsPaper =>
                ($"This payer takes {drug.Line.Code} on paper only.", "send the claim on paper"),
            "by-list" => ($"This payer takes {drug.Line.Code} for drugs of its list only.", "check the payer's list"),
            "no" => ($"This payer does not take {drug.Line.Code}.", ""),
            _ => ("", ""),
        };
        if (message.Length == 0) return;
        var isAnyPlan = context.Policy is { Program: PayerProgram.Medicaid, Id: null };
        if (isAnyPlan && wanted.Confidence is Confidence.Low) return;
        var severity = wanted.Severity ?? Info.Severity;
        if ((isAnyPlan || wanted.Value.Word is "by-list") && severity > Severity.Warn) severity = Severity.Warn;
        if (wanted.Confidence is Confidence.Low)
            message += " The source is old or second-hand: ask the payer before you change how the claim is sent.";
        findings.Add(Info, context, context.CodeElement, message, drug.Line.CodeText,
            text.Length > 0 ? new() { Text = text } : null, severity, confidence: wanted.Confidence,
            source: wanted.Source, topic: wanted.Topic);
    }
}
