using Noc.Audit;

namespace Noc.App.ExplainRules;

/// <summary>The pages of the rules (docs/rules), which are made from the rules' doc comments.</summary>
public static class RulePages
{
    /// <summary>The page of a rule by id or name in any case; null where there is no such rule.</summary>
    public static string? Find(string idOrName)
    {
        foreach (var rule in RuleCatalog.All)
            if (rule.Id.Equals(idOrName, StringComparison.OrdinalIgnoreCase)
                || rule.Name.Equals(idOrName, StringComparison.OrdinalIgnoreCase)) return Read(rule.Id);
        return null;
    }

    /// <summary>The rule whose id or name is spelled most like the text.</summary>
    public static string Nearest(string text)
    {
        var best = RuleCatalog.All.MinBy(rule => Math.Min(Distance(text, rule.Id), Distance(text, rule.Name)))!;
        return $"{best.Id} {best.Name}";
    }

    private static string Read(string id)
    {
        using var stream = typeof(RulePages).Assembly.GetManifestResourceStream($"rules/{id}.md");
        if (stream is null) return $"{id} has no page in this build.\n";
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    // Levenshtein on short texts.
    private static int Distance(string a, string b)
    {
        a = a.Length > 64 ? a[..64] : a;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1;
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + cost));
            }
        }
        return row[^1];
    }
}
