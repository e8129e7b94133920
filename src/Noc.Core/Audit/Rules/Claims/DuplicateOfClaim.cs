namespace Noc.Audit.Rules.Claims;

/// <summary>DUP002 duplicate-of-claim: an earlier claim of the file bills the same drug for the same patient and
/// day.</summary>
/// <remarks>
/// <para>Why it matters: the second line is denied as an exact duplicate (CARC 18), and denials of duplicates are
/// counted against a practice.</para>
/// <para>What to do: look for the first claim's result; send a correction of it rather than the claim again. Where the
/// dose was given twice, say so with a modifier.</para>
/// <para>Source: claim adjustment reason code 18.</para>
/// <para>Silent when: payer, provider, patient, day, code, modifiers, units, NDC or dose differ; for JW lines, RT and
/// LT, repeat modifiers, linked compounds, parts of a split claim, corrections, secondary claims; across files: a later
/// file may send again what was rejected. A file of more than 260,000 drug lines is compared with its last ones.</para>
/// </remarks>
public static class DuplicateOfClaim
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("DUP002", "duplicate-of-claim", "code_choice", Severity.Deny,
        "The second claim is denied as an exact duplicate (CARC 18).", Sources.Duplicate);

    /// <summary>Names the earlier claim.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        if (context.Earlier is not { } earlier) return;
        var line = context.Drug!.Line;
        if (!earlier.TryGetValue(new(context.Claim.Place.Ordinal, line.Number), out var first)) return;
        findings.Add(Info, context, context.CodeElement, Texts.Of($"Claim {first.Claim} of this file, line ")
            + Texts.Of($"{first.Line}, already bills the same drug for the same patient, day and dose."),
            line.CodeText);
    }
}
