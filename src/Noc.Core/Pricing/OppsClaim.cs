using Noc.Drugs;
using Noc.Tables;

namespace Noc.Pricing;

/// <summary>What the services of a hospital's claim do to each other.</summary>
/// <remarks>Source: CMS, OPPS Addendum D1, status Q1: packaged beside a service of status S, T or V of the day; of
/// several such codes alone the one with the highest rate is paid.</remarks>
public static class OppsClaim
{
    /// <summary>The service that takes a code in; none where it is paid apart, or has another status.</summary>
    /// <param name="tables">The statuses.</param>
    /// <param name="codes">The codes of the claim, with their days.</param>
    /// <param name="at">Which of them.</param>
    public static HcpcsCode PackagedInto(
        ReferenceTables tables, IReadOnlyList<(HcpcsCode Code, DateOnly Day)> codes, int at)
    {
        var (code, day) = codes[at];
        if (RowOf(tables, code, day) is not { } own || tables.Image.Text(own.Status) is not "Q1") return default;
        var (best, bestRate) = (default(HcpcsCode), own.RateUsd.Value ?? 0);
        for (var i = 0; i < codes.Count; i++)
        {
            if (i == at || codes[i].Day != day || RowOf(tables, codes[i].Code, day) is not { } row) continue;
            switch (tables.Image.Text(row.Status))
            {
                case "S" or "S1" or "T" or "V": return codes[i].Code;
                // Of two that are paid alike the first is.
                case "Q1" when row.RateUsd.Value is { } rate && (rate > bestRate || (rate == bestRate && i < at)):
                    (best, bestRate) = (codes[i].Code, rate);
                    break;
            }
        }
        return best;
    }

    private static OppsRecord? RowOf(ReferenceTables tables, HcpcsCode code, DateOnly day) =>
        tables.Image.Rows<OppsRecord>().Of(TableKey.Of(code)).On(day);
}
