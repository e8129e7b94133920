namespace Noc.Audit.Rules.Claims;

/// <summary>DUP001 duplicate-line: two lines bill the same drug, dose and NDC on the same day.</summary>
/// <remarks>
/// <para>Why it matters: the second line is denied as an exact duplicate (CARC 18).</para>
/// <para>What to do: delete it, or show with a modifier that the dose was given twice.</para>
/// <para>Source: claim adjustment reason code 18.</para>
/// <para>Silent when: code, modifiers, NDC, text or date differ; for JW lines, RT and LT, repeat modifiers, linked
/// compounds and parts of a split claim.</para>
/// </remarks>
public static class DuplicateLine
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("DUP001", "duplicate-line", "code_choice", Severity.Deny,
        "The second line is denied as an exact duplicate (CARC 18).", Sources.Duplicate)
    {
        Judges = LineTraits.Unclassified,
    };

    /// <summary>Names the later of two equal lines.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || drug.IsWaste || drug.IsSplit || Codes.HasRepeat(drug.Line)) return;
        if (!drug.Line.CompoundLink.IsEmpty || !drug.Line.PrescriptionNumber.IsEmpty) return;
        foreach (var other in context.DrugLines)
        {
            if (ReferenceEquals(other, drug)) return;
            if (!IsSame(other, drug)) continue;
            findings.Add(Info, context, context.CodeElement,
                $"Line {other.Line.Number} already bills the same drug, dose and date.", drug.Line.CodeText);
            return;
        }
    }

    private static bool IsSame(DrugLine a, DrugLine b)
    {
        if (a.Line.Code != b.Line.Code || a.Day != b.Day) return false;
        if (a.Line.Modifiers.Count != b.Line.Modifiers.Count) return false;
        foreach (var modifier in b.Line.Modifiers)
            if (!a.Line.Has(modifier)) return false;
        if (!a.Line.NdcText.Bytes.SequenceEqual(b.Line.NdcText.Bytes)) return false;
        if (a.Dose.IsNone != b.Dose.IsNone || (!a.Dose.IsNone && a.Dose.SameAs(b.Dose) != true)) return false;
        // A line that names neither drug nor NDC is too thin to be called the same.
        return (a.Description.Length > 0 || a.Line.NdcCount > 0)
            && string.Equals(a.DrugName, b.DrugName, StringComparison.OrdinalIgnoreCase);
    }
}
