namespace Noc.Coding;

/// <summary>Finds the single-dose containers that waste least for a dose. A pure function.</summary>
/// <remarks>The smallest total that holds the dose, then the fewest containers, then the lowest cost; where all three
/// are equal, the combination with the larger containers. Exact for any sizes: amounts become whole numbers, divided
/// by what divides all sizes. Source: coding guide B5 (CMS: waste by a wrong choice of size is not payable).</remarks>
public static class VialChoice
{
    /// <summary>How many steps of the common size are looked at; a dose that needs more gets no answer.</summary>
    public const int MaxSteps = 1_000_000;

    // Six decimals are finer than any label.
    private const int MaxDecimals = 6;

    private const decimal Largest = 1_000_000_000m;

    /// <summary>The best combination; null without sizes, without a dose, or beyond <see cref="MaxSteps"/>.</summary>
    /// <param name="sizes">The sizes that can be had, each as often as needed.</param>
    /// <param name="dose">The dose, in the unit of the sizes.</param>
    public static VialCombination? Choose(IReadOnlyList<VialSize> sizes, decimal dose)
    {
        if (dose is not (> 0 and <= Largest) || sizes.Count == 0 || Scale(sizes) is not { } scale) return null;
        var choices = sizes.OrderByDescending(size => size.Amount).ThenBy(size => size.CostUsd ?? 0).ToList();
        long divisor = 0;
        foreach (var size in choices) divisor = Gcd(divisor, (long)(size.Amount * scale));
        var steps = choices.ConvertAll(size => (long)(size.Amount * scale) / divisor);
        // The smallest size alone holds the dose within this, so nothing above can be the smallest total.
        var need = decimal.Ceiling(dose * scale / divisor);
        if (need + steps[^1] - 1 > MaxSteps) return null;
        var isPriced = choices.TrueForAll(size => size.CostUsd is not null);
        var costs = choices.ConvertAll(size => isPriced ? size.CostUsd!.Value : 0);
        var picked = Pick(steps, costs, (int)need);
        var vials = picked.ConvertAll(index => choices[index].Amount);
        return new(vials, vials.Sum(), isPriced ? picked.Sum(index => costs[index]) : null);
    }

    // Fills totals upwards: fewest containers, then lowest cost, and the first container of the best combination.
    private static List<int> Pick(List<long> steps, List<decimal> costs, int need)
    {
        var last = need + (int)steps[^1] - 1;
        var (counts, prices, firsts) = (new int[last + 1], new decimal[last + 1], new int[last + 1]);
        for (var total = 1; total <= last; total++)
        {
            counts[total] = int.MaxValue;
            for (var index = 0; index < steps.Count; index++)
            {
                var rest = total - steps[index];
                if (rest < 0 || counts[rest] == int.MaxValue) continue;
                var (count, price) = (counts[rest] + 1, prices[rest] + costs[index]);
                if (count > counts[total] || (count == counts[total] && price >= prices[total])) continue;
                (counts[total], prices[total], firsts[total]) = (count, price, index);
            }
        }
        var best = need;
        while (counts[best] == int.MaxValue) best++;
        var picked = new List<int>(counts[best]);
        for (var rest = best; rest > 0; rest -= (int)steps[firsts[rest]]) picked.Add(firsts[rest]);
        picked.Sort();
        return picked;
    }

    // The power of ten that makes whole numbers of all sizes; null where a size is none, or finer than any label.
    private static decimal? Scale(IReadOnlyList<VialSize> sizes)
    {
        var scale = 1m;
        for (var decimals = 0; decimals <= MaxDecimals; decimals++, scale *= 10)
        {
            var isWhole = true;
            foreach (var size in sizes)
            {
                if (size.Amount is not (> 0 and <= Largest)) return null;
                isWhole &= decimal.Truncate(size.Amount * scale) == size.Amount * scale;
            }
            if (isWhole) return scale;
        }
        return null;
    }

    private static long Gcd(long left, long right)
    {
        while (right != 0) (left, right) = (right, left % right);
        return left;
    }
}
