using Noc.Drugs;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit.Rules.Compounds;

/// <summary>CMP002 compound-lines-wrong: a compound has more or fewer lines than this payer wants.</summary>
/// <remarks>
/// <para>Why it matters: Medicare takes a compound as one line; Florida Blue wants one for each ingredient and one for
/// the compounding fee.</para>
/// <para>What to do: split or join the lines as the finding says; the charges stay the same in all.</para>
/// <para>Source: the payer's policy (compound.lines, compound.fee-ndc).</para>
/// <para>Silent when: the payer says nothing, or nobody can tell which lines are one compound: one line is enough
/// unless REF*VY links several, or text or record of a line whose code names an ingredient say compounded and the code
/// is not itself for a compound, as those of some drugs for nebulisers are.</para>
/// </remarks>
public static class CompoundLinesWrong
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("CMP002", "compound-lines-wrong", "compound", Severity.Deny,
        "Payers count the lines of a compound differently.", Sources.Policies);

    /// <summary>The policy says how bad it is.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified)
        {
            CheckIngredient(context, findings);
            return;
        }
        if (!(drug.IsCompound || drug.IsMadeByPharmacy)) return;
        if (context.Wants(PolicyKeys.CompoundLines) is not { } wanted) return;
        if (wanted.Value.Word is "one")
        {
            if (IsFirstOfItsLink(context)) return;
            findings.Add(Info, context, context.CodeElement,
                "REF*VY links this line to another of the same compound; this payer takes one line for all of it.",
                drug.Line.CodeText, null, wanted.Severity, confidence: wanted.Confidence, source: wanted.Source,
                topic: wanted.Topic);
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
            wanted.Severity, confidence: wanted.Confidence, source: wanted.Source, topic: wanted.Topic);
    }

    // A compound has no code of its ingredients where the payer takes it as one line.
    private static void CheckIngredient(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var isRecorded = drug.IsRecordedAsCompound;
        if (!(isRecorded || drug.SaysCompound) || drug.Line.Code.Series is not ('J' or 'Q' or 'C')) return;
        if (drug.Line.Code == Codes.J7999 || drug.Line.Code == Codes.Q9977) return;   // no ingredient; CMP001
        if (IsForCompound(context, drug)) return;
        if (context.WantsWhen(PolicyKeys.CompoundLines, Situation.Compounded) is not { Value.Word: "one" } wanted)
            return;
        var code = context.WantsWhen(PolicyKeys.CompoundCode, Situation.Compounded) is { Value.Words: [var only] }
            && HcpcsCode.TryParse(only, out var right) ? right : default;
        var says = isRecorded ? "record" : "text";
        if (CodesOfCompound(context, drug) is { Length: > 0 } own)
        {
            findings.Add(Info, context, context.CodeElement, $"The {says} says that the drug was compounded; {own} "
                + $"bills it then, not {drug.Line.Code}.", drug.Line.CodeText, new() { Text = own }, wanted.Severity,
                confidence: wanted.Confidence, source: wanted.Source, topic: wanted.Topic);
            return;
        }
        findings.Add(Info, context, context.CodeElement,
            $"The {says} says that the drug was compounded; this payer takes a compound as one line"
            + $"{(code.IsNone ? "" : $" of {code}")}, not under the codes of its ingredients.", drug.Line.CodeText,
            code.IsNone ? null : new() { Code = code, Units = 1 }, wanted.Severity, confidence: wanted.Confidence,
            source: wanted.Source, topic: wanted.Topic);
    }

    // J7609 and its like bill the compound itself.
    private static bool IsForCompound(in RuleContext context, DrugLine drug) => drug.Day is { } day
        && context.Tables.Code(drug.Line.Code, day) is CodeStatus.Found { Row.IsForCompound: true };

    // The codes that bill the same ingredient compounded, as J7609 and J7610 for J7613; empty where there is none.
    private static string CodesOfCompound(in RuleContext context, DrugLine drug)
    {
        if (drug.Day is not { } day || context.Tables.Code(drug.Line.Code, day) is not CodeStatus.Found found)
            return "";
        var codes = "";
        foreach (var code in found.Product.Codes)
            if (code.IsForCompound && code.IsValidOn(day))
                codes += codes.Length > 0 ? $" or {code.Code}" : code.Code.Value;
        return codes;
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
