namespace Noc.App.AuditClaims;

/// <summary>Dollars and counts by name, of so many names at most; the rest is one sum.</summary>
internal sealed class NameSums
{
    private const int MaxNames = 400;

    private readonly Dictionary<string, Sum> _sums = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Counts and dollars of one name.</summary>
    public sealed class Sum(string name)
    {
        public string Name => name;

        public long Count, Troubled;
        public decimal ChargeUsd, AtRiskUsd, LateUsd;

        public void Add(Sum other)
        {
            Count += other.Count;
            Troubled += other.Troubled;
            ChargeUsd += other.ChargeUsd;
            AtRiskUsd += other.AtRiskUsd;
            LateUsd += other.LateUsd;
        }
    }

    /// <summary>All names behind the first ones together; its name is empty.</summary>
    public Sum Rest { get; } = new("");

    /// <summary>How many names there are, the rest not among them.</summary>
    public int Names => _sums.Count;

    /// <summary>The sum of a name, or of the rest where too many came before.</summary>
    public Sum Of(string name)
    {
        if (_sums.TryGetValue(name, out var sum)) return sum;
        return _sums.Count < MaxNames ? _sums[name] = new(name) : Rest;
    }

    public void Add(NameSums other)
    {
        foreach (var sum in other._sums.Values) Of(sum.Name).Add(sum);
        Rest.Add(other.Rest);
    }

    /// <summary>The names with most at stake first; what is left is one sum with an empty name.</summary>
    /// <param name="most">How many names.</param>
    public List<Sum> Top(int most)
    {
        var ordered = _sums.Values.OrderByDescending(sum => sum.AtRiskUsd).ThenByDescending(sum => sum.LateUsd)
            .ThenByDescending(sum => sum.ChargeUsd).ThenBy(sum => sum.Name, StringComparer.OrdinalIgnoreCase).ToList();
        var top = ordered.Take(most).ToList();
        var rest = new Sum("");
        rest.Add(Rest);
        foreach (var sum in ordered.Skip(most)) rest.Add(sum);
        if (rest.Count > 0) top.Add(rest);
        return top;
    }
}
