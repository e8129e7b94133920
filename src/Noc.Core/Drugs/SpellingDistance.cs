namespace Noc.Drugs;

/// <summary>How far apart two spellings are.</summary>
public static class SpellingDistance
{
    /// <summary>Longest text that is compared; what lies behind it does not count.</summary>
    public const int MaxLength = 64;

    /// <summary>Letters to insert, delete or change, and neighbours to swap, until one text is the other; upper and
    /// lower case are the same.</summary>
    /// <param name="a">One text.</param>
    /// <param name="b">The other.</param>
    /// <param name="most">Where it is more than this, any larger number may be the answer.</param>
    public static int Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most = MaxLength)
    {
        a = a[..Math.Min(a.Length, MaxLength)];
        b = b[..Math.Min(b.Length, MaxLength)];
        Span<int> before = stackalloc int[MaxLength + 1], last = stackalloc int[MaxLength + 1];
        Span<int> row = stackalloc int[MaxLength + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        var leastBefore = 0;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = AreSame(a[i - 1], b[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && AreSame(a[i - 1], b[j - 2]) && AreSame(a[i - 2], b[j - 1]))
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }
            // A swap reaches two rows back.
            if (least > most && leastBefore > most) return least;
            leastBefore = least;
            var free = before;
            before = last;
            last = row;
            row = free;
        }
        return last[b.Length];
    }

    private static bool AreSame(char a, char b) => a == b || ((a ^ b) == 0x20 && char.IsAsciiLetter(a))
        || (a > 127 && b > 127 && char.ToUpperInvariant(a) == char.ToUpperInvariant(b));
}
