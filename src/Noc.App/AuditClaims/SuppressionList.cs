using Noc.Audit;

namespace Noc.App.AuditClaims;

/// <summary>The entries of a suppression file, asked for each finding.</summary>
public sealed class SuppressionList
{
    private readonly Dictionary<string, List<Suppression>> _byFinding = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Suppression>> _byRule = new(StringComparer.Ordinal);

    /// <summary>No entry of a file.</summary>
    /// <param name="path">The file, for people.</param>
    /// <param name="entries">Its entries in order.</param>
    public SuppressionList(string path, IReadOnlyList<Suppression> entries)
    {
        (Path, Entries) = (path, entries);
        foreach (var entry in entries)
        {
            var (map, name) = entry.Finding.Length > 0 ? (_byFinding, entry.Finding) : (_byRule, entry.Rule);
            if (!map.TryGetValue(name, out var list)) map[name] = list = [];
            list.Add(entry);
        }
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Its entries in order.</summary>
    public IReadOnlyList<Suppression> Entries { get; }

    /// <summary>The entry that suppresses a finding; null where none does. The finding's own id comes before its
    /// rule. An expired entry suppresses nothing.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="account">Patient account number of its claim.</param>
    /// <param name="asOf">The day the audit is made for.</param>
    /// <param name="counts">True where the entry counts it; once a finding.</param>
    internal Suppression? Of(Finding finding, string account, DateOnly asOf, bool counts = false)
    {
        Suppression? applied = null;
        Take(_byFinding.GetValueOrDefault(finding.Id));
        Take(_byRule.GetValueOrDefault(finding.Rule.Id));
        return applied;

        void Take(List<Suppression>? entries)
        {
            if (entries is null) return;
            foreach (var entry in entries)
            {
                if (!entry.Fits(finding, account)) continue;
                if (counts) entry.Hit();
                if (entry.Expires >= asOf) applied ??= entry;
            }
        }
    }

    /// <summary>One line for each entry that suppresses nothing: expired or unmatched.</summary>
    /// <param name="asOf">The day the audit is made for.</param>
    public IEnumerable<string> Complaints(DateOnly asOf)
    {
        foreach (var entry in Entries)
            if (Complaint(entry, asOf) is { } text) yield return $"{Path}: {text}";
    }

    internal static string? Complaint(Suppression entry, DateOnly asOf) => entry.StateOn(asOf) switch
    {
        SuppressionState.Expired when entry.Count > 0 =>
            $"entry {entry.Number} ({entry.Target}) expired on {entry.Expires:yyyy-MM-dd}; {entry.Count:N0} "
            + $"{(entry.Count == 1 ? "finding counts" : "findings count")} again.",
        SuppressionState.Expired =>
            $"entry {entry.Number} ({entry.Target}) expired on {entry.Expires:yyyy-MM-dd}; no finding fits it any "
            + "more. Delete it.",
        SuppressionState.Unmatched =>
            $"entry {entry.Number} ({entry.Target}) fits no finding. Delete it, or check its id.",
        _ => null,
    };
}
