using Noc.Payers;

namespace Noc.Audit.Rules.Modifiers;

/// <summary>MOD003 waste-line-missing: drug was discarded, but no line with JW bills it.</summary>
/// <remarks>
/// <para>Why it matters: the waste of a single-dose container is paid only on a line of its own with JW; in words alone
/// it is lost, and the line may be returned.</para>
/// <para>What to do: add a line of the same code with JW for the amount discarded, with its share of the charge.</para>
/// <para>Source: CMS JW and JZ policy; the payer's own rule on waste.</para>
/// <para>Silent when: the payer wants no JW line, or its wish is not known; neither a text nor dose and NDC package
/// tell that something was discarded; the container is not surely single-dose; another line bills the waste; places
/// that are paid as a whole, compounds, free drugs, parts of split claims, less waste than one unit of the code. A
/// warning where JZ stands on a line with its own code, and where only the sizes that are sold tell.</para>
/// </remarks>
public static class WasteLineMissing
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("MOD003", "waste-line-missing", "waste_modifier", Severity.Reject,
        "Waste is paid on a line with JW only.", Sources.Waste);

    /// <summary>Judges lines that bill a dose.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (drug.Day is not { } day || drug.Line.Has(Codes.JW) || drug.IsWaste || drug.IsSplit) return;
        if (context.Policy.Wants?.Knows(PolicyKeys.WasteLine) != true) return;
        if (!WasteLines.IsSubject(context, drug, day)) return;
        if (drug.Line.Has(Codes.JZ) && WasteLines.UnitsLeft(context, drug, day, out var ofUnits) is { } left)
        {
            CheckUnits(context, findings, day, left, ofUnits);
            return;
        }
        var waste = WasteLines.Discarded(context, drug, out var arithmetic);
        var isBySizes = waste.IsNone && drug.Line.Has(Codes.JZ);
        if (isBySizes) waste = WasteLines.LeftBySizes(context, drug, out arithmetic);
        if (waste.IsNone || WasteLines.Of(context, drug) is not null) return;
        if (!WasteLines.IsSurelySingleDose(context, drug, day)) return;
        if (context.WantsWhen(PolicyKeys.WasteLine, Situation.SingleDose | Situation.Waste)
            is not { Value.Word: "jw-line" or "jw-line-and-text" } wanted) return;
        findings.Add(Info, context, wanted, context.ModifierElement,
            isBySizes
                ? $"JZ says that nothing was discarded; the containers that are sold leave {waste} ({arithmetic})."
            : $"{waste} was discarded{(arithmetic.Length > 0 ? $" ({arithmetic})" : "")}; no line with JW bills it."
                + (drug.Line.Has(Codes.JZ) ? " JZ says that nothing was." : ""),
            expected: new() { Text = $"a second line {drug.Line.Code} with JW for {waste}"
                + (wanted.Value.Word is "jw-line-and-text" ? $", and {waste} WASTE in the text" : "") },
            atMost: isBySizes || (!drug.IsUnclassified && drug.Line.Has(Codes.JZ)) ? Severity.Warn : null);
    }

    // JZ beside units that do not use up their containers.
    private static void CheckUnits(
        in RuleContext context, FindingSink findings, DateOnly day, decimal left, string arithmetic)
    {
        var drug = context.Drug!;
        if (!WasteLines.IsSurelySingleDose(context, drug, day) || context.WantsWhen(PolicyKeys.WasteLine,
                Situation.SingleDose | Situation.Waste) is not { Value.Word: "jw-line" or "jw-line-and-text" } wanted)
            return;
        findings.Add(Info, context, wanted, context.ModifierElement,
            Texts.Of($"JZ says that nothing was discarded; the containers hold {left:0.###} units more ")
            + $"({arithmetic}).", expected: new()
            {
                Text = Texts.Of($"a second line {drug.Line.Code} with JW for {left:0.###} units, and no JZ"),
            }, atMost: Severity.Warn);
    }
}
