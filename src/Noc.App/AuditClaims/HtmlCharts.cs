using System.Globalization;

namespace Noc.App.AuditClaims;

/// <summary>Charts as SVG inside of the page. Each repeats the table behind it, so readers of screens get a name
/// only.</summary>
internal static class HtmlCharts
{
    /// <summary>Bars of dollars: at risk in full colour, late behind it with stripes.</summary>
    /// <param name="html">Gets the chart.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="bars">Label, dollars at risk, dollars that come late.</param>
    public static void Bars(Html html, string title, IReadOnlyList<(string Label, decimal Lost, decimal Late)> bars)
    {
        var most = bars.Count == 0 ? 0 : bars.Max(bar => bar.Lost + bar.Late);
        if (most <= 0) return;
        html.Raw("<figure><div role=\"img\" aria-label=\"")
            .Attribute($"{title}. The table that follows has the figures.")
            .Raw("\"><div class=\"bars\" aria-hidden=\"true\">");
        foreach (var (label, lost, late) in bars)
        {
            var (first, second) = (Percent(lost / most), Percent(late / most));
            html.Element("span class=\"label\"", label)
                .Raw("<svg class=\"bar\" width=\"100%\" height=\"18\" focusable=\"false\">"
                    + $"<rect class=\"lost\" x=\"0\" y=\"2\" height=\"14\" width=\"{first}%\"/>"
                    + $"<rect class=\"late\" x=\"{first}%\" y=\"2\" height=\"14\" width=\"{second}%\"/></svg>")
                .Element("span class=\"value\"", Html.Money(lost + late));
        }
        html.Raw("</div></div>");
        html.Raw("<figcaption><span class=\"key lost\"></span> at risk of denial or rejection");
        if (bars.Any(bar => bar.Late > 0)) html.Raw(" &nbsp; <span class=\"key late\"></span> would come late");
        html.Raw("</figcaption></figure>\n");
    }

    /// <summary>One bar cut in three.</summary>
    public static void Shares(Html html, string title, (string Class, decimal Usd)[] shares)
    {
        var sum = shares.Sum(share => share.Usd);
        if (sum <= 0 || shares.Any(share => share.Usd < 0)) return;
        html.Raw("<svg class=\"shares\" role=\"img\" width=\"100%\" height=\"28\" aria-label=\"")
            .Attribute(title).Raw("\">");
        decimal from = 0;
        foreach (var (name, usd) in shares)
        {
            if (usd == 0) continue;
            html.Raw($"<rect class=\"{name}\" x=\"{Percent(from / sum)}%\" y=\"0\" height=\"28\" "
                + $"width=\"{Percent(usd / sum)}%\"/>");
            from += usd;
        }
        html.Raw("</svg>\n");
    }

    private static string Percent(decimal share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture);
}
