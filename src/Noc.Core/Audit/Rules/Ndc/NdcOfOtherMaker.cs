using Noc.Coding;
using Noc.Tables;

namespace Noc.Audit.Rules.Ndc;

/// <summary>NDC012 ndc-of-other-maker: the text names a maker, and the NDC belongs to another one.</summary>
/// <remarks>
/// <para>Why it matters: products of several makers have codes and prices of their own; a maker that does not fit the
/// NDC makes a reviewer ask which one was given.</para>
/// <para>What to do: take NDC and maker from the same label.</para>
/// <para>Source: FDA, NDC directory, labeler of the product.</para>
/// <para>Silent when: the text names no maker, the directory does not have the NDC, or the maker is that of the
/// directory or of Medicare's crosswalk: names that share a word or belong to one group of firms that we know; for
/// compounds. Information only: firms sell under many names.</para>
/// </remarks>
public static class NdcOfOtherMaker
{
    private const int ShortestWord = 3;

    // Names of one group, as labels and claims write them.
    private static readonly string[][] Groups =
    [
        ["ROCHE", "GENENTECH"], ["JANSSEN", "JOHNSON", "CENTOCOR", "J&J"], ["MERCK", "MSD", "ORGANON"],
        ["PFIZER", "HOSPIRA", "WYETH", "PHARMACIA", "SEAGEN"], ["SANDOZ", "NOVARTIS"], ["TEVA", "ACTAVIS", "CEPHALON"],
        ["FRESENIUS", "KABI", "APP"], ["SANOFI", "GENZYME", "WINTHROP", "BIOVERATIV"],
        ["VIATRIS", "MYLAN", "BIOCON", "UPJOHN"], ["ABBVIE", "ALLERGAN", "ABBOTT"],
        ["BRISTOL", "SQUIBB", "BMS", "CELGENE", "JUNO"], ["AMGEN", "IMMUNEX", "HORIZON"],
        ["GSK", "GLAXO", "GLAXOSMITHKLINE", "VIIV"], ["TAKEDA", "MILLENNIUM", "SHIRE", "BAXALTA"],
        ["ASTRAZENECA", "MEDIMMUNE", "ALEXION"], ["SUN", "RANBAXY", "CARACO"], ["HIKMA", "WEST-WARD", "ROXANE"],
        ["BAUSCH", "VALEANT", "SALIX"], ["PAR", "ENDO", "STERILE"], ["REDDYS", "REDDY'S", "REDDY"],
    ];

    private static readonly string[] Empty =
    [
        "INC", "LLC", "LTD", "CORP", "CORPORATION", "COMPANY", "PHARMA", "PHARMACEUTICAL", "PHARMACEUTICALS", "USA",
        "LABS", "LABORATORIES", "LABORATORY", "THE", "AND", "LIMITED", "HEALTH", "HEALTHCARE", "SCIENCES", "BIOTECH",
        "INTERNATIONAL", "GROUP", "US", "NORTH", "AMERICA", "THERAPEUTICS", "INJECTABLES", "BIOLOGICS",
    ];

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NDC012", "ndc-of-other-maker", "ndc_format", Severity.Info,
        "Products of several makers have prices of their own.", Sources.NdcDirectory, Confidence.Medium)
    {
        Judges = LineTraits.Unclassified | LineTraits.Ndc,
    };

    /// <summary>Information only.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || drug.Ndc.IsNone || drug.Day is null || drug.IsCompound) return;
        var maker = drug.DescriptionFacts is { Manufacturer.IsEmpty: false } text
            ? text.Manufacturer.Of(drug.Description).ToString()
            : drug.NoteFacts is { Manufacturer.IsEmpty: false } note ? note.Manufacturer.Of(drug.Note).ToString() : "";
        if (maker.Length < ShortestWord) return;
        var facts = drug.FactsOfNdc(context.Tables)!;
        if (facts.Product?.Labeler is not { Length: > 0 } || IsAnyOf(facts.Labelers, Words(maker))) return;
        findings.Add(Info, context, "2410/LIN03",
            $"The text names {maker.ToUpperInvariant()} as the maker; {drug.Ndc.Hyphenated} is of {facts.Labeler}.",
            drug.Line.NdcText);
    }

    // Products change hands: the crosswalk may name the new maker, the directory the old one.
    private static bool IsAnyOf(IReadOnlyList<NdcLabeler> labelers, List<string> maker)
    {
        foreach (var labeler in labelers)
            if (AreOne(maker, Words(labeler.Name))) return true;
        return false;
    }

    private static bool AreOne(List<string> one, List<string> other)
    {
        if (one.Count == 0 || other.Count == 0) return true;
        foreach (var word in one)
            foreach (var its in other)
                if (word.StartsWith(its, StringComparison.Ordinal) || its.StartsWith(word, StringComparison.Ordinal))
                    return true;
        foreach (var group in Groups)
            if (one.Exists(word => Array.IndexOf(group, word) >= 0)
                && other.Exists(word => Array.IndexOf(group, word) >= 0)) return true;
        return false;
    }

    private static List<string> Words(string name)
    {
        var words = new List<string>();
        foreach (var word in name.ToUpperInvariant().Split([' ', ',', '.', '(', ')', '/'],
            StringSplitOptions.RemoveEmptyEntries))
            if (word.Length >= ShortestWord && Array.IndexOf(Empty, word) < 0) words.Add(word);
        return words;
    }
}
