namespace Noc.App.RunCases;

/// <summary>Gathers where a case and the audit differ, and what could not be compared.</summary>
internal sealed class CaseComparison
{
    private readonly List<(string Expected, string Actual)> _differences = [];
    private readonly List<string> _later = [];
    private readonly List<string> _notChecked = [];
    private readonly List<string> _near = [];
    private readonly List<(string Expected, string Actual)> _decisions = [];

    /// <summary>Stands before all that is said, such as the name of a variant.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>A difference; where a reason tells that a later part of Noc is missing, it is no failure.</summary>
    public void Differs(string expected, string actual, string? later = null)
    {
        if (later is not null) _later.Add($"{Prefix}{expected}: {later}");
        else _differences.Add(($"{Prefix}{expected}", actual));
    }

    /// <summary>Another decision: no failure by itself where a finding is missing for a later part.</summary>
    public void DecisionDiffers(string expected, string actual) => _decisions.Add(($"{Prefix}{expected}", actual));

    /// <summary>Something that the findings do not carry.</summary>
    public void NotChecked(string what)
    {
        if (!_notChecked.Contains($"{Prefix}{what}")) _notChecked.Add($"{Prefix}{what}");
    }

    /// <summary>What was met by a finding of a neighbouring topic or of the claim's first line.</summary>
    public void MetNearby(string expected, string actual) => _near.Add($"{Prefix}{expected} is told as {actual}");

    /// <summary>Pass, fail or not yet.</summary>
    public CaseResult Result()
    {
        if (_later.Count == 0) _differences.AddRange(_decisions);
        IReadOnlyList<string> notes = [.. _later, .. _near, .. _notChecked.Select(what => $"not checked: {what}")];
        return _differences.Count > 0
            ? new(CaseOutcome.Fail, string.Join("; ", _differences.Select(pair => pair.Expected)),
                string.Join("; ", _differences.Select(pair => pair.Actual))) { Notes = notes }
            : new(_later.Count > 0 ? CaseOutcome.NotSupported : CaseOutcome.Pass) { Notes = notes };
    }
}
