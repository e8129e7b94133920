using System.Globalization;
using Noc.Tables;

namespace Noc.App.ManageData;

/// <summary>What of loaded files should be looked at by a person: it may be true, but it seldom is.</summary>
internal static class Oddities
{
    private const decimal Jump = 3;

    // What stands in place of the hash of a file that was not imported.
    private const string ShippedMark = "seed ";

    // Complete releases of one dataset differ by some percent from quarter to quarter.
    private const int FewestToCompare = 3;

    /// <summary>Whether a file is one of those behind the facts that ship with Noc.</summary>
    public static bool IsShipped(TableImage image, in LoadedRecord record) =>
        image.Text(record.Hash).StartsWith(ShippedMark, StringComparison.Ordinal);

    /// <summary>One sentence each: files that speak for days too far ahead, that have too many or too few rows, rows
    /// not understood or a code twice; payment limits that jump.</summary>
    /// <param name="image">The tables.</param>
    /// <param name="today">Agencies publish some months ahead (diagnoses in June for October, quarters some weeks), so
    /// a file that starts more than a year from now is wrong, or its date was misread.</param>
    public static IEnumerable<string> Of(TableImage image, DateOnly today)
    {
        var loaded = image.Rows<LoadedRecord>().All.ToArray();
        foreach (var record in loaded)
        {
            if (IsShipped(image, record)) continue;
            var name = image.Text(record.Member);
            if (record.Days.From is { } from && from > today.AddYears(1))
                yield return $"{name}: it speaks for {from:yyyy-MM-dd} on, more than a year ahead";
            if (record.Problems > 0) yield return $"{name}: {record.Problems} rows not understood";
            if (image.Text(record.Remarks) is { Length: > 0 } remark) yield return $"{name}: {remark}";
        }
        foreach (var sentence in Counts(image, loaded).Concat(Jumps(image))) yield return sentence;
    }

    private static IEnumerable<string> Counts(TableImage image, LoadedRecord[] loaded)
    {
        foreach (var dataset in loaded.Where(record => record.Kind is LoadedKind.Complete)
            .GroupBy(record => record.Dataset))
        {
            var rows = dataset.Select(record => record.Rows).Order().ToList();
            var usual = rows[rows.Count / 2];
            if (rows.Count < FewestToCompare || DatasetNotes.Of(dataset.Key).Rhythm is not Rhythm.Quarterly
                || dataset.Key is Dataset.NocPrices or Dataset.NocCrosswalk) continue;
            foreach (var record in dataset)
                if (!IsShipped(image, record) && (record.Rows > usual * 3 / 2 || record.Rows * 3 / 2 < usual))
                    yield return string.Create(CultureInfo.InvariantCulture,
                        $"{image.Text(record.Member)}: {record.Rows:N0} rows, other quarters have about {usual:N0}");
        }
    }

    private static IEnumerable<string> Jumps(TableImage image)
    {
        var limits = image.Rows<LimitRecord>().All.ToArray();
        for (var i = 1; i < limits.Length; i++)
        {
            var (before, after) = (limits[i - 1], limits[i]);
            if (before.Code != after.Code || before.DosageText != after.DosageText) continue;
            if (before.LimitUsd.Value is not > 0 || after.LimitUsd.Value is not > 0) continue;
            var (was, became) = (before.LimitUsd.Value.Value, after.LimitUsd.Value.Value);
            if (became > was * Jump || was > became * Jump)
                yield return string.Create(CultureInfo.InvariantCulture,
                    $"{after.Code}: payment limit {was:0.000} until {before.Days.To:yyyy-MM-dd}, {became:0.000} from "
                    + $"{after.Days.From:yyyy-MM-dd}");
        }
    }
}
