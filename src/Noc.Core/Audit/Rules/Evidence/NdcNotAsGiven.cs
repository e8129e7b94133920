using Noc.Audit.Evidence;

namespace Noc.Audit.Rules.Evidence;

/// <summary>EVD004 ndc-not-as-given: the line carries another NDC than the containers used.</summary>
/// <remarks>
/// <para>Why it matters: payers price by the NDC and ask the maker for rebates by it; another product is denied or
/// paid back.</para>
/// <para>What to do: send the NDC of the container that was used.</para>
/// <para>Source: what was given must be documented, and the claim must say what the record says; Medicare Benefit
/// Policy Manual, chapter 15, section 50.</para>
/// <para>Silent when: line or record have no NDC, or one of the containers has the NDC of the line. A warning where
/// only the package differs: the box and the vial inside.</para>
/// </remarks>
public static class NdcNotAsGiven
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("EVD004", "ndc-not-as-given", "ndc_format", Severity.Deny,
        "The NDC must be that of the container used.", Sources.Records);

    /// <summary>Compares LIN03 with the containers of the record.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var evidence = drug.Evidence!;

        var ndcs = evidence.Ndcs;
        if (drug.Ndc.IsNone || ndcs.Count == 0 || ndcs.Contains(drug.Ndc)) return;
        var isPackage = ndcs.Any(ndc => ndc.LabelerProduct == drug.Ndc.LabelerProduct);
        findings.AddEvidence(Info, context, "2410/LIN03",
            $"The NDC is not that of the record: {FourWayMatch.Ndc(context, evidence).Chain}.", drug.Line.NdcText,
            ndcs.Count == 1 ? new() { Ndc = ndcs[0].Digits } : null, atMost: isPackage ? Severity.Warn : null);
    }
}
