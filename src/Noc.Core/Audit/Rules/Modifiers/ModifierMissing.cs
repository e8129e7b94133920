using Noc.Claims;
using Noc.Drugs;
using Noc.Payers;

namespace Noc.Audit.Rules.Modifiers;

/// <summary>MOD007 modifier-missing: a modifier that this payer requires is not on the line, or RT and LT stand on it
/// in the place of 50.</summary>
/// <remarks>
/// <para>Why it matters: the modifier tells the payer which rule the line falls under; without it the line is returned
/// or priced wrong.</para>
/// <para>What to do: add the modifier in the finding, if the record agrees.</para>
/// <para>Source: the payer's own rule, such as KD for implanted pumps, or RT, LT, 50 for the eye.</para>
/// <para>Silent when: the claim does not show the situation that the payer's rule is for; for waste lines, and where
/// all four modifiers are taken.</para>
/// </remarks>
public static class ModifierMissing
{
    private const int Places = 4;

    private const string Both = "50";

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("MOD007", "modifier-missing", "waste_modifier", Severity.Reject,
        "Without its modifier the line is returned or priced wrong.", Sources.Modifiers);

    /// <summary>Judges every drug line of payers that require a modifier.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (context.Policy.Wants is not { } wants || drug.IsWaste || drug.Line.Modifiers.Count >= Places) return;
        foreach (var entry in wants.All(PolicyKeys.ModifiersRequired))
        {
            if (!entry.Includes(drug.Subject)) continue;
            foreach (var word in entry.Value.Words)
                if (!Has(drug.Line, word))
                {
                    Add(context, findings, entry, $"The line needs the modifier {word} here.", word);
                    return;
                }
            if (!entry.Value.Adds) break;
        }
        if (context.Wants(PolicyKeys.ModifiersOneOf) is not { } choice) return;
        var found = 0;
        foreach (var word in choice.Value.Words)
            if (Has(drug.Line, word)) found++;
        if (found > 1 && choice.Value.Has(Both))
            Add(context, findings, choice, $"The line has more than one of RT, LT and {Both}; this payer takes one "
                + $"of them, {Both} for both sides.", Both);
        if (found > 0) return;
        var words = string.Join(" or ", choice.Value.Words);
        Add(context, findings, choice, $"The line needs one of the modifiers {words} here.", words);
    }

    /// <summary>Whether this rule says of the line that one modifier of the side is enough.</summary>
    internal static bool TellsOfSides(in RuleContext context) => !context.Drug!.IsWaste
        && context.Drug.Line.Modifiers.Count < Places && context.Policy.Wants is not null
        && context.Wants(PolicyKeys.ModifiersOneOf) is { } choice && choice.Value.Has(Both);

    private static void Add(
        in RuleContext context, FindingSink findings, PolicyEntry wanted, string message, string expected) =>
        findings.Add(Info, context, wanted, context.ModifierElement, message, expected: new() { Text = expected });

    private static bool Has(ServiceLine line, string word) => word.Length == 2 && line.Has(Modifier.Of(word));
}
