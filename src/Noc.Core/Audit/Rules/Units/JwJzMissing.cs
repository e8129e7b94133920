using Noc.Coding;
using Noc.Payers;

namespace Noc.Audit.Rules.Units;

/// <summary>MOD002 jw-jz-missing: a line for a single-dose container says nothing about waste.</summary>
/// <remarks>
/// <para>Why it matters: since 2023-10-01 Medicare returns such lines as unprocessable.</para>
/// <para>What to do: JZ when nothing was discarded; else a second line with JW for the amount discarded.</para>
/// <para>Source: CMS JW and JZ policy; edits in force since 2023-10-01.</para>
/// <para>Silent when: the payer is not original Medicare Part B, the drug is packaged, the container is not surely
/// single-dose, the drug was obtained free, or another line of the same drug carries JW.</para>
/// </remarks>
public static class JwJzMissing
{
    private static readonly DateOnly Since = new(2023, 10, 1);

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("MOD002", "jw-jz-missing", "waste_modifier", Severity.Reject,
        "Medicare returns single-dose lines without JW or JZ.", Sources.Waste);

    /// <summary>A warning on unclassified lines, where contractors differ.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var line = drug.Line;
        if (context.Policy.Program is not PayerProgram.Medicare || drug.Day is not { } day || day < Since) return;
        if (line.Has(Codes.JW) || line.Has(Codes.JZ) || line.ChargeUsd <= 0.01m || drug.IsCompound) return;
        if (drug.Setting is not Setting.Office && line.Code != Codes.C9399) return;
        if (drug.IsUnclassified ? !IsSurelySingleDose(drug) : line.Code.Series is not ('J' or 'Q')
            || !context.Tables.IsSurelySingleDose(line.Code, day)) return;
        foreach (var other in context.DrugLines)
            if (other.Line.Code == line.Code && other.Line.Has(Codes.JW)) return;
        findings.Add(Info, context, context.ModifierElement,
            "The product comes in single-dose containers; the line needs JZ, or a second line with JW for the waste.",
            expected: new() { Text = "JZ if nothing was discarded" },
            severity: drug.IsUnclassified ? Severity.Warn : Severity.Reject);
    }

    private static bool IsSurelySingleDose(DrugLine drug)
    {
        if (drug.Match.IsNone || drug.Match.Kind is Tables.NameKind.Base) return false;
        foreach (var product in drug.Match.Products)
            if (product.Container is not Tables.ContainerKind.SingleDose
                || product.Confidence is not Tables.Confidence.High) return false;
        return true;
    }
}
