using System.Globalization;
using System.Text;
using Noc.Audit;
using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>Plants the defect of each rule in clean claims and counts who finds it, and counts what is found on the
/// clean claims themselves. The page docs/accuracy.md shows the counts.</summary>
public class PlantingTests(ITestOutputHelper output)
{
    private const int MostClaims = 120;

    /// <summary>Rules whose defect cannot be planted, and why.</summary>
    private static readonly Dictionary<string, string> Unplanted = new();

    internal static readonly Dictionary<string, Planter> Planters = TextPlanters.All.Concat(LinePlanters.All)
        .Concat(ClaimPlanters.All).Concat(PayerPlanters.All).Concat(EvidencePlanters.All)
        .ToDictionary(pair => pair.Key, pair => pair.Value);

    private sealed record Count(string Rule, int Planted, int Found, int FalseAlarms);

    [Fact]
    public void Every_rule_has_a_planter_or_a_reason() => Assert.Equal(
        RuleCatalog.All.Select(rule => rule.Id).Order(),
        Planters.Keys.Concat(Unplanted.Keys).Distinct().Order());

    [Fact]
    public void Planted_defects_are_found_and_clean_claims_stay_silent()
    {
        var all = CleanClaim.All().ToList();
        var clean = all.Select(one => one.Claim).ToList();
        clean.AddRange(all.Select(one => EvidencePlanters.Agreeing(one)).OfType<TestClaim>().Take(MostClaims));
        var alarms = new Dictionary<string, int>();
        foreach (var claim in clean)
            foreach (var rule in claim.Findings().Select(finding => finding.Rule.Id).Distinct())
            {
                if (alarms.TryAdd(rule, 0))
                    output.WriteLine($"{rule} on \"{claim.Description}\", {claim.Place}, {claim.State}, {claim.Payer}: "
                        + claim.Findings().First(finding => finding.Rule.Id == rule).Message);
                alarms[rule]++;
            }
        var counts = Planters.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => Plant(pair.Key, pair.Value, all, alarms.GetValueOrDefault(pair.Key))).ToList();
        foreach (var count in counts)
            if (count.Found < count.Planted || count.FalseAlarms > 0) output.WriteLine(count.ToString());
        DocumentSection.Check("accuracy.md", "planted", Table(counts, clean.Count));
        Assert.All(counts, count => Assert.True(count.Planted >= 10, $"{count.Rule}: {count.Planted} planted"));
        Assert.All(counts, count => Assert.True(count.Found > 0.99 * count.Planted, count.ToString()));
        Assert.All(counts, count => Assert.True(count.FalseAlarms < 0.005 * clean.Count, count.ToString()));
    }

    // Claims spread evenly over all that the rule applies to.
    private Count Plant(string rule, Planter planter, List<CleanClaim> all, int falseAlarms)
    {
        var (planted, found, shown) = (0, 0, 0);
        var step = 1 + (all.Count * 31 / 97);
        while (Gcd(step, all.Count) > 1) step++;
        for (int i = 0, at = 0; i < all.Count && planted < MostClaims; i++, at = (at + step) % all.Count)
        {
            if (planter(all[at], planted) is not { } claim) continue;
            planted++;
            var findings = claim.Findings();
            if (findings.Any(finding => finding.Rule.Id == rule)) found++;
            else if (shown++ < 6)
                output.WriteLine($"{rule} missed: {claim.Filing} {claim.State} {claim.Place} {claim.Code}:"
                    + $"{claim.Modifiers} \"{claim.Description}\" "
                    + string.Join(", ", findings.Select(finding => finding.Rule.Id)));
        }
        return new(rule, planted, found, falseAlarms);
    }

    private static int Gcd(int a, int b) => b == 0 ? a : Gcd(b, a % b);

    private static string Table(List<Count> counts, int clean)
    {
        var text = new StringBuilder();
        var (planted, found, alarms) = (counts.Sum(one => one.Planted), counts.Sum(one => one.Found),
            counts.Sum(one => one.FalseAlarms));
        text.Append(CultureInfo.InvariantCulture, $"{planted} defects of {counts.Count} rules planted, {found} found ")
            .Append(CultureInfo.InvariantCulture, $"({Percent(found, planted)}); {alarms} findings on {clean} clean ")
            .Append(CultureInfo.InvariantCulture, $"claims ({Percent(alarms, clean)}).\n\n")
            .Append("| rule | planted | found | recall | on clean claims |\n|---|---|---|---|---|\n");
        foreach (var count in counts)
            text.Append(CultureInfo.InvariantCulture, $"| [{count.Rule}](rules/{count.Rule}.md) | {count.Planted} | ")
                .Append(CultureInfo.InvariantCulture, $"{count.Found} | {Percent(count.Found, count.Planted)} | ")
                .Append(CultureInfo.InvariantCulture, $"{count.FalseAlarms} |\n");
        if (Unplanted.Count > 0) text.Append("\nNot planted:\n\n");
        foreach (var (rule, reason) in Unplanted) text.Append($"- {rule}: {reason}\n");
        return text.ToString();
    }

    private static string Percent(int part, int whole) => whole == 0 ? "-"
        : (100m * part / whole).ToString("0.0", CultureInfo.InvariantCulture) + "%";
}
