using System.Buffers;
using System.Text;
using Noc.Audit;

namespace Noc.App.AuditClaims;

/// <summary>The billing audit of a practice: one page for its owner, to read and to print.</summary>
/// <remarks>Sums are taken while the files are read; of claims only the ten to fix first are kept.</remarks>
internal sealed class HtmlReport(Stream output, AuditOptions options, AuditContext context) : ReportWriter
{
    private const int MaxFiles = 40;

    private readonly List<FileReport> _files = [];

    public override PracticeTally Tally { get; } = new();

    public override void Render(ClaimAuditView view, ArrayBufferWriter<byte> output)
    {
    }

    public override void Start()
    {
    }

    public override void StartFile(string path)
    {
    }

    public override void WriteClaims(ReadOnlySpan<byte> rendered)
    {
    }

    // Those with problems are shown; of the others so many as fit.
    public override void EndFile(FileReport file)
    {
        if (_files.Count < MaxFiles) _files.Add(file);
        else if (file.Problems.Count > 0 && _files.FindLastIndex(one => one.Problems.Count == 0) is >= 0 and var at)
            _files[at] = file;
    }

    public override void End(AuditCounts totals, int files)
    {
        var page = new HtmlPage(options, context, totals, Tally, _files, files) { Evidence = Evidence }.Write();
        output.Write(Encoding.UTF8.GetBytes(page));
        output.Flush();
    }
}
