using Noc.Audit.Rules.Administrations;
using Noc.Coding;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit.Rules.Coding;

/// <summary>SAD002 route-modifier-missing: the contractor pays the drug by one route only, and the line does not say by
/// which it was given.</summary>
/// <remarks>
/// <para>Why it matters: for a drug that is on the self-administered list under the skin and paid into a vein, a line
/// with neither JA nor JB is denied.</para>
/// <para>What to do: add JA for an infusion or injection into a vein. A dose under the skin is not paid.</para>
/// <para>Source: the contractor's article on self-administered drugs.</para>
/// <para>Silent when: the payer is not original Medicare, the contractor is not known or does not ask for the
/// modifiers, the line has JA, JB or GY, or its text tells the route that is not paid (SAD001 speaks). A warning where
/// the article only names the modifiers.</para>
/// </remarks>
public static class RouteModifierMissing
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("SAD002", "route-modifier-missing", "sad", Severity.Deny,
        "Without JA or JB the contractor cannot tell the paid route.", Sources.SelfAdministered)
    {
        Judges = LineTraits.OwnCode,
    };

    /// <summary>Judges lines with a code of the list.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (drug.IsUnclassified || context.Policy.Program is not PayerProgram.Medicare || drug.Day is not { } day)
            return;
        if (drug.Setting is not (Setting.Office or Setting.Opps or Setting.Asc)) return;
        var line = drug.Line;
        if (line.Has(Codes.JA) || line.Has(Codes.JB) || line.Has(Codes.GY)) return;
        if (context.Tables.SelfAdministered.OfCode(line.Code, context.Policy.Jurisdiction, day) is not
            { IsOwn: true, HasOtherRoutes: true, Modifier: not RouteModifier.NotSaid } entry) return;
        if (drug.RouteOfText is { } route && entry.Routes.Contains(route)) return;   // SAD001
        var (modifier, why) = drug.RouteOfText switch
        {
            "IV" => ("JA", " The text says IV."),
            _ when IsOnlyInfused(context) => ("JA", " The claim bills giving it into a vein."),
            _ => ("JA or JB", ""),
        };
        findings.Add(Info, context, context.ModifierElement,
            $"{line.Code} ({entry.Names[0]}) is paid by some routes only: add JA for a vein, JB for under the skin."
            + why, line.CodeText, new() { Text = modifier },
            entry.Modifier is RouteModifier.Denied ? null : Severity.Warn,
            new(CorrectionSafety.Review, $"add {modifier}"), entry.Confidence, entry.Source);
    }

    private static bool IsOnlyInfused(in RuleContext context)
    {
        if (!DrugAdministration.IsOnlyDrug(context)) return false;
        var isInfused = false;
        foreach (var line in context.Claim.Lines)
        {
            if (!DrugAdministration.IsOnDay(line, context.Drug!) || !AdministrationCodes.Delivers(line.Code)) continue;
            if (!AdministrationCodes.IsIntoVein(line.Code)) return false;
            isInfused = true;
        }
        return isInfused;
    }
}
