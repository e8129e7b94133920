using Noc.App.AuditClaims;
using Noc.Audit;
using Noc.Formats.X837;

namespace Noc.App.ExplainFindings;

/// <summary><c>noc explain FINDING --claims FILE</c>: audits again until the finding comes, and tells all about
/// it.</summary>
public static class FindingReplay
{
    private const int IdLength = 13;

    /// <summary>Whether a text is spelled like the id of a finding.</summary>
    public static bool IsId(string text) => text.Length == IdLength
        && text.All(one => char.IsAsciiLetterOrDigit(one)) && text.Any(char.IsAsciiDigit);

    /// <summary>Looks for the finding and writes its page.</summary>
    /// <param name="id">The finding's id, as reports show it.</param>
    /// <param name="paths">Claim files and folders.</param>
    /// <param name="evidence">Files and folders of encounters, where the audit had some.</param>
    /// <param name="context">Tables and policies.</param>
    /// <param name="isColored">True to set headings off.</param>
    /// <param name="output">Gets the page.</param>
    /// <param name="errors">Gets why there is none.</param>
    /// <returns>0 found, 2 not found, 3 not found and a file could not be read.</returns>
    public static int Run(
        string id, IReadOnlyList<string> paths, IReadOnlyList<string> evidence, AuditContext context, bool isColored,
        TextWriter output, TextWriter errors)
    {
        if (evidence.Count > 0)
            context = context with { Evidence = EvidenceReader.Read(evidence, context.Tables, []) };
        id = id.ToLowerInvariant();
        var (claims, findings, isBad) = (0L, 0L, false);
        string? nearest = null;
        var nearestDistance = 3;   // a slip of the pen, no more
        var options = new AuditOptions { Paths = paths, AsOf = DateOnly.MaxValue };
        foreach (var (path, problem) in InputFiles.Of(options, []))
        {
            try
            {
                if (problem is not null) throw new IOException(problem);
                using var stream = InputFiles.Open(path);
                var earlier = new EarlierLines();
                foreach (var claim in ClaimFile.Read(stream))
                {
                    claims++;
                    var audit = earlier.Audit(claim, context);
                    foreach (var finding in audit.Findings)
                    {
                        findings++;
                        if (finding.Id == id)
                        {
                            output.Write(FindingPage.Write(path, audit, finding, context, isColored));
                            return 0;
                        }
                        if (Distance(id, finding.Id) is var distance && distance >= nearestDistance) continue;
                        (nearest, nearestDistance) = (finding.Id, distance);
                    }
                }
            }
            catch (Exception e) when (FileFault.Is(e))
            {
                isBad = true;
                errors.WriteLine($"noc: {path}: {(problem is not null ? problem : FileFault.Explain(e))}");
            }
        }
        errors.WriteLine($"noc: there is no finding {id} among {findings:N0} findings of {claims:N0} claims."
            + (nearest is not null ? $" The nearest is {nearest}." : ""));
        errors.WriteLine("noc: an id stays while the place of the claim in its file, its account number, the line and "
            + "the value stay. Audit again with --format csv to see the ids of now.");
        return isBad ? 3 : 2;
    }

    private static int Distance(string one, string other)
    {
        var distance = Math.Abs(one.Length - other.Length);
        for (var i = 0; i < Math.Min(one.Length, other.Length); i++)
            if (one[i] != other[i]) distance++;
        return distance;
    }
}
