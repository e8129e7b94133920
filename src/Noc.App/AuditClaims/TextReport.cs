using System.Buffers;
using System.Text;
using Noc.Audit;
using Noc.Audit.Rules.Claims;
using Noc.Tables;
using Noc.X12;
using Page = Noc.App.FindCodes.Page;

namespace Noc.App.AuditClaims;

/// <summary>The report for people: totals first, then what to do claim by claim, in 80 columns.</summary>
internal sealed class TextReport(Stream output, AuditOptions options, ReferenceTables tables) : ReportWriter
{
    private const int Columns = 80;
    private const char Glue = '\u00A0';   // a blank where no line ends

    // Totals come first but are known last: the claims wait here, in a file once they are many.
    private readonly Spool _claims = new();
    private readonly List<FileReport> _files = [];
    private string? _heading;   // the file whose claims come next, until it is written

    public override void Render(ClaimAuditView view, ArrayBufferWriter<byte> output)
    {
        var text = new StringBuilder(1024);
        var claim = view.Audit.Claim;
        var account = claim.AccountNumber.IsEmpty ? "(no account number)" : claim.AccountNumber.Text;
        text.Append(Paint(Style.Bold, TerminalText.Clean($"Claim {account}"))).Append("  ")
            .Append(Paint(view.Audit.Decision is Decision.Clean ? Style.Good : Style.Bad,
                Words.Title(view.Audit.Decision)))
            .Append('\n');
        Wrap(text, "  ", "  ", $"{view.Audit.Policy.Name}"
            + (view.Audit.AtRiskUsd > 0 ? $"; at risk ${view.Audit.AtRiskUsd:N2}" : "")
            + (view.Audit.Decision is not Decision.DoNotBill
                && view.Audit.ExpectedAtRisk() is { PayerPaysUsd: > 0 and var pays }
                ? $", about ${pays:N2} expected from the payer" : ""));
        var shownLine = -1;
        var notes = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < view.Findings.Count; i++)
        {
            var finding = view.Findings[i];
            if (finding.Line != shownLine) WriteLine(text, view.Audit, finding.Line);
            shownLine = finding.Line;
            WriteFinding(text, finding, finding.Line == 0 ? "" : claim.Lines[finding.Line - 1].Code.Value);
            // Once a claim: several findings of a topic share it.
            if (PayerNote.Of(finding, view.Audit, ownOnly: true) is { } note && notes.Add(note.Says))
                Wrap(text, "    note   ", "           ", note.Says, Style.Label);
            if (i + 1 < view.Findings.Count && view.Findings[i + 1].Line == finding.Line) continue;
            if (RepeatsOf(view.Findings, i) is not (> 1 and var repeats, var last)) continue;
            i = last;
            Wrap(text, "    same   ", "           ", $"{repeats:N0} more lines, up to line {view.Findings[i].Line:N0}"
                + "; the dollars count each of them.", Style.Label);
        }
        if (view.Findings.Count == 0) text.Append("  Nothing to change.\n");
        if (options.Statement)
            foreach (var support in view.Audit.Support)
                if (support.Statement.Count > 0 && view.Findings.All(finding => finding.Line != support.Line))
                    WriteLine(text, view.Audit, support.Line);
        foreach (var (finding, entry) in view.Suppressed())
            Wrap(text, "  set apart", "            ", $" {finding.Rule.Id} {finding.Id}"
                + (finding.Line > 0 ? $" of line {finding.Line}" : "") + $", until {entry.Expires:yyyy-MM-dd}: "
                + entry.Reason, Style.Label);
        text.Append('\n');
        Encoding.UTF8.GetBytes(text.ToString(), output);
    }

    public override bool NamesHashes => false;

    public override void Start()
    {
    }

    // Of one file only, as of most runs, the name need not be said.
    public override void StartFile(string path) =>
        _heading = options.Paths.Count > 1 || path != options.Paths[0] ? path : null;

    public override void WriteClaims(ReadOnlySpan<byte> rendered)
    {
        if (rendered.IsEmpty) return;
        if (_heading is { } path)
            _claims.Write(Encoding.UTF8.GetBytes(InColumns($"File {Name(path)}", Style.Bold) + "\n"));
        _heading = null;
        _claims.Write(rendered);
    }

    public override void EndFile(FileReport file) => _files.Add(file);

    public override void End(AuditCounts totals, int files)
    {
        var head = new StringBuilder();
        WriteTotals(head, totals);
        output.Write(Encoding.UTF8.GetBytes(head.ToString()));
        _claims.CopyTo(output);
        var tail = new StringBuilder();
        WriteRules(tail, totals);
        WriteProblems(tail);
        if (Evidence is { } evidence) EvidenceText.Write(tail, evidence, Wrap);
        foreach (var text in options.Suppressions?.Complaints(options.AsOf) ?? [])
            Wrap(tail, "Suppressions: ", "  ", text);
        foreach (var text in NotJudged.Of(totals)) Wrap(tail, "Not judged: ", "  ", text);
        Wrap(tail, "", "  ", $"Noc {NocVersion.Text}, tables {tables.Version}, as of {options.AsOf:yyyy-MM-dd}. "
            + "`noc explain RULE` tells more about a rule.");
        output.Write(Encoding.UTF8.GetBytes(tail.ToString()));
        output.Flush();
    }

    public override void Dispose()
    {
        _claims.Dispose();
        base.Dispose();
    }

    private void WriteTotals(StringBuilder text, AuditCounts totals)
    {
        text.Append(Paint(Style.Bold, "Noc audit"));
        text.Append($"  {Count(_files.Count, "file")}, {Count(totals.Claims, "claim")}, ")
            .Append($"{Count(totals.UnclassifiedLines, "unclassified drug line")}\n\n");
        Total("Ready to send", totals.Ready, totals.ReadyUsd, Style.Good);
        var (fix, fixUsd) = (totals.Fix - totals.NoBill, totals.FixUsd - totals.NoBillUsd);
        Total("Fix, then send", fix, fixUsd, fix > 0 ? Style.Bad : Style.Plain);
        Total("Hold", totals.Hold, totals.HoldUsd, totals.Hold > 0 ? Style.Bad : Style.Plain);
        if (totals.NoBill > 0) Total("Do not bill", totals.NoBill, totals.NoBillUsd, Style.Bad);
        text.Append($"  {"At risk of denial",-18}{"",8}{totals.AtRiskUsd,20:$#,##0.00}\n");
        if (totals.ExpectedAtRiskUsd > 0)
            text.Append($"  {"  expected, where priced",-26}{totals.ExpectedAtRiskUsd,20:$#,##0.00}\n");
        if (totals.Suppressed > 0) text.Append($"  {"Findings set apart",-18}{totals.Suppressed,8:N0}\n");
        text.Append('\n');

        void Total(string name, long count, decimal usd, Style style) =>
            text.Append("  ").Append(Paint(style, $"{name,-18}{count,8:N0}{usd,20:$#,##0.00}")).Append('\n');
    }

    private void WriteLine(StringBuilder text, ClaimAudit audit, int number)
    {
        if (number == 0)
        {
            text.Append("\n  The whole claim\n");
            return;
        }
        var line = audit.Claim.Lines[number - 1];
        DrugLine? drug = null;
        foreach (var candidate in audit.DrugLines)
            if (ReferenceEquals(candidate.Line, line)) drug = candidate;
        // A code of its own names the drug; another line bills none.
        var name = drug is null ? ""
            : drug.DrugName is { Length: > 0 } known ? known
            : drug.IsUnclassified ? "drug not named" : line.Description.Text;
        text.Append('\n');
        Wrap(text, "  ", "    ", $"Line {number}  {line.ServiceDate:yyyy-MM-dd}  {line.Code.Value}"
            + (name.Length > 0 ? $"  {name}" : "")
            + (line.ChargeUsd is { } charge ? $"  ${charge:N2}" : ""));
        foreach (var support in audit.Support)
        {
            if (support.Line != number) continue;
            if (support.Checklist is { } list) Wrap(text, "    has    ", "           ", EvidenceText.Of(list));
            if (!options.Statement) continue;
            foreach (var sentence in support.Statement)
                Wrap(text, $"    {sentence.Topic,-7}", "           ", $"{sentence.Text}{Glue}[{sentence.Pointer}]");
        }
    }

    // How many lines behind a duplicate one have the same findings, and where the last of those stands: a line that is
    // billed a hundred times is told once.
    private static (int Lines, int Last) RepeatsOf(IReadOnlyList<Finding> findings, int end)
    {
        var first = end;
        while (first > 0 && findings[first - 1].Line == findings[end].Line) first--;
        var (size, lines, isDuplicate) = (end - first + 1, 0, false);
        for (var i = first; i <= end; i++) isDuplicate |= ReferenceEquals(findings[i].Rule, DuplicateLine.Info);
        while (isDuplicate && IsSame(findings, first, end + 1 + (lines * size), size)) lines++;
        return (lines, end + (lines * size));
    }

    private static bool IsSame(IReadOnlyList<Finding> findings, int one, int other, int size)
    {
        if (other + size > findings.Count
            || (other + size < findings.Count && findings[other + size].Line == findings[other].Line)) return false;
        for (var i = 0; i < size; i++)
            if (!ReferenceEquals(findings[one + i].Rule, findings[other + i].Rule)
                || findings[one + i].Message != findings[other + i].Message
                || findings[other + i].Line != findings[other].Line) return false;
        return true;
    }

    private void WriteFinding(StringBuilder text, Finding finding, string code)
    {
        var severity = Words.Of(finding.Severity).ToUpperInvariant();
        var style = finding.Severity >= Severity.Deny ? Style.Bad
            : finding.Severity >= Severity.Warn ? Style.Warning : Style.Plain;
        Wrap(text, $"    {severity,-7}", "           ", $"{finding.Message}{Glue}[{finding.Rule.Id}]", style);
        Wrap(text, "    why    ", "           ", finding.Rule.Why, Style.Label);
        // What the message quotes, or the head of the line shows, need not be said again.
        if (finding.Found.Length > 0 && finding.Found != code
            && !finding.Message.Contains(finding.Found, StringComparison.Ordinal))
            Wrap(text, "    found  ", "           ", finding.Found, Style.Label);
        if (Suggestion.Of(finding.Expected) is not { Length: > 0 } write) return;
        WriteWhole(text, "    write  ", TerminalText.Clean(write));
    }

    // Never broken where a line of its own takes it: it is there to be copied.
    private void WriteWhole(StringBuilder text, string label, string words)
    {
        const int indent = 4;
        text.Append(Paint(Style.Label, words.Length <= Columns - label.Length ? label : label.TrimEnd()));
        if (words.Length <= Columns - label.Length)
            text.Append(Paint(Style.Bold, words)).Append('\n');
        else if (words.Length <= Columns)
            text.Append('\n').Append(' ', Math.Min(indent, Columns - words.Length)).Append(Paint(Style.Bold, words))
                .Append('\n');
        else
            foreach (var part in Page.Wrapped(Keep(words), Columns - indent))
                text.Append('\n').Append(' ', indent).Append(Paint(Style.Bold, part.Replace(Glue, ' ')));
        if (words.Length > Columns) text.Append('\n');
    }

    // <ELEVEN DIGITS> is one token.
    private static string Keep(string words)
    {
        var (kept, depth) = (words.ToCharArray(), 0);
        for (var i = 0; i < kept.Length; i++)
        {
            depth = kept[i] switch { '<' => 1, '>' => 0, _ => depth };
            if (kept[i] == ' ' && depth > 0) kept[i] = Glue;
        }
        return new(kept);
    }

    // A path has no blanks to break at: it goes on in the next line.
    private string InColumns(string words, Style style)
    {
        var text = new StringBuilder();
        var rest = TerminalText.Clean(words);
        for (; rest.Length > Columns; rest = rest[Columns..]) text.Append(Paint(style, rest[..Columns])).Append('\n');
        return rest.Length == 0 ? text.ToString() : text.Append(Paint(style, rest)).Append('\n').ToString();
    }

    private static void WriteRules(StringBuilder text, AuditCounts totals)
    {
        if (totals.Findings == 0) return;
        text.Append("By rule\n");
        for (var i = 0; i < RuleCatalog.All.Count; i++)
            if (totals.ByRule[i] > 0)
                text.Append($"  {RuleCatalog.All[i].Id}  {RuleCatalog.All[i].Name,-32}{totals.ByRule[i],8:N0}")
                    .Append(totals.LostByRule[i] > 0 ? $"{totals.LostByRule[i],20:$#,##0.00}" : "").Append('\n');
        text.Append('\n');
    }

    private void WriteProblems(StringBuilder text)
    {
        foreach (var file in _files)
        {
            if (file.Problems.Count == 0) continue;
            text.Append(InColumns($"Problems of {Name(file.Path)}", Style.Plain));
            // A file that could not be read has one problem; what was odd on the way there says nothing.
            var isFatal = file.Problems.Any(problem => problem.Severity is ProblemSeverity.Fatal);
            var problems = file.Problems.Where(problem => !isFatal || problem.Severity is not ProblemSeverity.Warn)
                .ToList();
            foreach (var problem in problems.Take(20))
                Wrap(text, $"  {Words.Of(problem.Severity).ToUpperInvariant(),-6}", "        ",
                    $"byte {problem.Offset:N0}{(problem.Tag.Length > 0 ? $", {problem.Tag}" : "")}: {problem.Message}");
            if (problems.Count > 20) text.Append($"  and {problems.Count - 20} more\n");
            text.Append('\n');
        }
    }

    private static string Name(string path) => path == "-" ? "standard input" : path;

    private static string Count(long count, string noun) => $"{count:N0} {noun}{(count == 1 ? "" : "s")}";

    private enum Style { Plain, Bold, Label, Good, Warning, Bad }

    private string Paint(Style style, string text) => !options.Color || style is Style.Plain ? text : style switch
    {
        Style.Bold => $"\e[1m{text}\e[0m",
        Style.Label => $"\e[2m{text}\e[0m",
        Style.Good => $"\e[32m{text}\e[0m",
        Style.Warning => $"\e[33m{text}\e[0m",
        _ => $"\e[31m{text}\e[0m",
    };

    // Characters of a hostile file must not steer the terminal.
    private void Wrap(StringBuilder text, string first, string next, string words) =>
        Wrap(text, first, next, words, Style.Plain);

    private void Wrap(StringBuilder text, string first, string next, string words, Style style)
    {
        text.Append(Paint(style, first));
        var column = first.Length;
        var isFirst = true;
        foreach (var word in words.Replace('\n', ' ').Split(' '))
        {
            if (!isFirst && column + 1 + word.Length > Columns)
            {
                text.Append('\n').Append(next);
                column = next.Length;
                isFirst = true;
            }
            if (!isFirst)
            {
                text.Append(' ');
                column++;
            }
            text.Append(TerminalText.Clean(word).Replace(Glue, ' '));
            column += word.Length;
            isFirst = false;
        }
        text.Append('\n');
    }
}

/// <summary>Bytes kept until the end of a report: in memory while few, in a temporary file when many.</summary>
internal sealed class Spool : IDisposable
{
    private const int MaxMemoryBytes = 8 * 1024 * 1024;

    private Stream _stream = new MemoryStream();

    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (_stream is MemoryStream memory && memory.Length + bytes.Length > MaxMemoryBytes)
        {
            var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
            var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16,
                FileOptions.DeleteOnClose);
            memory.WriteTo(file);
            _stream = file;
        }
        _stream.Write(bytes);
    }

    public void CopyTo(Stream output)
    {
        _stream.Position = 0;
        _stream.CopyTo(output);
    }

    public void Dispose() => _stream.Dispose();
}
