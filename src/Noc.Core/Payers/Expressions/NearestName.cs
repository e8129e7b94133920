using Noc.Drugs;

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
                : Math.Min(SpellingDistance.Between(typed, name),
                    SpellingDistance.Between(Bare(typed), Bare(name)) + 1);
            if (steps >= least) continue;
            (nearest, least) = (name, steps);
        }
        return least <= Math.Max(2, typed.Length / 3) ? nearest : null;
    }

    private static string Bare(string name) => name.Replace(".", "", StringComparison.Ordinal)
        .Replace("_", "", StringComparison.Ordinal);
}
