using System.Buffers;
using Noc.Audit;
using Noc.Claims;
using Noc.Formats.X837;
using Noc.Payers;
using Noc.Tables;
using Noc.X12;

namespace Noc.App.AuditClaims;

/// <summary>What one unit of claims adds to the report: rendered bytes, counts and problems.</summary>
internal sealed class UnitReport
{
    public ArrayBufferWriter<byte> Bytes { get; } = new(64 * 1024);

    public List<X12Problem> Problems { get; } = [];

    public AuditCounts Counts { get; private set; } = new();

    /// <summary>What each claim means for the evidence; empty without evidence.</summary>
    public List<ClaimProof> Proofs { get; } = [];

    /// <summary>Sums by payer, drug and cause; null where the report shows none.</summary>
    public PracticeTally? Tally { get; set; }

    /// <summary>The unit, kept until it is known whether earlier claims bill its lines; null before.</summary>
    public ClaimUnit? Unit { get; set; }

    /// <summary>Fingerprints of its drug lines, in the order of the file.</summary>
    public List<(ulong Fingerprint, LinePlace Place)> DrugLines { get; } = [];

    public void Clear()
    {
        Unit = null;
        DrugLines.Clear();
        Bytes.ResetWrittenCount();
        Problems.Clear();
        Proofs.Clear();
        Counts = new();
        Tally = null;
    }
}

/// <summary>Counts and sums of a file or of all files.</summary>
internal sealed class AuditCounts
{
    public long Bytes, Interchanges, Transactions, Claims, Lines, DrugLines, UnclassifiedLines, Lin;
    public long Ready, Fix, Hold, Findings, Suppressed;
    public decimal ChargeUsd, ReadyUsd, FixUsd, HoldUsd, AtRiskUsd, ExpectedAtRiskUsd;
    public bool AnyAfterTables, AnyRebate;
    public readonly DayQuarters NdcQuarters = new(), DiagnosisQuarters = new(), UnitEditQuarters = new();
    public readonly PayersWithoutPolicy WithoutPolicy = new();

    /// <summary>The tables in use, which tell what could not be judged; null for counts of a unit.</summary>
    public ReferenceTables? Tables { get; init; }

    public Severity? Worst;
    public readonly long[] ByRule = new long[RuleCatalog.All.Count];
    public readonly decimal[] LostByRule = new decimal[RuleCatalog.All.Count];

    private static readonly Dictionary<string, int> RuleIndex =
        RuleCatalog.All.Select((rule, index) => (rule.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);

    public void Add(ClaimAudit audit)
    {
        Claims++;
        var charge = audit.Claim.ChargeUsd is { } usd && Math.Abs(usd) <= 1e12m ? usd : 0;
        foreach (var line in audit.Claim.Lines)
        {
            Lines++;
            if (line.ChargeUsd is { } lineUsd && Math.Abs(lineUsd) <= 1e12m) ChargeUsd += lineUsd;
        }
        DrugLines += audit.DrugLines.Count;
        UnclassifiedLines += audit.UnclassifiedLines;
        AtRiskUsd += audit.AtRiskUsd;
        ExpectedAtRiskUsd += audit.ExpectedAtRisk().PayerPaysUsd;
        AnyAfterTables |= audit.IsAfterTables;
        AnyRebate |= audit.DrugLines.Count > 0 && audit.Policy.Wants?.Knows(PolicyKeys.NdcRebate) == true;
        var hasDiagnosis = audit.Claim.Diagnoses.Count > 0;
        var hasUnitEdits = audit.Policy.Program is PayerProgram.Medicare
            && audit.Claim.Type is ClaimType.Professional;
        foreach (var drug in audit.DrugLines)
        {
            if (drug.Day is not { } day) continue;
            if (!drug.Ndc.IsNone) NdcQuarters.Add(day);
            if (hasDiagnosis) DiagnosisQuarters.Add(day);
            if (hasUnitEdits && !drug.IsUnclassified) UnitEditQuarters.Add(day);
        }
        if (!audit.Policy.HasOwnPolicy && audit.UnclassifiedLines > 0) WithoutPolicy.Add(audit.Policy);
        switch (audit.Decision)
        {
            case Decision.Clean: Ready++; ReadyUsd += charge; break;
            case Decision.HoldForDocument: Hold++; HoldUsd += charge; break;
            default: Fix++; FixUsd += charge; break;
        }
        Suppressed += audit.Suppressed.Count;
        foreach (var finding in audit.Findings)
        {
            Findings++;
            if (Worst is null || finding.Severity > Worst) Worst = finding.Severity;
            var index = RuleIndex[finding.Rule.Id];
            ByRule[index]++;
            LostByRule[index] += finding.LostUsd is { } lost && Math.Abs(lost) <= 1e12m ? lost : 0;
        }
    }

    public void Add(AuditCounts other)
    {
        Bytes += other.Bytes;
        Interchanges += other.Interchanges;
        Transactions += other.Transactions;
        Claims += other.Claims;
        Lines += other.Lines;
        DrugLines += other.DrugLines;
        UnclassifiedLines += other.UnclassifiedLines;
        Lin += other.Lin;
        Ready += other.Ready;
        Fix += other.Fix;
        Hold += other.Hold;
        Findings += other.Findings;
        Suppressed += other.Suppressed;
        ChargeUsd += other.ChargeUsd;
        ReadyUsd += other.ReadyUsd;
        FixUsd += other.FixUsd;
        HoldUsd += other.HoldUsd;
        AtRiskUsd += other.AtRiskUsd;
        ExpectedAtRiskUsd += other.ExpectedAtRiskUsd;
        AnyAfterTables |= other.AnyAfterTables;
        AnyRebate |= other.AnyRebate;
        NdcQuarters.Add(other.NdcQuarters);
        DiagnosisQuarters.Add(other.DiagnosisQuarters);
        UnitEditQuarters.Add(other.UnitEditQuarters);
        WithoutPolicy.Add(other.WithoutPolicy);
        if (other.Worst is { } worst && (Worst is null || worst > Worst)) Worst = worst;
        for (var i = 0; i < ByRule.Length; i++)
        {
            ByRule[i] += other.ByRule[i];
            LostByRule[i] += other.LostByRule[i];
        }
    }
}
