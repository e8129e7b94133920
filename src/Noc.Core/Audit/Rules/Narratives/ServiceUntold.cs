using Noc.Claims;

namespace Noc.Audit.Rules.Narratives;

/// <summary>NAR030 service-untold: an administration without a code of its own says nothing about itself.</summary>
/// <remarks>
/// <para>Why it matters: 96379 and 96549 stand on Medicare's list of codes that name nothing; the standard requires a
/// description, and payers reject the line without one.</para>
/// <para>What to do: write what was done into SV101-7 (837I: SV202-7), such as CONCURRENT CHEMO INFUSION 60 MIN; or
/// look for the code that fits.</para>
/// <para>Source: X12 837 guides, description of a non-specific code, in force since 2012-01-01; Medicare's list of
/// such codes.</para>
/// <para>Silent when: the line has a description.</para>
/// </remarks>
public static class ServiceUntold
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NAR030", "service-untold", "narrative_location", Severity.Reject,
        "The code does not say what was done.", Sources.Guide837P);

    /// <summary>The first such line; rejects for every payer: the rule is the standard's.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        foreach (var line in context.Claim.Lines)
        {
            if (line.Code is not { Series: '9', Number: 6379 or 6549 } || !line.Description.IsEmpty) continue;
            findings.Add(Info, context, context.DescriptionElement,
                $"Line {line.Number}: {line.Code} names no service, and its description is empty.", line.CodeText,
                new() { Text = "what was done, in the description" }, detail: line.Code.Value,
                source: context.Claim.Type is ClaimType.Institutional ? Sources.Guide837I : null);
            return;
        }
    }
}
