using Noc.Audit;

namespace Noc.App.AuditClaims;

/// <summary>Sums of an audit by cause, payer and drug, and the claims to fix first. As large for a million claims as
/// for a thousand.</summary>
internal sealed class PracticeTally
{
    /// <summary>How many claims are shown to be fixed first.</summary>
    public const int MostClaims = 10;

    private const decimal Largest = 1e12m;   // what is more is a misprint, and would burst sums

    /// <summary>What one rule found.</summary>
    public sealed class Cause(RuleInfo rule)
    {
        public RuleInfo Rule => rule;

        public long Findings, Claims;
        public decimal AtRiskUsd, LateUsd;
        public Severity Worst;
    }

    private static readonly Dictionary<string, int> RuleIndex =
        RuleCatalog.All.Select((rule, index) => (rule.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);

    private readonly Cause?[] _causes = new Cause?[RuleCatalog.All.Count];
    private readonly List<ClaimToFix> _first = [];

    /// <summary>Claims, with what of them is at risk or late.</summary>
    public NameSums Payers { get; } = new();

    /// <summary>Unclassified drug lines.</summary>
    public NameSums Drugs { get; } = new();

    /// <summary>Dollars that would come late and are not at risk, each line counted once.</summary>
    public decimal LateUsd { get; private set; }

    /// <summary>First and last date of service of drug lines; null where none reads.</summary>
    public (DateOnly From, DateOnly To)? Days { get; private set; }

    /// <summary>What was found, by the rules' order of precedence.</summary>
    public IEnumerable<Cause> Causes => _causes.OfType<Cause>();

    /// <summary>The claims to fix first.</summary>
    public IReadOnlyList<ClaimToFix> First => _first;

    /// <summary>Adds one claim.</summary>
    public void Add(in ClaimAuditView view)
    {
        var audit = view.Audit;
        var charge = audit.Claim.ChargeUsd is { } usd and >= 0 and <= Largest ? usd : 0;
        var late = AddFindings(audit, charge);
        LateUsd += late;
        if (audit.DrugLines.Count > 0)
        {
            var payer = Payers.Of(audit.Policy.Name);
            payer.Count++;
            payer.Troubled += audit.Decision is Decision.Clean ? 0 : 1;
            payer.ChargeUsd += charge;
            payer.AtRiskUsd += audit.AtRiskUsd;
            payer.LateUsd += late;
        }
        foreach (var drug in audit.DrugLines) AddDrug(audit, drug);
        if (audit.Decision is Decision.Clean) return;
        if (_first.Count == MostClaims
            && !_first[^1].ComesBehind(ClaimToFix.IsPast(audit), audit.AtRiskUsd, late, charge)) return;
        Insert(ClaimToFix.Of(view, late, charge));
    }

    /// <summary>Adds what was summed of later claims.</summary>
    public void Add(PracticeTally later)
    {
        for (var i = 0; i < _causes.Length; i++)
        {
            if (later._causes[i] is not { } from) continue;
            var to = _causes[i] ??= new(from.Rule);
            to.Findings += from.Findings;
            to.Claims += from.Claims;
            to.AtRiskUsd += from.AtRiskUsd;
            to.LateUsd += from.LateUsd;
            if (from.Worst > to.Worst) to.Worst = from.Worst;
        }
        Payers.Add(later.Payers);
        Drugs.Add(later.Drugs);
        LateUsd += later.LateUsd;
        if (later.Days is { } days)
        {
            Widen(days.From);
            Widen(days.To);
        }
        foreach (var claim in later._first) Insert(claim);
    }

    // A line's dollars go to the worst finding of the line, the claim's to the finding about the whole claim: summed
    // up, causes are what the claims are.
    private decimal AddFindings(ClaimAudit audit, decimal charge)
    {
        Finding? whole = null;
        decimal late = 0;
        for (var i = 0; i < audit.Findings.Count; i++)
        {
            var finding = audit.Findings[i];
            var cause = _causes[RuleIndex[finding.Rule.Id]] ??= new(finding.Rule);
            cause.Findings++;
            cause.Claims += IsFirst(audit.Findings, i) ? 1 : 0;
            if (finding.Severity > cause.Worst) cause.Worst = finding.Severity;
            if (finding.Line == 0 && finding.LostUsd is not null && whole is null) whole = finding;
        }
        if (whole is not null)
        {
            _causes[RuleIndex[whole.Rule.Id]]!.AtRiskUsd += charge;
            return 0;
        }
        for (var i = 0; i < audit.Findings.Count;)
        {
            var worst = audit.Findings[i];
            var line = worst.Line;
            for (; i < audit.Findings.Count && audit.Findings[i].Line == line; i++)
                if (audit.Findings[i].Severity > worst.Severity) worst = audit.Findings[i];
            var cause = _causes[RuleIndex[worst.Rule.Id]]!;
            if (worst.LostUsd is { } lost and >= 0 and <= Largest) cause.AtRiskUsd += lost;
            if (worst.DelayedUsd is not ({ } delayed and >= 0 and <= Largest)) continue;
            cause.LateUsd += delayed;
            late += delayed;
        }
        return late;
    }

    private static bool IsFirst(Items<Finding> findings, int index)
    {
        for (var i = 0; i < index; i++)
            if (ReferenceEquals(findings[i].Rule, findings[index].Rule)) return false;
        return true;
    }

    private void AddDrug(ClaimAudit audit, DrugLine drug)
    {
        if (drug.Day is { } day) Widen(day);
        if (!drug.IsUnclassified) return;
        var name = DrugNames.Of(drug);
        var sum = Drugs.Of(name.Length > 0 ? name : "Drug not named");
        var charge = drug.Line.ChargeUsd is { } usd and >= 0 and <= Largest ? usd : 0;
        sum.Count++;
        sum.ChargeUsd += charge;
        var (lost, delayed) = (false, false);
        foreach (var finding in audit.Findings)
        {
            if (finding.Line != drug.Line.Number && finding.Line != 0) continue;
            lost |= finding.LostUsd is not null;
            delayed |= finding.DelayedUsd is not null;
        }
        sum.Troubled += lost || delayed ? 1 : 0;
        if (lost) sum.AtRiskUsd += charge;
        else if (delayed) sum.LateUsd += charge;
    }

    private void Widen(DateOnly day) => Days = Days is { } days
        ? (day < days.From ? day : days.From, day > days.To ? day : days.To) : (day, day);

    private void Insert(ClaimToFix claim)
    {
        var at = _first.Count;
        while (at > 0
            && _first[at - 1].ComesBehind(claim.IsTooLate, claim.AtRiskUsd, claim.LateUsd, claim.ChargeUsd)) at--;
        if (at == MostClaims) return;
        _first.Insert(at, claim);
        if (_first.Count > MostClaims) _first.RemoveAt(MostClaims);
    }
}
