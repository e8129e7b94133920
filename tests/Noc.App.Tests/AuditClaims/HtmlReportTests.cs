using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Noc.App.AuditClaims;
using Noc.Audit;
using Noc.Reference.Policies;
using Noc.Reference.Seed;
using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

public class HtmlReportTests
{
    private static readonly AuditContext Context = new(SeedTables.Load(), ShippedPolicies.Set);

    [Fact]
    public void The_page_of_the_sample_is_as_approved() => Snapshot.Match("audit-html", Page(Sample()));

    [Fact]
    public void The_page_is_whole_and_needs_nothing_from_elsewhere()
    {
        var page = Page(Sample());
        var html = Parse(page);
        Assert.Equal("en", html.Root!.Attribute("lang")!.Value);
        Assert.DoesNotContain(html.Descendants(), one => one.Name.LocalName is "script" or "link" or "img" or "iframe");
        Assert.DoesNotContain(html.Descendants().Attributes(), one => one.Name.LocalName is "src"
            || one.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.All(html.Descendants("a"), one => Assert.StartsWith("#", one.Attribute("href")!.Value));
        Assert.DoesNotContain("url(", page, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Readers_of_screens_find_their_way()
    {
        var html = Parse(Page(Sample()));
        Assert.Single(html.Descendants("h1"));
        Assert.Single(html.Descendants("main"));
        var ids = html.Descendants().Attributes("id").Select(one => one.Value).ToList();
        Assert.Equal(ids.Distinct().Count(), ids.Count);
        Assert.All(html.Descendants("a"), one => Assert.Contains(one.Attribute("href")!.Value[1..], ids));
        Assert.All(html.Descendants().Attributes("aria-labelledby"), one => Assert.Contains(one.Value, ids));
        Assert.All(html.Descendants("table"), table =>
        {
            Assert.NotEmpty(table.Element("caption")!.Value);
            Assert.All(table.Descendants("th"), head => Assert.NotNull(head.Attribute("scope")));
            Assert.Equal(["region", "0"], [table.Parent!.Attribute("role")!.Value,
                table.Parent.Attribute("tabindex")!.Value]);
        });
        Assert.All(html.Descendants().Where(one => one.Attribute("role")?.Value == "img"),
            one => Assert.NotEmpty(one.Attribute("aria-label")!.Value));
        var level = 1;
        foreach (var head in html.Descendants().Where(one => Regex.IsMatch(one.Name.LocalName, "^h[1-6]$")))
        {
            var next = head.Name.LocalName[1] - '0';
            Assert.InRange(next, 1, level + 1);   // no level is left out
            level = next;
        }
    }

    [Fact]
    public void Colours_of_text_stand_out_by_four_and_a_half_to_one()
    {
        using var style = new StreamReader(
            typeof(ClaimFileAudit).Assembly.GetManifestResourceStream("report.css")!);
        var css = style.ReadToEnd();
        var colours = Regex.Matches(css, @"--(\w+):#([0-9a-f]{3,6})").ToDictionary(one => one.Groups[1].Value,
            one => Light(one.Groups[2].Value));
        foreach (var ink in (string[])["ink", "soft", "accent", "ready", "fix", "hold"])
            foreach (var paper in (string[])["paper", "tint"])
                Assert.True((colours[paper] + 0.05) / (colours[ink] + 0.05) >= 4.5, $"{ink} on {paper}");
    }

    [Fact]
    public void Hostile_values_stay_text()
    {
        const string attack = "<script>alert('x')</script>\"&<img src=x onerror=y>";
        var claim = new TestClaim { Description = attack.Replace(":", "", StringComparison.Ordinal) };
        var text = claim.Text().Replace("CLM*T1*", "CLM*</h3><b>T1*", StringComparison.Ordinal)
            .Replace("INVENTED PAYER", "<i>\u202EPAYER", StringComparison.Ordinal);
        var page = Page(Encoding.Latin1.GetBytes(text), "a<b>.837");
        var html = Parse(page);
        Assert.DoesNotContain(html.Descendants(), one => one.Name.LocalName is "script" or "img" or "b" or "i");
        Assert.DoesNotContain("\u202E", page, StringComparison.Ordinal);
        Assert.Contains("&lt;/h3&gt;&lt;b&gt;T1", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Sums_of_causes_and_payers_are_the_dollars_at_risk()
    {
        var html = Parse(Page(Sample()));
        var risk = Cards(html)["At risk of denial"];
        Assert.Equal(risk, Column(html, "causes", "At risk").Sum());
        Assert.Equal(risk, Column(html, "payers", "At risk").Sum());
    }

    [Fact]
    public void What_payers_would_pay_stands_beside_what_is_at_risk()
    {
        var html = Parse(Page(Sample()));
        Assert.Contains("payers would be expected to pay about $730.43",
            html.Descendants("section").First().Value, StringComparison.Ordinal);
        var claim = html.Descendants("article").Single(one => one.Value.Contains("RB-1007", StringComparison.Ordinal));
        Assert.Contains("$4,100.00 at risk (about $729.90 expected from the payer)", claim.Value,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_have_a_role_that_their_element_may_have() =>
        Assert.All(Parse(Page(Sample())).Descendants().Where(one => one.Attribute("role")?.Value == "img"),
            one => Assert.Contains(one.Name.LocalName, (string[])["div", "svg"]));

    [Fact]
    public void The_ten_claims_with_most_at_risk_come_first()
    {
        var claims = string.Concat(Enumerable.Range(1, 30).Select(number =>
            new TestClaim { Description = "", Charge = $"{number * 100}", Others = [] }.Text()));
        var html = Parse(Page(Encoding.ASCII.GetBytes(claims)));
        var first = html.Descendants("article").ToList();
        Assert.Equal(10, first.Count);
        Assert.Contains("$3,000.00 at risk", first[0].Value, StringComparison.Ordinal);
        Assert.Contains("$2,100.00 at risk", first[^1].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Claims_that_come_too_late_stand_behind_those_that_can_be_saved()
    {
        var late = new TestClaim { Date = "20230310", Charge = "9000" };
        var html = Parse(Page(Encoding.ASCII.GetBytes(late.Text() + new TestClaim { Description = "" }.Text()),
            context: Context with { Sent = new(2026, 4, 1) }));
        var first = html.Descendants("article").ToList();
        Assert.Contains("$900.00 at risk", first[0].Value, StringComparison.Ordinal);
        Assert.Contains("FIL001", first[1].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void What_would_be_denied_is_no_warning_where_its_dollars_are_counted_elsewhere()
    {
        var claim = new TestClaim { Modifiers = "JZ:91:JF" };
        var plan = Parse(Page(Encoding.ASCII.GetBytes(claim.Text()))).Descendants("ol").First().Value;
        Assert.Contains("settle 1 finding whose dollars are counted above: MOD011", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("hold no claim: MOD011", plan, StringComparison.Ordinal);
    }

    [Fact]
    public void More_names_than_anyone_reads_become_one_row()
    {
        var sums = new NameSums();
        for (var i = 0; i < 5000; i++) sums.Of($"DRUG {i}").Count++;
        Assert.Equal(400, sums.Names);
        var top = sums.Top(25);
        Assert.Equal(26, top.Count);
        Assert.Equal(5000, top.Sum(sum => sum.Count));
    }

    [Fact]
    public void Every_rule_has_somebody_who_answers_and_something_to_do() => Assert.All(RuleCatalog.All, rule =>
    {
        Assert.Contains(Answerers.Of(rule), Answerers.All);
        Assert.NotEmpty(Noc.App.ExplainRules.RulePages.WhatToDo(rule.Id));
    });

    [Fact]
    public void Clean_claims_make_a_page_that_says_so()
    {
        var page = Page(Encoding.ASCII.GetBytes(new TestClaim().Text()));
        Assert.Contains("are ready to send", page, StringComparison.Ordinal);
        Assert.Empty(Parse(page).Descendants("article"));
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_on_the_page()
    {
        var page = Page("no claims at all"u8.ToArray());
        Assert.Contains("No claim was read", page, StringComparison.Ordinal);
        Assert.Contains("Problems of the files", page, StringComparison.Ordinal);
    }

    private static byte[] Sample() => File.ReadAllBytes(SharedFolder.Sample);

    private static string Page(byte[] claims, string? path = null, AuditContext? context = null)
    {
        using var output = new MemoryStream();
        var options = new AuditOptions
        {
            Paths = ["-"], Format = ReportFormat.Html, AsOf = new(2026, 11, 21), Threads = 2,
        };
        ClaimFileAudit.Run(options, context ?? Context, output, new MemoryStream(claims), TextWriter.Null,
            TestContext.Current.CancellationToken);
        Assert.True(path is null || output.Length > 0);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    // The page keeps the rules of XML but for the elements that HTML never closes.
    private static XDocument Parse(string page) => XDocument.Parse(Regex.Replace(
        page.Replace("<!DOCTYPE html>\n", "").Replace("&nbsp;", " "), "<(meta[^>]*)>", "<$1/>"));

    private static Dictionary<string, decimal> Cards(XDocument html) => html.Descendants("div")
        .Where(one => one.Attribute("class")?.Value.StartsWith("card", StringComparison.Ordinal) == true
            && one.Elements("span").Any())
        .ToDictionary(one => one.Elements("span").First().Value, one => Dollars(one.Elements("span").ElementAt(1)));

    private static IEnumerable<decimal> Column(XDocument html, string section, string name)
    {
        var table = html.Descendants("section").Single(one => one.Attribute("aria-labelledby")!.Value == section)
            .Descendants("table").Single();
        var index = table.Element("thead")!.Descendants("th").Select(one => one.Value).ToList().IndexOf(name);
        return table.Element("tbody")!.Elements("tr").Select(row => Dollars(row.Elements().ElementAt(index)));
    }

    private static decimal Dollars(XElement cell) =>
        decimal.Parse(cell.Value.Replace("$", "").Replace(",", ""), System.Globalization.CultureInfo.InvariantCulture);

    // Relative luminance, as WCAG 2.2 defines it.
    private static double Light(string hex)
    {
        if (hex.Length == 3) hex = string.Concat(hex.Select(one => $"{one}{one}"));
        double sum = 0;
        for (var i = 0; i < 3; i++)
        {
            var part = Convert.ToInt32(hex.Substring(2 * i, 2), 16) / 255.0;
            sum += new[] { 0.2126, 0.7152, 0.0722 }[i]
                * (part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
