using Noc.Claims;

namespace Noc.Audit.Rules.Claims;

/// <summary>CLM001 too-many-lines: the claim has more service lines than the standard allows.</summary>
/// <remarks>
/// <para>Why it matters: a professional claim holds 50 lines, an institutional one 999; the front end rejects a larger
/// one as a whole.</para>
/// <para>What to do: split the claim; keep a drug, its waste line and its administration together.</para>
/// <para>Source: X12 837 guides, repetitions of loop 2400.</para>
/// <para>Silent when: the claim bills no drug.</para>
/// </remarks>
public static class TooManyLines
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("CLM001", "too-many-lines", "frontend_reject", Severity.Reject,
        "The front end rejects a claim with more lines than the standard allows.", Sources.Guide837P);

    /// <summary>Judges claims with a drug line.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var count = context.Claim.Lines.Count;
        var most = ClaimSize.MostLines(context.Claim.Type);
        if (count <= most) return;
        findings.Add(Info, context, "2400/LX01", Texts.Of($"The claim has {count} lines; the standard allows {most}."),
            context.Claim.Lines[most].AssignedNumber,
            new() { Text = Texts.Of($"{(count + most - 1) / most} claims of at most {most} lines") });
    }
}
