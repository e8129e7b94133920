using Noc.App.UpdateData;
using Noc.Tables;

namespace Noc.App.Tests.UpdateData;

public class AgencyPagesTests
{
    private static readonly AgencyPages Pages = AgencyPages.Load();

    public static TheoryData<string> Ids => [.. Pages.Sources.Select(source => source.Id)];

    private static DateOnly? Period(string id, string path) =>
        Pages.Sources.Single(source => source.Id == id).PeriodOf(new("https://www.cms.gov" + path));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_source_says_where_it_is_and_what_it_holds(string id)
    {
        var source = Pages.Sources.Single(source => source.Id == id);
        Assert.All(source.Datasets, name => Assert.True(Enum.TryParse<Dataset>(name, ignoreCase: true, out _), name));
        Assert.Single(new[] { source.Page is not null, source.File is not null, source.ByHand is not null }, true);
        foreach (var url in new[] { source.Page, source.File })
            if (url is not null)
            {
                Assert.Equal("https", url.Scheme);
                Assert.Contains(url.Host, Pages.Hosts);
            }
        Assert.InRange(source.Reach, 1, 12);
        Assert.InRange(source.MaxMegabytes, 1, 500);
        Assert.Equal(source.Page is null, source.Link is null);
        if (source.Link is not null)
            Assert.NotNull(source.PeriodOf(new("https://www.cms.gov" + source.Example)));
    }

    [Theory]
    [InlineData("hcpcs", "/files/zip/october-2026-alpha-numeric-hcpcs-file.zip", "2026-10-01")]
    [InlineData("hcpcs", "/files/zip/july-2023-alpha-numeric-hcpcs-files.zip", "2023-07-01")]
    [InlineData("hcpcs", "/files/zip/2023-alpha-numeric-index.zip", null)]
    [InlineData("asp", "/files/zip/october-2024-asp-pricing-file.zip", "2024-10-01")]
    [InlineData("asp", "/files/zip/january-2025-asp-pricing-final-file.zip", "2025-01-01")]
    [InlineData("asp", "/license/ama?file=/files/zip/april-2025-asp-pricing-file.zip", "2025-04-01")]
    [InlineData("asp", "/files/zip/october-2025-noc-pricing-file.zip", null)]
    [InlineData("asp-ndc", "/files/zip/october-2025-ndc-hcpcs-crosswalk.zip", "2025-10-01")]
    [InlineData("asp-ndc", "/files/zip/october-2025-seasonal-vaccine-ndc-hcpcs-crosswalk.zip", null)]
    [InlineData("opps", "/files/zip/october-2025-opps-addendum-b.zip", "2025-10-01")]
    [InlineData("opps", "/files/zip/october-2025-opps-addendum-a.zip", null)]
    [InlineData("fees", "/files/zip/rvu25d-0.zip", "2025-10-01")]
    [InlineData("mue", "/files/zip/medicare-ncci-2026-q3-practitioner-services-mue-table.zip", "2026-07-01")]
    [InlineData("mue", "/files/zip/medicare-ncci-2026-q3-dme-supplier-services-mue-table.zip", null)]
    [InlineData("icd10cm", "/files/zip/2026-code-descriptions-tabular-order.zip", "2025-10-01")]
    public void A_link_is_known_by_its_kind_and_period(string id, string path, string? period) =>
        Assert.Equal(period, Period(id, path)?.ToString("yyyy-MM-dd"));

    [Fact]
    public void The_newest_period_is_fetched_and_of_the_others_those_not_loaded()
    {
        var source = Pages.Sources.Single(source => source.Id == "asp") with { Reach = 3 };
        var builder = new TableImageBuilder();
        builder.Add<LoadedRecord>([.. new[] { 1, 7 }.Select(month => new LoadedRecord
        {
            Dataset = Dataset.AspPrices,
            Kind = LoadedKind.Complete,
            Days = new(new(2026, month, 1), new DateOnly(2026, month, 1).AddMonths(3).AddDays(-1)),
        })]);
        var links = new[] { "april", "january", "july" }.Select(month =>
                new Uri($"https://www.cms.gov/files/zip/{month}-2026-asp-pricing-file.zip"))
            .Append(new("https://www.cms.gov/files/zip/october-2025-asp-pricing-file.zip"));
        var plan = UpdatePlan.Of(source, links, new(builder.Build("tables-x")));
        Assert.Equal([("2026 Q3", true), ("2026 Q2", true), ("2026 Q1", false), ("2025 Q4", false)],
            plan.Select(file => (file.PeriodText, file.IsWanted)));
    }

    [Theory]
    [InlineData("https://www.cms.gov/files/a%2Fb.zip", "b.zip")]
    [InlineData("https://www.cms.gov/x?file=/files/zip/y.zip", "y.zip")]
    [InlineData("https://www.cms.gov/files/..%5C..%5Cevil:.zip", "_.._evil_.zip")]
    [InlineData("https://www.cms.gov/", "file")]
    public void A_name_of_an_address_is_a_name_on_any_disk(string url, string name) =>
        Assert.Equal(name, AgencyNames.FileOf(new(url)));

    [Fact]
    public void Addresses_of_agencies_are_asked_by_https_and_others_never()
    {
        var urls = new AgencyUrls(Pages.Hosts, mirror: null);
        var page = new Uri("https://www.cms.gov/a/b");
        Assert.Equal("https://www.cms.gov/x.zip", urls.Resolve(page, "http://www.cms.gov/x.zip#top")?.AbsoluteUri);
        Assert.Equal("https://www.cms.gov/a/x.zip", urls.Resolve(page, "x.zip")?.AbsoluteUri);
        foreach (var link in (string[])["ftp://www.cms.gov/x", "https://cms.gov.evil.example/", "javascript:x",
            "https://user@www.cms.gov/x", "https://www.cms.gov:444/x", "//evil.example/x"])
            Assert.Null(urls.Resolve(page, link));
    }
}
