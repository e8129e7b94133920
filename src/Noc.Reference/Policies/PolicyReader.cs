using System.Globalization;
using Noc.Audit;
using Noc.Payers;
using Noc.Payers.Expressions;

namespace Noc.Reference.Policies;

/// <summary>Reads policies out of a YAML file (format: docs/payers/add-a-payer.md).</summary>
/// <remarks>Everything that is wrong is told, each with its place and what would be right; a policy with an error is
/// left out, the others are kept.</remarks>
internal sealed class PolicyReader
{
    private static readonly Comparer<PolicyProblem> FromTopToBottom = Comparer<PolicyProblem>.Create((one, other) =>
        (one.Place.Line, one.Place.Column).CompareTo((other.Place.Line, other.Place.Column)));

    private readonly List<PolicyProblem> _problems = [];

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<PolicyProblem> Problems => _problems;

    /// <summary>Policies that were left out for an error, with what they extend: so that a wrong name there is told
    /// beside the error, not after it.</summary>
    public List<(string Id, string Extends, PolicyPlace Place)> LeftOut { get; } = [];

    /// <summary>The policies of a file.</summary>
    public List<Policy> Read(string file, string text)
    {
        YamlNode root;
        try
        {
            root = YamlNode.Parse(file, text);
        }
        catch (PolicyException fault)
        {
            _problems.Add(fault.Problem);
            return [];
        }
        var first = _problems.Count;
        var policies = new List<Policy>();
        if (!Keys(root, "the file", PolicyFields.File)) return policies;
        Text(root, "family", needed: true);
        foreach (var node in Items(root, "policies", needed: true))
        {
            var before = _problems.Count;
            var policy = ReadPolicy(node);
            if (_problems.Count == before) policies.Add(policy);
            else LeftOut.Add((policy.Id, policy.Extends, policy.Place));
        }
        _problems.Sort(first, _problems.Count - first, FromTopToBottom);
        return policies;
    }

    private Policy ReadPolicy(YamlNode node)
    {
        Keys(node, "a policy", PolicyFields.Policy);
        var id = Id(node);
        var level = Enum<PolicyLevel>(node, "level", PolicyLevel.Plan);
        var extends = Text(node, "extends", needed: level is not PolicyLevel.Standard);
        return new()
        {
            Id = id,
            Name = Text(node, "name", needed: true),
            Level = level,
            Extends = extends,
            Who = ReadMatch(node),
            Values = [.. Items(node, "values").Select(value => ReadEntry(value, id)).OfType<PolicyEntry>()],
            Rules = [.. Items(node, "rules").Select(ReadRule)],
            Guidance = [.. Items(node, "guidance").Select(ReadGuidance)],
            Place = node.Place,
        };
    }

    private PolicyMatch ReadMatch(YamlNode policy)
    {
        if (policy["who"] is not { } who) return new([], [], []);
        Keys(who, "who", PolicyFields.Who);
        var programs = Words(who, "programs");
        foreach (var program in programs)
            if (!ProgramNames.All.Contains(program))
                Wrong(who, $"programs does not know \"{program}\"; nearest: {Nearest(program, ProgramNames.All)}");
        return new(Words(who, "payers"), programs, KnownPlaces.States(who, "states", this))
        {
            Ids = Words(who, "ids"),
            Names = Words(who, "names"),
        };
    }

    private PolicyEntry? ReadEntry(YamlNode node, string policy)
    {
        Keys(node, "a value", PolicyFields.Value);
        var name = Text(node, "key", needed: true);
        if (PolicyKeys.Of(name) is not { } key)
        {
            Wrong(node["key"] ?? node, $"there is no key \"{name}\"; nearest: "
                + Nearest(name, PolicyKeys.All.Select(known => known.Name)));
            return null;
        }
        return new()
        {
            Key = key,
            Value = ReadValue(node, key),
            Scope = ScopeReader.Read(node["for"], this),
            Severity = node["severity"] is null ? null : Enum(node, "severity", Severity.Info),
            Confidence = Enum(node, "confidence", Confidence.Low),
            Source = ReadSource(node),
            Rows = Rows(node, "rows"),
            DisagreesWith = Rows(node, "disagrees-with"),
            Topic = Topic(node),
            Policy = policy,
            Place = node.Place,
            Examples = ReadExamples(node, key),
        };
    }

    // Nothing where it is wrong: a policy with an error is left out.
    private PolicyValue ReadValue(YamlNode node, PolicyKey key)
    {
        if (node["is"] is not { } written)
        {
            Wrong(node, $"{key} has no value (is:)");
            return new();
        }
        var before = _problems.Count;
        var words = Words(written);
        if (_problems.Count > before) return new();
        if (PolicyValue.Parse(key, words, out var error) is not { } value)
        {
            Wrong(written, error!);
            return new();
        }
        if (Twice(value.Words) is { } word) Wrong(written, $"{word} stands twice; delete one");
        var adds = Flag(node, "add");
        if (adds && key.Form is not (PolicyForm.Words or PolicyForm.Codes))
            Wrong(node["add"]!, $"{key} is one {(key.Form is PolicyForm.Word ? "word" : "value")}, not a list that "
                + "words are added to; leave add out");
        return value with { Adds = adds };
    }

    private PolicyRule ReadRule(YamlNode node)
    {
        Keys(node, "a rule", PolicyFields.Rule);
        CheckCondition(node["when"]);
        return new(Id(node), Topic(node, needed: true), Text(node, "when", needed: true),
            Text(node, "says", needed: true), Text(node, "expected"), Enum(node, "severity", Severity.Info),
            Enum(node, "confidence", Confidence.Low), ReadSource(node), Rows(node, "rows"),
            ReadExamples(node, null), node.Place)
        {
            Service = ScopeReader.Days(node, "service", this),
            Received = ScopeReader.Days(node, "received", this),
        };
    }

    private void CheckCondition(YamlNode? when)
    {
        if (when?.Text is not { Length: > 0 } text) return;
        foreach (var error in WhenExpression.Read(text).Errors)
            _problems.Add(new(when.PlaceOf(error.Column), $"{error.Message} {error.Remedy}".TrimEnd()));
    }

    private PolicyGuidance ReadGuidance(YamlNode node)
    {
        Keys(node, "guidance", PolicyFields.Guidance);
        return new(Topic(node, needed: true), GuidanceScope(node), RuleIds(node),
            Text(node, "says", needed: true), Enum(node, "confidence", Confidence.Low), ReadSource(node),
            Rows(node, "rows"), Disagreements(node), node.Place);
    }

    // Codes of their own are the short form of for: {codes: [...]}.
    private PolicyScope GuidanceScope(YamlNode node)
    {
        var scope = ScopeReader.Read(node["for"], this);
        if (node["codes"] is not { } codes) return scope;
        if (scope.Codes.Count > 0) Wrong(codes, "codes stand in for: too; keep one of the two");
        return scope with { Codes = ScopeReader.Codes(node, this) };
    }

    private List<string> RuleIds(YamlNode node)
    {
        var ids = Words(node, "rules");
        foreach (var id in ids) KnownRule(node["rules"]!, id);
        return ids;
    }

    internal void KnownRule(YamlNode at, string id)
    {
        if (!RuleCatalog.All.Any(rule => rule.Id == id))
            Wrong(at, $"there is no rule \"{id}\"; nearest: {Nearest(id, RuleCatalog.All.Select(rule => rule.Id))}");
    }

    private string Topic(YamlNode node, bool needed = false)
    {
        var topic = Text(node, "topic", needed);
        if (topic.Length > 0 && !PolicyFields.Topics.Contains(topic))
            Wrong(node["topic"]!, $"there is no topic \"{topic}\"; nearest: {Nearest(topic, PolicyFields.Topics)}");
        return topic;
    }

    // A note says in words what a value says by its key: the key tells what they disagree about.
    private List<string> Disagreements(YamlNode node)
    {
        var told = Rows(node, "disagrees-with");
        foreach (var one in told)
            if (PolicyKeys.Of(one[(one.IndexOf('/') + 1)..]) is null)
                Wrong(node["disagrees-with"]!, $"\"{one}\" names no key; write row and key of the value, such as "
                    + "PR-044/narrative.refused");
        return told;
    }

    private Source ReadSource(YamlNode node)
    {
        if (node["source"] is not { } source)
        {
            Wrong(node, "a source is missing (source: {title, url, read})");
            return new("", "");
        }
        Keys(source, "source", PolicyFields.Source);
        var (effective, read) = (Date(source, "effective"), Date(source, "read"));
        if (source["effective"] is null && source["read"] is null)
            Wrong(source, "a source needs the day it took effect (effective:) or was read (read:)");
        var url = Text(source, "url");
        return new(Text(source, "title", needed: true), Text(source, "section"), url.Length == 0 ? null : url,
            effective, read);
    }

    // Of a value its key; null for those of a free rule, which test that rule.
    private List<PolicyExample> ReadExamples(YamlNode node, PolicyKey? key)
    {
        var examples = new List<PolicyExample>();
        if (node["examples"] is not { } written) return examples;
        Keys(written, "examples", PolicyFields.Examples);
        Add(ExampleKind.Gives, "gives");
        Add(ExampleKind.GivesNot, "not");
        Add(ExampleKind.Fires, "fires");
        Add(ExampleKind.Silent, "silent");
        return examples;

        void Add(ExampleKind kind, string word)
        {
            if (written[word] is not { } given) return;
            foreach (var one in given.Items ?? [given])
            {
                var facts = ExampleFacts.Read(one, key, this);
                var rule = facts.TryGetValue("rule", out var ids) && ids.Count > 0 ? ids[0] : "";
                if (rule.Length == 0 && key is not null && kind is ExampleKind.Fires or ExampleKind.Silent)
                    Wrong(one, $"what {word} names no rule of the audit (rule: NDC001)");
                examples.Add(new(kind, rule, facts, one.Place));
            }
        }
    }

    private string Id(YamlNode node)
    {
        var id = Text(node, "id", needed: true);
        if (id.Length > 80 || !id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            Wrong(node["id"]!, "an id has small letters, digits and hyphens");
        return id;
    }

    private List<string> Rows(YamlNode node, string key)
    {
        var rows = Words(node, key);
        foreach (var row in rows)
            if (row is not ['P', 'R', '-', _, _, _, ..])
                Wrong(node[key]!, $"\"{row}\" is no row of the payer rules, such as PR-037");
        return rows;
    }

    private bool Flag(YamlNode node, string key)
    {
        var text = Text(node, key);
        if (text is not ("" or "true" or "false")) Wrong(node[key]!, $"{key} is true or false");
        return text == "true";
    }

    internal DateOnly? Date(YamlNode node, string key)
    {
        var text = Text(node, key);
        if (text.Length == 0) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Wrong(node[key]!, $"{key} is no date such as 2026-01-31");
        return null;
    }

    internal T Enum<T>(YamlNode node, string key, T absent) where T : struct, Enum
    {
        var text = node[key] is null ? "" : Text(node, key, needed: true);
        var names = System.Enum.GetNames<T>().Select(name => name.ToLowerInvariant()).ToList();
        if (names.Contains(text)) return System.Enum.Parse<T>(text, ignoreCase: true);
        if (node[key] is not { } written) Wrong(node, $"{key} is missing; it takes {string.Join(", ", names)}");
        else if (text.Length > 0)
            Wrong(written, $"{key} does not know \"{text}\"; it takes {string.Join(", ", names)}");
        return absent;
    }

    internal string Text(YamlNode node, string key, bool needed = false)
    {
        if (node[key] is not { } value)
        {
            if (needed) Wrong(node, $"{key} is missing");
            return "";
        }
        if (value.Text is null) Wrong(value, $"{key} is one text");
        else if (needed && value.Text.Length == 0) Wrong(value, $"{key} is empty");
        return value.Text ?? "";
    }

    internal List<YamlNode> Items(YamlNode node, string key, bool needed = false)
    {
        if (node[key] is { } list)
        {
            if (list.Items is null) Wrong(list, $"{key} is a list (lines that start with -)");
            return list.Items?.FindAll(item =>
            {
                if (item.Pairs is null) Wrong(item, $"each part of {key} is a map (key: value)");
                return item.Pairs is not null;
            }) ?? [];
        }
        if (needed) Wrong(node, $"{key} is missing");
        return [];
    }

    internal List<string> Words(YamlNode node, string key) => node[key] is { } value ? Words(value) : [];

    internal List<string> Words(YamlNode value)
    {
        if (value.Text is { } one) return one.Length > 0 ? [one] : [];
        if (value.Items is null || value.Items.Exists(item => item.Text is null))
        {
            Wrong(value, "this is a word or a list of words");
            return [];
        }
        return [.. value.Items.Select(item => item.Text!)];
    }

    internal bool Keys(YamlNode node, string what, params string[] known)
    {
        if (node.Pairs is null)
        {
            Wrong(node, $"{what} is a map (key: value)");
            return false;
        }
        foreach (var (key, _) in node.Pairs)
            if (!known.Contains(key.Text))
                Wrong(key, $"{what} does not know \"{key.Text}\"; nearest: {Nearest(key.Text!, known)}");
        return true;
    }

    /// <summary>The first word that stands twice; null where none does.</summary>
    internal static string? Twice(IReadOnlyList<string> words) =>
        words.GroupBy(word => word, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1)?.Key;

    internal void Wrong(YamlNode at, string message) => _problems.Add(new(at.Place, message));

    internal static string Nearest(string word, IEnumerable<string> known) => NearestWord.Of(word, known);
}
