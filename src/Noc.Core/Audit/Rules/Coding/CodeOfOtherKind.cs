using Noc.Coding;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit.Rules.Coding;

/// <summary>COD013 code-of-other-kind: an unclassified drug code bills something that has codes of its own kind.
/// </summary>
/// <remarks>
/// <para>Why it matters: vaccines, allergy extracts, skin tests, skin substitutes, sterile water and saline are paid by
/// other codes and other rules; J3490, J3590 and J9999 are denied for them.</para>
/// <para>What to do: bill the code in the finding, with the administration that belongs to it.</para>
/// <para>Source: CMS HCPCS Level II.</para>
/// <para>Silent when: the drug has its own code (COD001) or its class tells the code (COD008), it is compounded, the
/// payer names the code itself, or the antigen of a skin test went into a lesion. Only the word vaccine or toxoid is
/// certain, and for Medicare alone.</para>
/// </remarks>
public static class CodeOfOtherKind
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("COD013", "code-of-other-kind", "code_choice", Severity.Warn,
        "Vaccines, extracts, skin tests, skin substitutes, water and saline have codes of their own.", Sources.Hcpcs,
        Confidence.Medium) { Judges = LineTraits.Unclassified };

    /// <summary>Judges lines with a code for any injected drug.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var code = drug.Line.Code;
        if (!Codes.IsCore(code) || code == Codes.C9399 || drug.Day is null || drug.IsCompound) return;
        if (drug.Setting is not (Setting.Office or Setting.Opps or Setting.OtherInstitutional)) return;
        var kind = ProductKinds.Of(drug);
        if (What(context, drug, kind) is not var (what, codes)) return;
        if (context.WantsItself(PolicyKeys.UnclassifiedCode) is { } named && named.Value.Has(code.Value)) return;
        var isSure = context.Policy.IsMedicare && kind is ProductKind.Vaccine or ProductKind.FluVaccine;
        findings.Add(Info, context, context.CodeElement, kind is ProductKind.Fluid
            ? $"{what} does not go out as {code}, but as {codes}." : $"{what} goes out as {codes}, not {code}.",
            drug.Line.CodeText, new() { Text = codes }, isSure ? Severity.Reject : Severity.Warn);
    }

    private static (string What, string Codes)? What(in RuleContext context, DrugLine drug, ProductKind kind) =>
        kind switch
    {
        ProductKind.FluVaccine when context.Policy.IsMedicare && drug.Match.IsNone =>
            ("An influenza vaccine", "its own code, or Q2039 where it has none"),
        ProductKind.Vaccine or ProductKind.FluVaccine when drug.Match.IsNone =>
            ("A vaccine", "its own code, or 90749 where it has none"),
        ProductKind.AllergenicExtract => ("An extract for allergy shots", "95144 to 95170"),
        ProductKind.SkinTest when drug.Route is not "IL" => ("The antigen of a skin test", "part of the test, 86485 to "
            + "86580"),
        ProductKind.Fluid => ("Sterile water or saline", "A4216 (10 ml), or J7050, J7040 and J7030 by the bag; what "
            + "dilutes a drug or flushes a line is part of the administration"),
        ProductKind.SkinSubstitute => ("A skin substitute",
            context.Policy.IsMedicare && drug.Day >= Codes.SkinSubstitutesSince
                ? "its own code, or Q4431, Q4432 or Q4433" : "its own code, or Q4100"),
        _ => null,
    };
}
