using Noc.Audit;
using Noc.Payers;

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
        var nearest = NearestWord.Of(text, RuleCatalog.All.SelectMany(rule => new[] { rule.Id, rule.Name }));
        var best = RuleCatalog.All.First(rule => rule.Id == nearest || rule.Name == nearest);
        return $"{best.Id} {best.Name}";
    }

    /// <summary>What the page of a rule asks people to do; empty where it has none.</summary>
    public static string WhatToDo(string id)
    {
        const string label = "**What to do**: ";
        var page = Read(id);
        var start = page.IndexOf(label, StringComparison.Ordinal);
        if (start < 0) return "";
        start += label.Length;
        var end = page.IndexOf('\n', start);
        return (end < 0 ? page[start..] : page[start..end]).Trim().Replace("`", "", StringComparison.Ordinal);
    }

    private static string Read(string id)
    {
        using var stream = typeof(RulePages).Assembly.GetManifestResourceStream($"rules/{id}.md");
        if (stream is null) return $"{id} has no page in this build.\n";
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
