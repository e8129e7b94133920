using Noc.Claims;
using Noc.Tables;

namespace Noc.Audit.Rules.Diagnoses;

/// <summary>DXC006 diagnosis-unusual: no diagnosis of the line is one that the label of the drug names.</summary>
/// <remarks>
/// <para>Why it matters: a use that the label does not name is paid only where a compendium or the contractor supports
/// it.</para>
/// <para>What to do: check the diagnosis and the drug; for a use off the label keep the citation with the
/// record.</para>
/// <para>Source: Medicare Benefit Policy Manual, chapter 15, section 50.4; the uses of each product in our own
/// list.</para>
/// <para>Silent when: the drug is not surely an anticancer drug with no other use in our list, or a diagnosis of the
/// line could go with cancer: a tumour, the blood, metabolism, the gut, the skin, joints or kidneys, a symptom.
/// Information only: the list is from memory, and uses off the label are many.</para>
/// </remarks>
public static class DiagnosisUnusual
{
    private const int MostUsual = 6;

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("DXC006", "diagnosis-unusual", "coverage", Severity.Info,
        "A use off the label needs a citation.", Sources.OffLabel, Confidence.Low) { Judges = LineTraits.Unclassified };

    /// <summary>Never more than information.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var claim = context.Claim;
        if (!drug.IsUnclassified || drug.IsWaste || drug.Match.IsNone || drug.IsCompound) return;
        if (!IsForCancerOnly(context)) return;
        var (isAny, first) = (false, -1);
        for (var i = 0; i < claim.Diagnoses.Count; i++)
        {
            if (!LineDiagnoses.IsOf(claim, drug.Line, i)) continue;
            var code = claim.Diagnoses[i];
            if (first < 0) first = i;
            if (LineDiagnoses.Starts(code, "Z"u8)) continue;
            isAny = true;
            if (!IsOfElsewhere(code)) return;
        }
        if (!isAny) return;
        var product = drug.Match.Products[0];
        var name = drug.Match.Products.Count == 1 ? drug.NameOf(product) : drug.DrugName;
        var usual = drug.Match.Products.SelectMany(context.Tables.DiagnosesOf).Distinct().Take(MostUsual);
        findings.Add(Info, context, "2300/HI", $"None of the diagnoses of this line is a usual one for {name}: "
            + $"{string.Join(", ", usual)}.", claim.Diagnoses[first].Code);
    }

    // Chapters of nerves, eyes, ears, heart, lungs, births and injuries: no anticancer drug is given for them.
    private static bool IsOfElsewhere(Diagnosis diagnosis)
    {
        foreach (var chapter in "FGHIJOPST"u8)
            if (LineDiagnoses.Starts(diagnosis, [chapter])) return true;
        return false;
    }

    // All that the name may mean, with uses among tumours only: C00 to D49.
    private static bool IsForCancerOnly(in RuleContext context)
    {
        foreach (var product in context.Drug!.Match.Products)
        {
            var starts = context.Tables.DiagnosesOf(product);
            if (product.IsAntineoplastic is not true || starts.Count == 0) return false;
            foreach (var start in starts)
                if (start is not (['C', ..] or ['D', >= '0' and <= '4', ..])) return false;
        }
        return true;
    }
}
