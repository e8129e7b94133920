namespace Noc.Payers.Expressions;

/// <summary>The name that a mistyped one was probably meant to be.</summary>
internal static class NearestName
{
    private const int MaxCompared = 48;   // no name is nearly as long

    /// <summary>The nearest name; null where none is near.</summary>
    public static string? Of(string typed, IEnumerable<string> names)
    {
        if (typed.Length is 0 or > MaxCompared) return null;
        string? nearest = null;
        var least = int.MaxValue;
        foreach (var name in names)
        {
            // payer.id means claim.payer.id, and payerId too: what was left out counts little.
            var steps = name.EndsWith("." + typed, StringComparison.OrdinalIgnoreCase) ? 0
                : Math.Min(Distance(typed, name), Distance(Bare(typed), Bare(name)) + 1);
            if (steps >= least) continue;
            (nearest, least) = (name, steps);
        }
        return least <= Math.Max(2, typed.Length / 3) ? nearest : null;
    }

    private static string Bare(string name) => name.Replace(".", "", StringComparison.Ordinal)
        .Replace("_", "", StringComparison.Ordinal);

    // Insertions, deletions, exchanges, and two neighbours swapped; upper and lower case are the same.
    private static int Distance(string a, string b)
    {
        var (before, last, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
            (before, last, row) = (last, row, before);
        }
        return last[b.Length];
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
