namespace Noc.Payers;

/// <summary>Finds the word that somebody meant.</summary>
public static class NearestWord
{
    /// <summary>The word with the fewest changed letters.</summary>
    public static string Of(string word, IEnumerable<string> known) =>
        known.MinBy(candidate => Distance(word, candidate)) ?? "";

    private static int Distance(string a, string b)
    {
        if (a.Length > 60) a = a[..60];
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[^1];
    }
}
