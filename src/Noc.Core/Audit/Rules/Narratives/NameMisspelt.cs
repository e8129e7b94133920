using Noc.Coding;
using Noc.Drugs;
using Noc.Tables;

namespace Noc.Audit.Rules.Narratives;

/// <summary>NAR029 drug-name-misspelt: the text names no known drug, but one is a letter or two away.</summary>
/// <remarks>
/// <para>Why it matters: who prices by the text does not find the drug, and nobody sees that it has a code of its
/// own.</para>
/// <para>What to do: write the name as the label does; then look whether the code still fits.</para>
/// <para>Source: our list of products and their names; narratives that contractors price by.</para>
/// <para>Silent when: the name or a word of it is that of any drug in our tables or the FDA directory, it has fewer
/// than six letters, no known name is near (one letter, from eleven letters on two), two drugs are equally near, the
/// drug is a compound, or the NDC is of that very name or of another drug. A warning where the drug meant has a code
/// of its own on the date, else information.</para>
/// </remarks>
public static class NameMisspelt
{
    private const int MostCodes = 3;

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NAR029", "drug-name-misspelt", "narrative_elements", Severity.Warn,
        "A name that nobody finds is not priced.", Sources.Policies, Confidence.Medium)
    {
        Judges = LineTraits.Unclassified,
    };

    /// <summary>Judges names that nothing knows; never more than a warning.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || !drug.Match.IsNone || drug.IsCompound || drug.Day is not { } day) return;
        var inText = drug.DescriptionFacts is { Name.IsEmpty: false, IsGeneric: false };
        if (!inText && drug.NoteFacts is not { Name.IsEmpty: false, IsGeneric: false }) return;
        var text = inText ? drug.Description : drug.Note;
        var name = (inText ? drug.DescriptionFacts! : drug.NoteFacts!).Name.Of(text);
        var word = DrugNames.FirstTelling(name);
        if (NearNames.MostSlips(word.Length) == 0) return;
        var near = NearNames.Of(context.Tables, word);
        if (near is null) near = NearOfProduct(drug.FactsOfNdc(context.Tables)?.Product, word);
        else if (!drug.AnyNdc.IsNone && NdcNames.Of(context.Tables, drug.AnyNdc, drug.NdcCodes, day) is { } ndc
            && !Bears(ndc, word, near)) return;
        if (near is null || context.DirectoryNames.Named(name).Count > 0) return;
        var right = text.Replace(word.ToString(), near.Name, StringComparison.Ordinal);
        var own = OwnCodes(context, right, day);
        var far = near.Slips == 1 ? "one letter" : "two letters";
        findings.Add(Info, context, inText ? context.DescriptionElement : "2400/NTE02",
            $"\"{word}\" is no drug in our tables; {near.Name} is {far} away"
            + (own.Count == 0 ? "." : $", and goes out under a code of its own: {string.Join(" or ", own)}."),
            inText ? drug.Line.Description : drug.Line.Notes[0].Text, new() { Narrative = right },
            own.Count > 0 ? Severity.Warn : Severity.Info);
    }

    // What the directory calls the NDC, kept with its facts: most lines have none that is near.
    private static NearName? NearOfProduct(NdcProduct? product, ReadOnlySpan<char> word)
    {
        if (product is null) return null;
        var brand = DrugNames.FirstTelling(product.Brand);
        var generic = DrugNames.FirstTelling(product.Generic);
        if (brand.Equals(word, StringComparison.OrdinalIgnoreCase)
            || generic.Equals(word, StringComparison.OrdinalIgnoreCase)) return null;
        return Near(brand, word) ?? Near(generic, word);
    }

    private static NearName? Near(ReadOnlySpan<char> told, ReadOnlySpan<char> word) =>
        Math.Abs(told.Length - word.Length) <= NearNames.MostSlips(word.Length)
        && SpellingDistance.Between(told, word) is var slips
        && slips <= NearNames.MostSlips(Math.Min(told.Length, word.Length))
            ? new(told.ToString().ToUpperInvariant(), slips) : null;

    // Whether the NDC is the drug meant, and not called as the text calls it.
    private static bool Bears(NdcNames ndc, ReadOnlySpan<char> word, NearName near)
    {
        foreach (var one in ndc.Names)
            if (DrugNames.FirstTelling(one).Equals(word, StringComparison.OrdinalIgnoreCase)) return false;
        return ndc.MayMean(near.Name);
    }

    // Codes of its own; none where a product of the name has none.
    private static List<HcpcsCode> OwnCodes(in RuleContext context, string text, DateOnly day)
    {
        var drug = context.Drug!;
        var codes = new List<HcpcsCode>();
        var meant = context.Tables.FindProduct(text);
        if (meant.IsNone) return codes;
        foreach (var product in meant.Products)
        {
            if (SpecificCodes.Find(product, day, drug.Setting, drug.Dose, drug.Route) is not [var first, ..]) return [];
            if (codes.Count < MostCodes && !codes.Contains(first.Row.Code)) codes.Add(first.Row.Code);
        }
        return codes;
    }
}
