using System.Collections.Concurrent;
using Noc.Audit;
using Noc.Claims;
using Noc.Formats.X837;
using Noc.X12;

namespace Noc.App.AuditClaims;

/// <summary>Audits files: reads units of claims, judges them on several threads, writes them in file order.</summary>
/// <remarks>Only the units in flight are in memory, whatever the size of a file.</remarks>
public sealed class ClaimFileAudit
{
    private const string DuplicateRule = "DUP002";

    private readonly AuditOptions _options;
    private readonly AuditContext _context;
    private readonly ReportWriter _writer;
    private readonly EvidenceLedger? _evidence;
    private readonly ConcurrentBag<ClaimReader837> _readers = [];
    private readonly ConcurrentBag<UnitReport> _reports = [];
    private readonly EarlierLines _earlier = new();

    internal ClaimFileAudit(
        AuditOptions options, AuditContext context, ReportWriter writer, EvidenceLedger? evidence)
    {
        (_options, _context, _writer, _evidence) = (options, context, writer, evidence);
    }

    /// <summary>The command's exit code: 0, 1 for findings at or above the limit, 3 for input that may have lost a
    /// claim.</summary>
    /// <param name="options">What the user asked.</param>
    /// <param name="context">Reference facts.</param>
    /// <param name="output">Gets the report.</param>
    /// <param name="standardInput">Read where a path is <c>-</c>.</param>
    /// <param name="errors">Gets one line for each input that could not be read.</param>
    /// <param name="cancel">Stops between two units.</param>
    public static int Run(
        AuditOptions options, AuditContext context, Stream output, Stream standardInput, TextWriter errors,
        CancellationToken cancel)
    {
        using ReportWriter writer = options.Format switch
        {
            ReportFormat.Json => new JsonReport(output, options, context.Tables.Version, context.Policies.Version),
            ReportFormat.Ndjson => new NdjsonReport(output, options),
            ReportFormat.Csv => new CsvReport(output, options),
            ReportFormat.Html => new HtmlReport(output, options, context),
            ReportFormat.Sarif => new SarifReport(output, options, context.Tables.Version),
            _ => new TextReport(output, options, context.Tables),
        };
        if (options.Evidence.Count == 0)
            return new ClaimFileAudit(options, context, writer, null).Run(standardInput, errors, cancel);
        var ledger = EvidenceLedger.Open(options, context, errors);
        var code = new ClaimFileAudit(options, ledger.Context, writer, ledger).Run(standardInput, errors, cancel);
        return ledger.MayHaveLost ? 3 : code;
    }

    /// <summary>Judges a claim; another one in tests only.</summary>
    internal Func<Claim, AuditContext, IReadOnlyDictionary<LinePlace, LinePlace>?, ClaimAudit> Judge { get; init; } =
        ClaimAuditor.Audit;

    internal int Run(Stream standardInput, TextWriter errors, CancellationToken cancel)
    {
        var totals = new AuditCounts { Tables = _context.Tables };
        var (files, isBad) = (0, false);
        _writer.Start();
        var skipped = new List<string>();
        foreach (var (path, problem) in InputFiles.Of(_options, skipped))
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var line in skipped) errors.WriteLine(line);
            skipped.Clear();
            var report = problem is null ? AuditFile(path, standardInput, cancel) : Unreadable(path, problem);
            if (report.IsBad)
            {
                isBad = true;
                var worst = report.Problems.MaxBy(p => p.Severity)!;
                errors.WriteLine($"{(path == "-" ? "standard input" : path)}: {worst.Message}");
            }
            totals.Add(report.Counts);
            files++;
        }
        foreach (var line in skipped) errors.WriteLine(line);
        _writer.Evidence = _evidence?.Close();
        _writer.End(totals, files);
        foreach (var line in _options.Suppressions?.Complaints(_options.AsOf) ?? []) errors.WriteLine($"noc: {line}");
        if (isBad) return 3;
        return _options.FailOn is { } limit && totals.Worst >= limit ? 1 : 0;
    }

    private FileReport Unreadable(string path, string message)
    {
        _writer.StartFile(path);
        var report = new FileReport
        {
            Path = path,
            Counts = new(),
            Sha256 = "",
            Problems = [new("input-unreadable", ProblemSeverity.Fatal, message, 0, 0, "")],
        };
        _writer.EndFile(report);
        return report;
    }

    private FileReport AuditFile(string path, Stream standardInput, CancellationToken cancel)
    {
        Stream? opened = null;
        try
        {
            Stream input;
            var head = new byte[512];
            int length;
            try
            {
                input = path == "-" ? standardInput : opened = InputFiles.Open(path);
                length = input.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            }
            catch (Exception e) when (FileFault.Is(e))
            {
                return Unreadable(path, FileFault.Explain(e));
            }
            if (InputFiles.Explain(head.AsSpan(0, length)) is { } problem) return Unreadable(path, problem);
            return AuditStream(path, input, head[..length], cancel);
        }
        finally
        {
            opened?.Dispose();
        }
    }

    private FileReport AuditStream(string path, Stream input, byte[] head, CancellationToken cancel)
    {
        _writer.StartFile(path);
        using var hashing = new HashingStream(input, head, _writer.NamesHashes);
        var units = new ClaimUnitReader(hashing);
        var counts = new AuditCounts { Tables = _context.Tables };
        var inner = new List<X12Problem>();
        var pending = new Queue<Task<UnitReport>>();
        while (units.Read() is { } unit)
        {
            cancel.ThrowIfCancellationRequested();
            pending.Enqueue(_options.Threads > 1
                ? Task.Run(() => AuditUnit(unit, path, null), CancellationToken.None)
                : Task.FromResult(AuditUnit(unit, path, null)));
            // One unit more than there are workers: this thread takes the oldest on itself if nobody has started it.
            if (pending.Count > _options.Threads) Write(pending.Dequeue(), path, counts, inner);
        }
        while (pending.Count > 0) Write(pending.Dequeue(), path, counts, inner);
        _earlier.Clear();
        var problems = new List<X12Problem>(units.Problems);
        problems.AddRange(inner);
        if (hashing.Failure is { } failure)
            problems.Add(new("input-unreadable", ProblemSeverity.Fatal,
                $"The file was read up to byte {units.BytesRead} only. {FileFault.Explain(failure)}",
                units.BytesRead, 0, ""));
        if (units.ClaimTransactions == 0 && units.ForeignKind.Length > 0)
            problems.Add(new("not-a-claim-file", ProblemSeverity.Fatal,
                InputFiles.ExplainTransaction(units.ForeignKind),
                0, 0, "ST", 1));
        else if (units.ClaimTransactions == 0 && units.SawInterchange && units.Problems.Count == 0)
            problems.Add(new("no-claims", ProblemSeverity.Error, "The file holds no claim transaction (837).", 0, 0,
                ""));
        problems.Sort((a, b) => a.Offset.CompareTo(b.Offset));
        (counts.Bytes, counts.Interchanges, counts.Transactions) = (units.BytesRead, units.Interchanges,
            units.Transactions);
        var report = new FileReport { Path = path, Counts = counts, Problems = problems, Sha256 = hashing.Finish() };
        _writer.EndFile(report);
        return report;
    }

    // With the lines that earlier claims bill a unit is audited for the second time.
    private UnitReport AuditUnit(ClaimUnit unit, string path, Dictionary<LinePlace, LinePlace>? earlier)
    {
        if (!_readers.TryTake(out var reader)) reader = new();
        if (!_reports.TryTake(out var report)) report = new();
        if (_writer.Tally is not null) report.Tally = new();
        report.Unit = unit;
        foreach (var claim in reader.Read(unit, report.Problems))
        {
            if (Judged(claim, report, earlier) is not { } audit) continue;
            report.Counts.Add(audit);
            if (_evidence is not null) report.Proofs.Add(_evidence.Of(audit, path));
            var shown = Shown(audit.Findings);
            var view = new ClaimAuditView(audit, shown, path, _options);
            report.Tally?.Add(view);
            if (shown.Count > 0 || audit.Suppressed.Count > 0 || _options.All) _writer.Render(view, report.Bytes);
        }
        report.Counts.Lin = reader.LinCount;
        _readers.Add(reader);
        return report;
    }

    // A fault of Noc itself costs the claim at hand, which is named, and no other.
    private ClaimAudit? Judged(Claim claim, UnitReport report, Dictionary<LinePlace, LinePlace>? earlier)
    {
        try
        {
            var audit = Judge(claim, _context, earlier);
            if (earlier is null) AddFingerprints(audit, report);
            return Suppress(audit, isFirst: earlier is null);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            report.Problems.Add(new("claim-not-audited", ProblemSeverity.Error,
                $"Noc failed on this claim ({fault.GetType().Name}); it was not audited. Please send the masked claim "
                + "(noc mask) to the makers of Noc.", claim.AccountNumber.Offset ?? 0, 0, "CLM"));
            return null;
        }
    }

    private static void AddFingerprints(ClaimAudit audit, UnitReport report)
    {
        for (var i = 0; i < audit.DrugLines.Count; i++)
        {
            var drug = audit.DrugLines[i];
            var fingerprint = LineFingerprint.Of(audit.Claim, drug);
            if (fingerprint != 0)
                report.DrugLines.Add((fingerprint, new(audit.Claim.Place.Ordinal, drug.Line.Number)));
        }
    }

    private ClaimAudit Suppress(ClaimAudit audit, bool isFirst)
    {
        if (_options.Suppressions is not { } list || audit.Findings.Count == 0) return audit;
        var account = audit.Claim.AccountNumber.Text;
        return ClaimAuditor.Suppress(audit, finding => list.Of(finding, account, _options.AsOf,
            counts: isFirst || finding.Rule.Id == DuplicateRule) is not null);
    }

    private Items<Finding> Shown(Items<Finding> findings)
    {
        if (_options.MinSeverity is Severity.Info || findings.Count == 0) return findings;
        var shown = new List<Finding>(findings.Count);
        foreach (var finding in findings)
            if (finding.Severity >= _options.MinSeverity) shown.Add(finding);
        return shown;
    }

    private void Write(Task<UnitReport> task, string path, AuditCounts counts, List<X12Problem> problems)
    {
        var report = task.GetAwaiter().GetResult();
        using var unit = report.Unit;
        if (Repeated(report) is { } earlier)
        {
            report.Clear();
            _reports.Add(report);
            report = AuditUnit(unit!, path, earlier);
        }
        _writer.WriteClaims(report.Bytes.WrittenSpan);
        counts.Add(report.Counts);
        foreach (var proof in report.Proofs) _evidence!.Add(proof);
        if (report.Tally is { } tally) _writer.Tally?.Add(tally);
        if (problems.Count < X12Limits.Default.MaxProblems) problems.AddRange(report.Problems);
        report.Clear();
        _reports.Add(report);
    }

    // Units come here in the order of the file, whatever the number of threads.
    private Dictionary<LinePlace, LinePlace>? Repeated(UnitReport report)
    {
        Dictionary<LinePlace, LinePlace>? found = null;
        foreach (var (fingerprint, place) in report.DrugLines)
            if (_earlier.Add(fingerprint, place) is { } earlier) (found ??= [])[place] = earlier;
        return found;
    }
}
