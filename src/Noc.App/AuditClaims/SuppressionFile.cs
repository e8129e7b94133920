using System.Text.Json;
using Noc.Audit;
using Noc.Payers;

namespace Noc.App.AuditClaims;

/// <summary>Reads suppression files: JSON (schema noc.suppress/1) or CSV with a header.</summary>
public static class SuppressionFile
{
    private const int MaxBytes = 16 * 1024 * 1024, MaxReason = 1000;

    /// <summary>The entries of a file, or null with what is wrong with it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="error">What is wrong, with the entry and the remedy; null where it was read.</param>
    public static SuppressionList? Read(string path, out string? error)
    {
        string text;
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MaxBytes })
            {
                error = $"{path} is larger than {MaxBytes / 1024 / 1024} MB: no suppression file is.";
                return null;
            }
            text = File.ReadAllText(path);
        }
        catch (Exception e) when (FileFault.Is(e))
        {
            error = $"the suppression file {path} cannot be read. Check path and permissions.";
            return null;
        }
        return Parse(path, text, out error);
    }

    /// <summary>The entries of a text, or null with what is wrong with it.</summary>
    /// <param name="path">The file's name, for people.</param>
    /// <param name="text">What it holds.</param>
    /// <param name="error">What is wrong, with the entry and the remedy; null where it was read.</param>
    public static SuppressionList? Parse(string path, string text, out string? error)
    {
        var entries = new List<Suppression>();
        error = text.TrimStart() is ['{' or '[', ..] ? ReadJson(text, entries) : ReadCsv(text, entries);
        if (error is null) return new(path, entries);
        error = $"{path}: {error}";
        return null;
    }

    private static string? ReadJson(string text, List<Suppression> entries)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new()
            {
                CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true,
            });
            var list = json.RootElement;
            if (list.ValueKind is JsonValueKind.Object && !list.TryGetProperty("suppressions", out list))
                return "the object has no member \"suppressions\".";
            if (list.ValueKind is not JsonValueKind.Array) return "\"suppressions\" is no list.";
            foreach (var item in list.EnumerateArray())
            {
                if (item.ValueKind is not JsonValueKind.Object)
                    return $"entry {entries.Count + 1} is no object with finding or rule, reason and expires.";
                var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
                foreach (var member in item.EnumerateObject())
                    values[member.Name] = member.Value.ValueKind is JsonValueKind.String
                        ? member.Value.GetString()! : member.Value.GetRawText();
                if (Add(values, entries) is { } error) return error;
            }
            return null;
        }
        catch (JsonException e)
        {
            return $"is no JSON: line {e.LineNumber + 1}, character {e.BytePositionInLine + 1}.";
        }
    }

    private static string? ReadCsv(string text, List<Suppression> entries)
    {
        using var reader = new StringReader(text);
        var rows = CsvLines.Read(reader).Select(row => row.Cells).Where(row => row.Exists(cell => cell.Length > 0))
            .ToList();
        if (rows.Count == 0) return "is empty. It needs a header: finding,rule,reason,expires.";
        var header = rows[0].ConvertAll(name => name.Trim());
        foreach (var row in rows.Skip(1))
        {
            var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            if (row.Count > header.Count)
                return $"entry {entries.Count + 1} has more cells than the header. Put a text with commas in quotes.";
            for (var i = 0; i < row.Count; i++) values[header[i]] = row[i].Trim();
            if (Add(values, entries) is { } error) return error;
        }
        return null;
    }

    private static string? Add(Dictionary<string, string> values, List<Suppression> entries)
    {
        var place = $"entry {entries.Count + 1}";
        foreach (var name in values.Keys)
            if (name is not ("finding" or "rule" or "claim" or "reason" or "expires"))
                return $"{place} has a member \"{TerminalText.Clean(name)}\"; known are finding, rule, claim, reason "
                    + "and expires.";
        var (finding, rule) = (values.GetValueOrDefault("finding", ""), values.GetValueOrDefault("rule", ""));
        if (finding.Length == 0 == (rule.Length == 0)) return $"{place} names either a finding or a rule.";
        if (rule.Length > 0)
        {
            var known = RuleCatalog.All.FirstOrDefault(info => info.Id.Equals(rule, StringComparison.OrdinalIgnoreCase)
                || info.Name.Equals(rule, StringComparison.OrdinalIgnoreCase));
            if (known is null)
                return $"{place}: there is no rule {TerminalText.Clean(rule)}. The nearest is "
                    + $"{NearestWord.Of(rule, RuleCatalog.All.Select(info => info.Id))}.";
            rule = known.Id;
        }
        var reason = values.GetValueOrDefault("reason", "").Trim();
        if (reason.Length is 0 or > MaxReason)
            return $"{place} needs a reason of up to {MaxReason} characters: who accepts the finding, and why.";
        if (!DateOnly.TryParseExact(values.GetValueOrDefault("expires", ""), "yyyy-MM-dd", out var expires))
            return $"{place} needs expires, the last day on which it counts, such as 2027-03-31.";
        entries.Add(new()
        {
            Number = entries.Count + 1, Finding = finding.ToLowerInvariant(), Rule = rule,
            Claim = values.GetValueOrDefault("claim", ""), Reason = reason, Expires = expires,
        });
        return null;
    }
}
