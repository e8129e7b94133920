using Noc.Administrations;
using Noc.Claims;

namespace Noc.Audit.Rules.Administrations;

/// <summary>ADM007 two-first-administrations: one day bills two first infusions, injections or pushes.</summary>
/// <remarks>
/// <para>Why it matters: a visit has one first service for each access to a vein; the second one is bundled and
/// denied.</para>
/// <para>What to do: bill further ones with their add-on codes; where a second access was needed, set its first service
/// apart with 59 or XS.</para>
/// <para>Source: Medicare Claims Processing Manual, chapter 12, 30.5.</para>
/// <para>Silent when: a modifier sets one of them apart or says that it was repeated, or they have no date or different
/// ones.</para>
/// </remarks>
public static class TwoFirstAdministrations
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("ADM007", "two-first-administrations", "administration", Severity.Warn,
        "A second first service is bundled and denied.", Sources.Administration);

    /// <summary>Never more than a warning.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var lines = context.Claim.Lines;
        for (var i = 1; i < lines.Count; i++)
        {
            var rank = RankOf(lines[i]);
            if (rank < 0 || lines[i].ServiceDate is null) continue;
            for (var j = 0; j < i; j++)
            {
                var other = RankOf(lines[j]);
                if (other < 0 || lines[j].ServiceDate != lines[i].ServiceDate) continue;
                var later = other < rank ? lines[j] : lines[i];
                findings.Add(Info, context, context.CodeElement,
                    $"Lines {lines[j].Number} and {lines[i].Number} both bill a first service of one day: "
                    + $"{lines[j].Code} and {lines[i].Code}.", later.CodeText,
                    new()
                    {
                        Text = $"{InfusionCodes.FirstServices[Math.Min(rank, other)].Further}, or {later.Code} with 59 "
                            + "or XS (second access)",
                    }, detail: later.Code.Value);
                return;
            }
        }
    }

    // The place of a first service that nothing sets apart; -1 for other lines.
    private static int RankOf(ServiceLine line) =>
        InfusionCodes.RankOf(line.Code) is >= 0 and var rank && !Codes.HasRepeat(line) ? rank : -1;
}
