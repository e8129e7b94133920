using Noc.Claims;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit;

/// <summary>Collects the findings of one claim, gives each its place and its id.</summary>
public sealed class FindingSink
{
    private readonly List<Finding> _findings = [];

    /// <summary>What was found so far, in the order of the rules.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Adds a finding.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="context">What it looked at.</param>
    /// <param name="element">The element it is about.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="found">The value found; <c>default</c> where it is missing.</param>
    /// <param name="expected">What to write instead.</param>
    /// <param name="severity">Where it differs from the rule's own.</param>
    /// <param name="correction">The edit that answers it.</param>
    /// <param name="confidence">Where it is lower than the rule's own.</param>
    /// <param name="source">Where the payer's own source applies.</param>
    /// <param name="topic">Where it is not the rule's.</param>
    /// <param name="detail">What tells findings of one rule on one element apart.</param>
    public void Add(
        RuleInfo rule, in RuleContext context, string element, string message, Field found = default,
        ExpectedValue? expected = null, Severity? severity = null, Correction? correction = null,
        Confidence? confidence = null, Source? source = null, string topic = "", string detail = "")
    {
        var line = context.Drug?.Line.Number ?? 0;
        var sureness = confidence is { } c && c < rule.Confidence ? c : rule.Confidence;
        var level = severity ?? rule.Severity;
        // A doubtful fact never stops a claim.
        if (sureness is Confidence.Low && level > Severity.Warn) level = Severity.Warn;
        var money = context.Drug?.Line.ChargeUsd ?? context.Claim.ChargeUsd;
        if (money < 0) money = null;   // a misprint: nobody loses less than nothing
        _findings.Add(new()
        {
            Id = IdOf(rule, context.Claim, line, element, found, detail),
            Rule = rule,
            Topic = topic,
            Severity = level,
            Line = line,
            Element = element,
            Byte = found.Offset ?? context.Claim.Source.OffsetOf(line, element),
            Message = message,
            Found = found.Text,
            Expected = expected,
            Source = source ?? rule.Source,
            Confidence = sureness,
            LostUsd = level >= Severity.Deny ? money : null,
            DelayedUsd = level is Severity.Delay ? money : null,
            Correction = correction,
        });
    }

    /// <summary>Adds a finding that rests on what a payer wants: severity, source and confidence are the
    /// policy's.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="context">What it looked at.</param>
    /// <param name="wanted">What the payer wants.</param>
    /// <param name="element">The element it is about.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="found">The value found; <c>default</c> where it is missing.</param>
    /// <param name="expected">What to write instead.</param>
    /// <param name="correction">The edit that answers it.</param>
    /// <param name="atMost">The highest severity that the facts at hand allow; null for any.</param>
    public void Add(
        RuleInfo rule, in RuleContext context, PolicyEntry wanted, string element, string message,
        Field found = default, ExpectedValue? expected = null, Correction? correction = null, Severity? atMost = null)
    {
        var severity = wanted.Severity ?? rule.Severity;
        Add(rule, context, element, message, found, expected, atMost < severity ? atMost : severity, correction,
            wanted.Confidence, wanted.Source, wanted.Topic);
    }

    /// <summary>Adds a finding that rests on an encounter: never more than a warning where only day and drug say that
    /// it is the patient's.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="context">What it looked at; its line has evidence.</param>
    /// <param name="element">The element it is about.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="found">The value found; <c>default</c> where it is missing.</param>
    /// <param name="expected">What to write, or what document is needed.</param>
    /// <param name="atMost">The highest severity that the facts at hand allow; null for any.</param>
    /// <param name="wanted">The payer's own rule, where the finding rests on one; null elsewhere.</param>
    public void AddEvidence(
        RuleInfo rule, in RuleContext context, string element, string message, Field found = default,
        ExpectedValue? expected = null, Severity? atMost = null, PolicyEntry? wanted = null)
    {
        var severity = wanted?.Severity ?? rule.Severity;
        if (atMost < severity) severity = atMost.Value;
        if (context.Drug?.Evidence is not { IsSure: true } && severity > Severity.Warn) severity = Severity.Warn;
        Add(rule, context, element, message, found, expected, severity, confidence: wanted?.Confidence,
            source: wanted?.Source);
    }

    /// <summary>Removes findings that another one hides, then hands out the rest.</summary>
    internal Items<Finding> Take(Func<Finding, List<Finding>, bool> isHidden)
    {
        if (_findings.Count == 0) return [];
        List<Finding>? kept = null;
        for (var i = 0; i < _findings.Count; i++)
        {
            var hides = isHidden(_findings[i], _findings);
            if (hides) kept ??= _findings.GetRange(0, i);
            else kept?.Add(_findings[i]);
        }
        Items<Finding> left = kept ?? _findings;
        _findings.Clear();
        return left;
    }

    private static string IdOf(RuleInfo rule, Claim claim, int line, string element, Field found, string detail)
    {
        var hash = new Fnv64();
        hash.Add(rule.Id);
        hash.Add(claim.Place.Interchange);
        hash.Add(claim.Place.Group);
        hash.Add(claim.Place.Transaction);
        hash.Add(claim.Place.Ordinal);
        hash.Add(claim.AccountNumber.Bytes);
        hash.Add(line);
        hash.Add(element);
        hash.Add(found.Bytes);
        if (detail.Length > 0) hash.Add(detail);
        return hash.ToString();
    }
}
