using Noc.Audit;
using Noc.Audit.Evidence;
using Noc.Payers;

namespace Noc.App.AuditClaims;

/// <summary>A line that is billed and not in the record.</summary>
/// <param name="Path">The claim file.</param>
/// <param name="Ordinal">Number of the claim in it.</param>
/// <param name="Account">CLM01.</param>
/// <param name="Line">Line number from 1.</param>
/// <param name="Code">Its code.</param>
/// <param name="Day">Date of service; null where it does not read.</param>
/// <param name="ChargeUsd">US dollars charged; null where not known.</param>
/// <param name="SendBy">Last day by which it is safe to send the claim; null without a day.</param>
internal sealed record UnrecordedLine(
    string Path, int Ordinal, string Account, int Line, string Code, DateOnly? Day, decimal? ChargeUsd,
    DateOnly? SendBy)
{
    /// <summary>True where nobody told the payer's own window: the day is that of the shortest common one.</summary>
    public bool IsCommonLimit { get; init; }
}

/// <summary>What one claim means for the evidence.</summary>
internal sealed record ClaimProof(
    string Path, int Ordinal, EvidenceMatch Match, bool BillsDrugs, IReadOnlyList<EvidenceItem> Items,
    IReadOnlyList<int> Billed, PayerPolicy? Payer, IReadOnlyList<UnrecordedLine> Unrecorded);

/// <summary>What the evidence tells once all claims have been seen.</summary>
internal sealed record EvidenceSummary
{
    public required DateOnly AsOf { get; init; }

    public required int Encounters { get; init; }

    /// <summary>Claims with drug lines that were brought together with an encounter.</summary>
    public required long Matched { get; init; }

    /// <summary>Claims with drug lines that no encounter fits.</summary>
    public required long Unmatched { get; init; }

    /// <summary>Claims that several encounters fit.</summary>
    public required long Ambiguous { get; init; }

    public required IReadOnlyList<UnbilledDrug> Unbilled { get; init; }

    public required IReadOnlyList<UnrecordedLine> Unrecorded { get; init; }

    /// <summary>How many lines are billed and not recorded; the list holds the first of them.</summary>
    public required long UnrecordedCount { get; init; }

    public required IReadOnlyList<EvidenceProblem> Problems { get; init; }
}

/// <summary>Keeps which encounters and administrations the claims of a run account for.</summary>
/// <remarks>Grows with the evidence, not with the claims: lists of claims are cut.</remarks>
internal sealed class EvidenceLedger
{
    private const int MaxListed = 1000;

    private readonly EvidenceIndex _index;
    private readonly DateOnly _asOf;
    private readonly List<EvidenceProblem> _problems;
    private readonly bool[] _billed;
    private readonly PayerPolicy?[] _payers;
    private readonly int[] _byDateAndDrug;
    private readonly bool[] _seen;
    private readonly List<UnrecordedLine> _unrecorded = [];
    private readonly TextWriter _errors;
    private long _matched, _unmatched, _ambiguous, _unrecordedCount;

    private EvidenceLedger(
        AuditOptions options, AuditContext context, EvidenceIndex index, List<EvidenceProblem> problems,
        TextWriter errors)
    {
        (_index, _asOf, _problems, _errors) = (index, options.AsOf, problems, errors);
        Context = context with { Evidence = index };
        _billed = new bool[index.GivenCount];
        _payers = new PayerPolicy?[index.Items.Count];
        _byDateAndDrug = new int[index.Items.Count];
        _seen = new bool[index.Items.Count];
    }

    /// <summary>The context with the evidence.</summary>
    public AuditContext Context { get; }

    /// <summary>True where an encounter may have been lost.</summary>
    public bool MayHaveLost { get; private init; }

    /// <summary>Reads the evidence and names what is wrong with it.</summary>
    public static EvidenceLedger Open(AuditOptions options, AuditContext context, TextWriter errors)
    {
        var problems = new List<EvidenceProblem>();
        var index = EvidenceReader.Read(options.Evidence, context.Tables, problems);
        foreach (var problem in problems.Take(MaxListed)) errors.WriteLine(problem);
        if (problems.Count > MaxListed)
            errors.WriteLine($"and {problems.Count - MaxListed} more problems of the evidence");
        return new(options, context, index, problems, errors) { MayHaveLost = problems.Exists(one => one.IsLoss) };
    }

    /// <summary>What a claim means for the evidence. Called from many threads.</summary>
    public ClaimProof Of(ClaimAudit audit, string path)
    {
        var (claim, evidence) = (audit.Claim, audit.Evidence ?? ClaimEvidence.None);
        if (claim.IsVoid) return new(path, claim.Place.Ordinal, EvidenceMatch.None, false, [], [], null, []);
        List<UnrecordedLine>? unrecorded = null;
        foreach (var finding in audit.Findings)
        {
            if (finding.Rule.Id != "EVD001") continue;
            var line = claim.Lines[finding.Line - 1];
            (DateOnly Day, bool IsCommon)? limit = line.ServiceDate is { } day
                ? UnbilledDrugs.FilingLimitOf(audit.Policy, day, claim.Type is Claims.ClaimType.Institutional) : null;
            (unrecorded ??= []).Add(new(path, claim.Place.Ordinal, claim.AccountNumber.Text, line.Number,
                line.Code.Value, line.ServiceDate, line.ChargeUsd, limit?.Day)
            {
                IsCommonLimit = limit?.IsCommon is true,
            });
        }
        return new(path, claim.Place.Ordinal, evidence.Match, audit.DrugLines.Count > 0, evidence.Items,
            BilledAdministrations.Of(audit, Context.Tables), audit.Policy, unrecorded ?? []);
    }

    /// <summary>Takes the claims in the order of the files.</summary>
    public void Add(ClaimProof proof)
    {
        foreach (var number in proof.Billed) _billed[number] = true;
        foreach (var item in proof.Items) _seen[item.Index] = true;
        _unrecordedCount += proof.Unrecorded.Count;
        foreach (var line in proof.Unrecorded)
            if (_unrecorded.Count < MaxListed) _unrecorded.Add(line);
        switch (proof.Match)
        {
            case EvidenceMatch.None:
                if (proof.BillsDrugs) _unmatched++;
                break;
            case EvidenceMatch.Ambiguous:
                _ambiguous++;
                Tell(new(proof.Items[0].File, proof.Items[0].Line, proof.Items[0].Encounter.Pointer,
                    $"Claim {proof.Ordinal} of {proof.Path} fits {proof.Items.Count} encounters as well: none is "
                    + "taken. Give them the patient account number.", false));
                break;
            default:
                if (proof.BillsDrugs) _matched++;
                foreach (var item in proof.Items)
                {
                    _payers[item.Index] ??= proof.Payer;
                    if (proof.Match is EvidenceMatch.DateAndDrug && ++_byDateAndDrug[item.Index] == 2)
                        Tell(Problem(item, "Several claims fit this encounter by day and drug alone. Give it the "
                            + "patient account number."));
                }
                break;
        }
    }

    /// <summary>What is left over.</summary>
    public EvidenceSummary Close()
    {
        foreach (var item in _index.Items)
            if (!_seen[item.Index]) Tell(Problem(item, "No claim of this run fits this encounter."));
        return new()
        {
            AsOf = _asOf,
            Encounters = _index.Items.Count,
            Matched = _matched,
            Unmatched = _unmatched,
            Ambiguous = _ambiguous,
            Unbilled = [.. UnbilledDrugs.Of(Context, number => _billed[number], number => _payers[number])],
            Unrecorded = _unrecorded,
            UnrecordedCount = _unrecordedCount,
            Problems = _problems,
        };
    }

    private void Tell(EvidenceProblem problem)
    {
        if (_problems.Count >= 10 * MaxListed) return;
        _problems.Add(problem);
        _errors.WriteLine(problem);
    }

    private static EvidenceProblem Problem(EvidenceItem item, string message) =>
        new(item.File, item.Line, item.Encounter.Pointer, message, false);
}
