using System.Text.RegularExpressions;
using Noc.Audit;

namespace Noc.Core.Tests.Payers;

/// <summary>What holds for every payer is not cited from a page of one of them.</summary>
public partial class DefaultSourceTests
{
    [Fact]
    public void No_rule_cites_one_payer_for_all() => Assert.Empty(RuleCatalog.All
        .Where(rule => OnePayer().IsMatch(rule.Source.Title + rule.Source.Url)).Select(rule => rule.Id));

    [Fact]
    public void What_Medicare_and_the_standard_want_of_texts_units_and_codes_is_cited_from_no_contractor()
    {
        var values = new[] { "medicare", "standard" }.SelectMany(id => TestTables.Policies.Of(id)!.Values)
            .Where(value => value.Key.Name.Split('.')[0]
                is "narrative" or "units" or "unclassified" or "ndc" or "filing");
        Assert.Empty(values.Where(value => OnePayer().IsMatch(value.Source.Title))
            .Select(value => $"{value.Place} {value.Source.Title}"));
    }

    [GeneratedRegex(@"noridian|novitas|palmetto|first ?coast|\bwps\b|\bngs\b|\bcgs\b|minnesota|dhs\.state",
        RegexOptions.IgnoreCase)]
    private static partial Regex OnePayer();
}
