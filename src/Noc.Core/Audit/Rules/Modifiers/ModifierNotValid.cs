using Noc.Drugs;

namespace Noc.Audit.Rules.Modifiers;

/// <summary>MOD010 modifier-not-valid: a modifier of the line did not exist on the date of service.</summary>
/// <remarks>
/// <para>Why it matters: a modifier outside of its dates rejects the line before anybody reads it.</para>
/// <para>What to do: remove it; JF for compounds became J7999, JZ began in 2023.</para>
/// <para>Source: CMS HCPCS Level II, modifiers with their dates, file of October 2025.</para>
/// <para>Silent when: the modifier has no dates in the tables, or the line has none.</para>
/// </remarks>
public static class ModifierNotValid
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("MOD010", "modifier-not-valid", "frontend_reject", Severity.Reject,
        "A modifier outside of its dates rejects the line.", Sources.Modifiers) { Judges = LineTraits.Modifiers };

    /// <summary>Judges every drug line with a modifier.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var line = drug.Line;
        if (drug.Day is not { } day || line.Modifiers.Count == 0) return;
        for (var i = 0; i < line.ModifierTexts.Count; i++)
        {
            if (!Modifier.TryParse(line.ModifierTexts[i].Bytes, out var modifier)) continue;
            if (context.Tables.ModifierDays(modifier) is not { } days || days.Include(day)) continue;
            findings.Add(Info, context, context.ModifierElement, days.From > day
                ? Texts.Of($"The modifier {modifier} begins on {days.From:yyyy-MM-dd}, after the date of service.")
                : Texts.Of($"The modifier {modifier} ended on {days.To:yyyy-MM-dd}, before the date of service."),
                line.ModifierTexts[i], new() { Text = $"no {modifier}" });
        }
    }
}
