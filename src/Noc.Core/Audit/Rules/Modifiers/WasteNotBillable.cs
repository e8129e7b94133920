using Noc.Payers;

namespace Noc.Audit.Rules.Modifiers;

/// <summary>MOD005 waste-not-billable: a line bills discarded drug to a payer that does not pay it.</summary>
/// <remarks>
/// <para>Why it matters: the line is denied, and the waste may not be moved to the line of the dose either.</para>
/// <para>What to do: delete the line; leave amount and charge of the dose as they are.</para>
/// <para>Source: the payer's own rule on waste.</para>
/// <para>Silent when: the payer pays waste, or its rule is not known. Information only where the payer pays the place
/// as a whole.</para>
/// </remarks>
public static class WasteNotBillable
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("MOD005", "waste-not-billable", "waste_modifier", Severity.Deny,
        "This payer does not pay for discarded drug.", Sources.Waste);

    /// <summary>Judges lines that bill waste.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsWaste) return;
        if (context.Wants(PolicyKeys.WasteLine) is not { Value.Word: "not-billed" } wanted) return;
        var found = drug.Line.ModifierTexts.Count > 0 ? drug.Line.ModifierTexts[0] : default;
        if (WasteLines.IsOnlyLine(context, drug))
            findings.Add(Info, context, wanted, context.ModifierElement, "The line bills its drug as discarded, which "
                + "this payer does not pay, and no line bills a dose. Where its text tells what was given, JW is the "
                + "mistake.", found, new() { Text = "no JW" }, new(CorrectionSafety.Review, "take JW off"));
        else
            findings.Add(Info, context, wanted, context.ModifierElement, "The line bills discarded drug, which this "
                + "payer does not pay: leave it out, and change nothing on the line of the dose.", found,
                new() { Text = "no line for the waste" }, new(CorrectionSafety.Review, "delete the line"));
    }
}
