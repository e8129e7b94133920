using System.Globalization;
using Noc.Drugs;
using Noc.Payers;
using Noc.Pricing;
using Noc.Tests;

namespace Noc.Core.Tests.Pricing;

public class PublishedLimitTests
{
    private const int Codes = 60;

    [Theory]
    [InlineData("section 508 version of January 2024 ASP Pricing File 121223.csv", "2024-01-01", "2024-03-31")]
    [InlineData("section 508 version of April 2024 ASP Pricing File 032124.csv", "2024-04-01", "2024-06-30")]
    [InlineData("section 508 version of Jul 2024 ASP Pricing File 062024.csv", "2024-07-01", "2024-09-30")]
    [InlineData("section 508 version of Oct 2024 ASP Pricing File 091824.csv", "2024-10-01", "2024-12-31")]
    [InlineData("section 508 version of Jan 2025 ASP Pricing File 121924.csv", "2025-01-01", "2025-03-31")]
    [InlineData("section 508 version of APR 2025 ASP Pricing File 032725.csv", "2025-04-01", "2025-06-30")]
    [InlineData("section 508 verision of JUL 2025 ASP Pricing File 062325.csv", "2025-07-01", "2025-09-30")]
    [InlineData("section 508 version of Oct 2025 ASP Pricing File 091725.csv", "2025-10-01", "2025-12-31")]
    [InlineData("section 508 version of January 2026 Medicare Part B Payment Limit File 121725.csv", "2026-01-01",
        "2026-03-31")]
    public void Prices_equal_the_agencys_file_to_the_cent(string file, string first, string last)
    {
        var published = Limits(File.ReadAllLines(SharedFolder.Require($"data/asp/{file}")));
        var pricer = new LinePricer(TestTables.Seed, PriceInputs.None);
        var step = Math.Max(1, published.Count / Codes);
        var compared = 0;
        for (var i = 0; i < published.Count; i += step)
            foreach (var day in new[] { first, last })
            {
                var (code, limit, percent) = published[i];
                var price = pricer.Of(new()
                {
                    Code = code, Units = 7, Day = DateOnly.Parse(day), Program = PayerProgram.Medicare,
                    PlaceOfService = "11",
                });
                var priced = Assert.IsType<Price.Priced>(price);
                var allowed = Math.Round(limit * 7, 2, MidpointRounding.AwayFromZero);
                Assert.Equal((code, allowed), (code, priced.Money.AllowedUsd));
                Assert.Equal(Math.Round(allowed * percent / 100, 2, MidpointRounding.AwayFromZero),
                    priced.Money.CoinsuranceUsd);
                Assert.Equal(PriceMethod.PaymentLimit, priced.Basis.Method);
                compared++;
            }
        Assert.True(compared >= 2 * 50);
    }

    // Code, limit and coinsurance of rows whose fields hold no quotes: nearly all.
    private static List<(HcpcsCode Code, decimal Limit, decimal Percent)> Limits(string[] lines)
    {
        var limits = new List<(HcpcsCode, decimal, decimal)>();
        foreach (var line in lines)
            if (!line.Contains('"', StringComparison.Ordinal) && line.Split(',') is [var code, _, _, var limit, var
                percent, ..] && HcpcsCode.TryParse(code.Trim(), out var read)
                && decimal.TryParse(limit, NumberStyles.Number, CultureInfo.InvariantCulture, out var usd)
                && decimal.TryParse(percent, NumberStyles.Number, CultureInfo.InvariantCulture, out var part))
                limits.Add((read, usd, part));
        return limits;
    }
}
