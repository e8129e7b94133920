using Noc.Drugs;
using Noc.Payers;

namespace Noc.Audit.Rules.Charges;

/// <summary>CHG011 split-modifier-missing: a later part of a split claim has no repeat modifier on its drug line, or
/// its parts are counted wrong.</summary>
/// <remarks>
/// <para>Why it matters: the later claim looks like a duplicate of the first and is denied (CARC 18).</para>
/// <para>What to do: add the modifier in the finding to the drug line of every claim behind the first, and count the
/// parts right.</para>
/// <para>Source: Medicare contractors, claim total limit.</para>
/// <para>Silent when: the text does not say which part it is (CLAIM 2 OF 3), it is the first, or the payer's modifier
/// is not known.</para>
/// </remarks>
public static class SplitModifierMissing
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("CHG011", "split-modifier-missing", "claim_limit", Severity.Reject,
        "Later parts of a split claim look like duplicates.", Sources.ClaimLimit) { Judges = LineTraits.Unclassified };

    /// <summary>Judges drug lines whose text names the part.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsSplit) return;
        var isInText = drug.DescriptionFacts?.IsSplitClaim == true;
        var (part, parts) = (isInText ? drug.DescriptionFacts : drug.NoteFacts)!.Split;
        if (part < 1 || part > parts)
            findings.Add(Info, context, isInText ? context.DescriptionElement : "2400/NTE02",
                Texts.Of($"The text counts claim {part} of {parts}."), isInText ? drug.Line.Description : default,
                new() { Text = "CLAIM <PART> OF <PARTS>" }, Severity.Warn);
        if (part < 2 || context.Wants(PolicyKeys.ClaimSplitModifier) is not { Value.Word: { Length: 2 } word } wanted
            || HasOneOf(drug, wanted)) return;
        findings.Add(Info, context, wanted, context.ModifierElement,
            $"This is a later part of a split claim: its drug line needs the modifier {word}.",
            expected: new() { Text = word });
    }

    // Some advise another modifier than the first of the list.
    private static bool HasOneOf(DrugLine drug, PolicyEntry wanted)
    {
        foreach (var word in wanted.Value.Words)
            if (word.Length == 2 && drug.Line.Has(Modifier.Of(word))) return true;
        return false;
    }
}
