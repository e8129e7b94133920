using Noc.Coding;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit.Rules.Ndc;

/// <summary>NDC005 ndc-not-on-file: no table knows the NDC.</summary>
/// <remarks>
/// <para>Why it matters: payers look the NDC up and deny one that they do not find (RARC M119); mostly two digits
/// changed places.</para>
/// <para>What to do: compare the eleven digits with the container; mind where the zero of a ten-digit label
/// went.</para>
/// <para>Source: FDA, National Drug Code Directory; RARC M119.</para>
/// <para>Silent when: the NDC directory loaded for the date is an extract or none, or any other table has the NDC, or
/// a package that the directory lists holds it. A warning at most: the directory drops what is no longer sold, and what
/// came after its day is not in it.</para>
/// </remarks>
public static class NdcNotOnFile
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NDC005", "ndc-not-on-file", "ndc_format", Severity.Warn,
        "Payers deny an NDC that they do not find (RARC M119).", Sources.NdcDirectory, Confidence.Medium)
    {
        Judges = LineTraits.Ndc,
    };

    /// <summary>Judges every line with an NDC.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (drug.Ndc.IsNone || drug.Day is not { } day) return;
        var tables = context.Tables;
        if (tables.Coverage.Of(Dataset.NdcPackages, day) is not CoverageKind.Complete
            || NdcDirectory.IsKnown(tables, drug.Ndc)) return;
        var ndc = drug.Ndc.Hyphenated;
        var message = drug.FactsOfNdc(tables)!.Listing switch
        {
            NdcListing.Product => $"The NDC directory has the product {ndc[..^3]}, but no package {ndc[^2..]} of it: "
                + "check the last two digits.",
            NdcListing.NotListed => $"{ndc} is not in the NDC directory: compare it with the container.",
            _ => "",
        };
        if (message.Length == 0) return;
        var wanted = context.Wants(PolicyKeys.NdcChecked);
        if (wanted?.Value.Has("directory") == true)
            findings.Add(Info, context, wanted, "2410/LIN03", message, drug.Line.NdcText);
        else findings.Add(Info, context, "2410/LIN03", message, drug.Line.NdcText);
    }
}
