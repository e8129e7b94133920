using Noc.Coding;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit.Rules.Coding;

/// <summary>COD015 code-not-for-hospitals: Medicare does not take the unclassified code on hospital outpatient bills,
/// or pays nothing for it there.</summary>
/// <remarks>
/// <para>Why it matters: a code of status B is returned, one of status E1 is not paid, whatever the text says.</para>
/// <para>What to do: bill the code that hospitals use for the drug (C9399 for one approved since 2004), or show what is
/// not covered as such (revenue code 0637, GY).</para>
/// <para>Source: CMS OPPS Addendum B: the quarter of the date of service where it is loaded, else that of April 2026.
/// </para>
/// <para>Silent when: the payer is not original Medicare, the bill is none of a hospital outpatient department, the
/// line is shown as not covered (GY, revenue code 0637), or another status stands in the list. Codes of dialysis and
/// of equipment are told by COD006 and COD007.</para>
/// </remarks>
public static class CodeNotForHospitals
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("COD015", "code-not-for-hospitals", "code_choice", Severity.Reject,
        "Medicare's list for hospital outpatient departments refuses the code.", Sources.AddendumB)
    {
        Judges = LineTraits.Unclassified,
    };

    /// <summary>Status B is returned; of E1 and its like it is said that nothing is paid.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || drug.Setting is not Setting.Opps || drug.Day is not { } day
            || context.Policy.Program is not PayerProgram.Medicare || drug.Line.Code == Codes.J3591
            || drug.Line.Has(Codes.GY) || drug.Line.RevenueCode.Text.TrimStart('0') is "637") return;
        var status = StatusOf(context.Tables, drug, day);
        if (status is not ("B" or "E1")) return;
        findings.Add(Info, context, context.CodeElement, status is "B"
            ? $"Medicare does not take {drug.Line.Code} on hospital outpatient bills (status B)."
            : $"Medicare pays nothing for {drug.Line.Code} on hospital outpatient bills (status E1).",
            drug.Line.CodeText, new()
            {
                Text = status is "B" ? "the code that hospitals bill for this drug" : "revenue code 0637 with GY",
            }, status is "B" ? null : Severity.Warn);
    }

    private static string StatusOf(ReferenceTables tables, DrugLine drug, DateOnly day) =>
        tables.Image.Rows<OppsRecord>().Of(TableKey.Of(drug.Line.Code)).On(day) is { } row
            ? tables.Image.Text(row.Status) : tables.CatchAll(drug.Line.Code)?.OppsStatus ?? "";
}
