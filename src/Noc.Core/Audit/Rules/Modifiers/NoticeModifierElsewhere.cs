using Noc.Drugs;

namespace Noc.Audit.Rules.Modifiers;

/// <summary>MOD018 notice-modifier-elsewhere: GA, GX or GZ tells of a notice that original Medicare
/// alone knows.</summary>
/// <remarks>
/// <para>Why it matters: Medicare Advantage, Medicaid and private plans decide in advance instead; on their claims the
/// modifier may deny the line or make the patient pay.</para>
/// <para>What to do: take it off, and ask the plan for its decision where one is needed.</para>
/// <para>Source: CMS HCPCS Level II, modifiers; our own list of modifiers on drug lines.</para>
/// <para>Silent when: the payer is original Medicare, or not the first payer: its claim comes from Medicare's. GY is
/// known elsewhere too.</para>
/// </remarks>
public static class NoticeModifierElsewhere
{
    private static readonly Modifier[] Notices = [Modifier.Of("GA"), Modifier.Of("GX"), Modifier.Of("GZ")];

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("MOD018", "notice-modifier-elsewhere", "frontend_reject", Severity.Warn,
        "Notices to patients are Medicare's own.", Sources.Modifiers) { Judges = LineTraits.Modifiers };

    /// <summary>Never more than a warning.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var line = context.Drug!.Line;
        if (line.Modifiers.Count == 0 || context.Policy.IsMedicare || context.Claim.IsSecondary) return;
        foreach (var notice in Notices)
        {
            if (!line.Has(notice)) continue;
            findings.Add(Info, context, context.ModifierElement,
                $"{notice} tells of a notice that original Medicare asks for; this payer knows none.", default,
                new() { Text = $"no {notice}" });
            return;
        }
    }
}
