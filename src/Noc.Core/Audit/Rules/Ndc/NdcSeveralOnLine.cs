using Noc.Payers;

namespace Noc.Audit.Rules.Ndc;

/// <summary>NDC023 ndc-several-on-line: one line names several NDCs; the guide has room for one.</summary>
/// <remarks>
/// <para>Why it matters: only the first NDC is read; the rest of the dose is not paid.</para>
/// <para>What to do: make one line for each NDC, with its share of units and charge.</para>
/// <para>Source: X12 837 guides, loop 2410 stands once a line; the payer's own rule.</para>
/// <para>Silent when: the line has one NDC. A warning where the payer is not known to deny it.</para>
/// </remarks>
public static class NdcSeveralOnLine
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NDC023", "ndc-several-on-line", "ndc_format", Severity.Deny,
        "Only the first NDC of a line is read.", Sources.Guide837Drug) { Judges = LineTraits.Ndc };

    /// <summary>Counts LIN segments.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var line = context.Drug!.Line;
        if (line.NdcCount < 2) return;
        if (context.Wants(PolicyKeys.NdcLines) is not { Value.Word: "one-per-ndc" } wanted)
        {
            findings.Add(Info, context, "2410/LIN03",
                $"The line names {line.NdcCount} NDCs; the guide has room for one on a line.", line.NdcText,
                new() { Text = $"{line.NdcCount} lines, each with one NDC" }, Severity.Warn);
            return;
        }
        findings.Add(Info, context, wanted, "2410/LIN03",
            $"The line names {line.NdcCount} NDCs; this payer wants a line for each.", line.NdcText,
            new() { Text = $"{line.NdcCount} lines, each with one NDC" });
    }
}
