using Noc.Payers;

namespace Noc.Audit.Rules.Compounds;

/// <summary>CMP002 compound-lines-wrong: a compound has more or fewer lines than this payer wants.</summary>
/// <remarks>
/// <para>Why it matters: Medicare takes a compound as one line; Florida Blue wants one for each ingredient and one for
/// the compounding fee.</para>
/// <para>What to do: split or join the lines as the finding says; the charges stay the same in all.</para>
/// <para>Source: the payer's policy (compound.lines, compound.fee-ndc).</para>
/// <para>Silent when: the payer says nothing, or nobody can tell which lines are one compound: one line is enough
/// unless REF*VY links several.</para>
/// </remarks>
public static class CompoundLinesWrong
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("CMP002", "compound-lines-wrong", "compound", Severity.Deny,
        "Payers count the lines of a compound differently.", Sources.Policies) { Judges = LineTraits.Unclassified };

    /// <summary>The policy says how bad it is.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || !(drug.IsCompound || drug.IsMadeByPharmacy)) return;
        if (context.Wants(PolicyKeys.CompoundLines) is not { } wanted) return;
        if (wanted.Value.Word is "one")
        {
            if (IsFirstOfItsLink(context)) return;
            findings.Add(Info, context, context.CodeElement,
                "REF*VY links this line to another of the same compound; this payer takes one line for all of it.",
                drug.Line.CodeText, null, wanted.Severity, confidence: wanted.Confidence, source: wanted.Source);
            return;
        }
        var fee = wanted.Value.Word is "per-ingredient-and-fee"
            ? context.Wants(PolicyKeys.CompoundFeeNdc)?.Value.Word ?? "" : "";
        var (ingredients, hasFee, isFirst) = Count(context, fee);
        if (!isFirst || ingredients > 1 || (ingredients == 1 && hasFee)) return;
        findings.Add(Info, context, context.CodeElement,
            "This payer wants a line for each ingredient of a compound, with its NDC and quantity"
            + (fee.Length > 0 ? ", and one for the compounding fee." : "."), drug.Line.CodeText,
            new()
            {
                Text = (fee.Length > 0 ? $"COMPOUNDING FEE: LIN**N4*{fee}, CTP****1*UN; " : "")
                    + "each ingredient: LIN**N4*<11 DIGITS>, CTP****<QUANTITY>*<UNIT>",
            },
            wanted.Severity, confidence: wanted.Confidence, source: wanted.Source);
    }

    private static bool IsFirstOfItsLink(in RuleContext context)
    {
        var drug = context.Drug!;
        if (drug.Line.CompoundLink.IsEmpty || drug.IsWaste) return true;
        foreach (var other in context.DrugLines)
        {
            if (ReferenceEquals(other, drug)) return true;
            if (!other.IsWaste && other.Day == drug.Day
                && other.Line.CompoundLink.Bytes.SequenceEqual(drug.Line.CompoundLink.Bytes)) return false;
        }
        return true;
    }

    // Lines of the day that may be ingredients, whether one is the fee, and whether this is the first that speaks.
    private static (int Ingredients, bool HasFee, bool IsFirst) Count(in RuleContext context, string fee)
    {
        var drug = context.Drug!;
        var (ingredients, hasFee, first) = (0, false, (DrugLine?)null);
        foreach (var other in context.DrugLines)
        {
            if (!other.IsUnclassified || other.Day != drug.Day) continue;
            var isFee = fee.Length > 0 && other.Line.NdcText.Text == fee;
            hasFee |= isFee;
            if (!isFee && other.Line.NdcCount > 0) ingredients++;
            if (!isFee && (other.IsCompound || other.IsMadeByPharmacy)) first ??= other;
        }
        return (ingredients, hasFee, ReferenceEquals(first, drug));
    }
}
