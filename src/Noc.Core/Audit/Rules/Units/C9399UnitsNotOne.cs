using Noc.Payers;

namespace Noc.Audit.Rules.Units;

/// <summary>UNT003 c9399-units-not-one: C9399 is billed with other than one unit.</summary>
/// <remarks>
/// <para>Why it matters: C9399 has no unit; Medicare prices the dose of the remarks by hand and returns other
/// units.</para>
/// <para>What to do: bill one unit; the amount given belongs in the remarks. Leave the charge as it is.</para>
/// <para>Source: Medicare contractors on C9399; in force since 2004-01-01.</para>
/// <para>Silent when: the payer has no rule for C9399 known to us.</para>
/// </remarks>
public static class C9399UnitsNotOne
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("UNT003", "c9399-units-not-one", "c9399", Severity.Reject,
        "C9399 is one unit; the dose stands in the remarks.", Sources.C9399);

    /// <summary>Judges lines with C9399.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var line = context.Drug!.Line;
        if (line.Code != Codes.C9399 || line.BilledUnits == 1) return;
        if (context.Wants(PolicyKeys.C9399Units) is not { Value.Word: "one" } wanted) return;
        findings.Add(Info, context, wanted, context.UnitsElement, line.BilledUnits is { } units
            ? Texts.Of($"{units:0.###} units are billed; C9399 has one. The charge stays as it is.")
            : "The line has no units; C9399 has one.", line.UnitsText, new() { Units = 1 },
            new(CorrectionSafety.Review, "set the units to 1"));
    }
}
