using System.Text;
using Noc.Claims;
using Noc.Tables;

namespace Noc.Audit.Rules.Claims;

/// <summary>DXC006 diagnosis-unusual: no diagnosis of the line is one that the label of the drug names.</summary>
/// <remarks>
/// <para>Why it matters: a use that the label does not name is paid only where a compendium or the contractor supports
/// it.</para>
/// <para>What to do: check the diagnosis and the drug; for a use off the label keep the citation with the
/// record.</para>
/// <para>Source: Medicare Benefit Policy Manual, chapter 15, section 50.4; the uses of each product in our own
/// list.</para>
/// <para>Silent when: the drug or its uses are not known, or the line has no diagnosis. Information only: the list is
/// from memory.</para>
/// </remarks>
public static class DiagnosisUnusual
{
    private const int Longest = 8;

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("DXC006", "diagnosis-unusual", "coverage", Severity.Info,
        "A use off the label needs a citation.", Sources.OffLabel, Confidence.Low) { Judges = LineTraits.Unclassified };

    /// <summary>Never more than information.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var claim = context.Claim;
        if (!drug.IsUnclassified || drug.IsWaste || drug.Match.IsNone || drug.IsCompound) return;
        var (isAny, first) = (false, -1);
        for (var i = 0; i < claim.Diagnoses.Count; i++)
        {
            if (!LineDiagnoses.IsOf(claim, drug.Line, i)) continue;
            var code = claim.Diagnoses[i];
            if (first < 0) first = i;
            isAny |= !LineDiagnoses.Starts(code, "Z"u8);
            if (Fits(context, code)) return;
        }
        if (!isAny) return;
        var product = drug.Match.Products[0];
        findings.Add(Info, context, "2300/HI",
            $"None of the diagnoses of this line is a usual one for {drug.NameOf(product)}: "
            + $"{string.Join(", ", context.Tables.DiagnosesOf(product).Take(6))}.", claim.Diagnoses[first].Code);
    }

    // True also where the uses of a product are not known.
    private static bool Fits(in RuleContext context, Diagnosis diagnosis)
    {
        Span<byte> bytes = stackalloc byte[Longest];
        foreach (var product in context.Drug!.Match.Products)
        {
            var starts = context.Tables.DiagnosesOf(product);
            if (starts.Count == 0) return true;
            foreach (var start in starts)
            {
                if (start.Length > Longest) return true;
                var length = Encoding.ASCII.GetBytes(start, bytes);
                if (LineDiagnoses.Starts(diagnosis, bytes[..length])) return true;
            }
        }
        return false;
    }
}
