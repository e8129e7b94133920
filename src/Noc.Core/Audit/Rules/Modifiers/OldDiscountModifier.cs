using Noc.Coding;
using Noc.Drugs;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit.Rules.Modifiers;

/// <summary>MOD016 old-discount-modifier: JG marks a 340B drug on a date on which Medicare takes TB alone.</summary>
/// <remarks>
/// <para>Why it matters: Medicare takes TB of all 340B entities since 2025; JG may not be counted.</para>
/// <para>What to do: bill TB alone.</para>
/// <para>Source: CMS outpatient rule of 2024, as remembered; HCPCS Level II, modifiers JG and TB.</para>
/// <para>Silent when: the date is before 2025, or the payer is not original Medicare. Only a doubt: the change was not
/// read in a source.</para>
/// </remarks>
public static class OldDiscountModifier
{
    private static readonly DateOnly Since = new(2025, 1, 1);
    private static readonly Modifier TB = Modifier.Of("TB");

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("MOD016", "old-discount-modifier", "340b", Severity.Warn,
        "Medicare takes TB of all 340B entities since 2025.", Sources.Modifiers, Confidence.Low)
    {
        Judges = LineTraits.Modifiers,
    };

    /// <summary>Never more than a warning.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!Judges(context)) return;
        var hasBoth = drug.Line.Has(TB);
        findings.Add(Info, context, context.ModifierElement, "Since 2025 a 340B drug has TB, not JG.", default,
            new() { Text = hasBoth ? "no JG" : "TB" },
            correction: new(CorrectionSafety.Review, hasBoth ? "take off JG" : "replace JG by TB"));
    }

    /// <summary>True for a line with JG that this rule speaks about.</summary>
    internal static bool Judges(in RuleContext context)
    {
        var drug = context.Drug!;
        return drug.Line.Modifiers.Count > 0 && drug.Line.Has(Codes.JG) && !(drug.Day < Since)
            && context.Policy.Program is PayerProgram.Medicare && drug.Setting is not Setting.Esrd;
    }
}
