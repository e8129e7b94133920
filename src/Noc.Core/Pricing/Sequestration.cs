namespace Noc.Pricing;

/// <summary>What Medicare keeps back of its own share.</summary>
/// <remarks>Source: Budget Control Act of 2011 with its suspensions: none from 2020-05-01 to 2022-03-31, one percent to
/// 2022-06-30, two percent since; remittances show it as CARC 253. The patient's share is not touched.</remarks>
public static class Sequestration
{
    private static readonly (DateOnly From, decimal Percent)[] Rates =
    [
        (new(2022, 7, 1), 2), (new(2022, 4, 1), 1), (new(2020, 5, 1), 0), (new(2013, 4, 1), 2),
    ];

    /// <summary>Percent of Medicare's share that is kept back for a date of service.</summary>
    public static decimal PercentOn(DateOnly day)
    {
        foreach (var (from, percent) in Rates)
            if (day >= from) return percent;
        return 0;
    }
}
