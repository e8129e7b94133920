using System.Buffers;
using System.Text;
using Noc.Audit;

namespace Noc.App.AuditClaims;

/// <summary>One row a finding (RFC 4180), safe to open in a spreadsheet.</summary>
internal sealed class CsvReport(Stream output, AuditOptions options) : ReportWriter
{
    public override void Render(ClaimAuditView view, ArrayBufferWriter<byte> output)
    {
        foreach (var finding in view.Findings) Write(view, finding, null, output);
        foreach (var (finding, entry) in view.Suppressed()) Write(view, finding, entry, output);
    }

    private void Write(in ClaimAuditView view, Finding finding, Suppression? entry, ArrayBufferWriter<byte> output)
    {
        var claim = view.Audit.Claim;
        var line = finding.Line > 0 ? claim.Lines[finding.Line - 1] : null;
        var expected = finding.Expected;
        var money = view.Audit.ExpectedOf(finding);
        List<string> cells =
        [
            view.Path == "-" ? "standard input" : view.Path, claim.Place.Ordinal.ToString(),
            claim.AccountNumber.Text, view.Audit.Policy.Name,
            Words.Of(view.Audit.Decision), finding.Line.ToString(),
            line?.ServiceDate?.ToString("yyyy-MM-dd") ?? "", line?.Code.Value ?? "", finding.Rule.Id,
            finding.Rule.Name, Words.Of(finding.Severity), finding.Element, finding.Byte?.ToString() ?? "",
            finding.Message, finding.Found, Suggestion.Of(expected), finding.LostUsd?.ToString("0.00") ?? "",
            finding.Id, money?.AllowedUsd.ToString("0.00") ?? "", money?.PayerPaysUsd.ToString("0.00") ?? "",
        ];
        if (options.Suppressions is not null)
            cells.Add(entry is null ? "" : $"until {entry.Expires:yyyy-MM-dd}: {entry.Reason}");
        Encoding.UTF8.GetBytes(string.Join(',', cells.Select(Cell)) + "\r\n", output);
    }

    // A column more where findings may be set apart: they stay among the others.
    public override bool NamesHashes => false;

    public override void Start()
    {
        output.Write("file,ordinal,claim,payer,decision,line,service_date,code,rule,name,"u8
            + "severity,element,byte,message,found,expected,"u8
            + "lost_usd,finding,expected_allowed_usd,expected_payer_usd"u8);
        output.Write(options.Suppressions is null ? "\r\n"u8 : ",suppressed\r\n"u8);
    }

    public override void StartFile(string path)
    {
    }

    public override void WriteClaims(ReadOnlySpan<byte> rendered) => output.Write(rendered);

    public override void EndFile(FileReport file)
    {
    }

    public override void End(AuditCounts totals, int files)
    {
        // A drug that no claim bills has no line: file and ordinal are empty, the amount is what it cost.
        foreach (var one in Evidence?.Unbilled ?? [])
        {
            string[] cells =
            [
                one.Item.File, "", one.Item.Encounter.Claim.PatientAccount, one.Payer, "", "",
                one.Given.Day.ToString("yyyy-MM-dd"), "", "", "given-not-billed", "warn", one.Given.Pointer, "",
                EvidenceText.Unbilled(one, Evidence!.AsOf), "", "", one.CostUsd?.ToString("0.00") ?? "", "",
                "", "",
            ];
            output.Write(Encoding.UTF8.GetBytes(string.Join(',', cells.Select(Cell)) + "\r\n"));
        }
        output.Flush();
    }

    // A cell that a spreadsheet would take for a formula gets an apostrophe in front.
    private static string Cell(string text)
    {
        text = TerminalText.Clean(text);
        if (text.Length > 0 && (text[0] is '=' or '+' or '-' or '@' or '\t')) text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text
            : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
