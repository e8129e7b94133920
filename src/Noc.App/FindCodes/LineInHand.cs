using Noc.App.AuditClaims;
using Noc.Audit;
using Noc.Drugs;
using Noc.Formats.X837;
using Noc.Tables;

namespace Noc.App.FindCodes;

/// <summary>A drug line of a claim file that a question is asked about: what it says, and what it lacks.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Day">Its date of service; null where it has none.</param>
/// <param name="Section">What the audit says of it, for a card.</param>
internal sealed record LineInHand(HcpcsCode Code, DateOnly? Day, CardSection Section)
{
    private const int MostNamed = 8;

    /// <summary>Looks the line up.</summary>
    /// <param name="path">An 837 file.</param>
    /// <param name="wanted">The account number, with <c>/</c> and the number of the line behind it; empty where the
    /// file has one unclassified line only.</param>
    /// <param name="context">The tables and policies to judge by.</param>
    /// <param name="problem">What to say where there is no such line, or several.</param>
    /// <returns>Null where <paramref name="problem"/> says why.</returns>
    public static LineInHand? Find(string path, string wanted, AuditContext context, out string problem)
    {
        var named = new List<string>();
        LineInHand? found = null;
        try
        {
            using var stream = InputFiles.Open(path);
            if (!InputFiles.HoldsClaims(path, ifUnread: false))
            {
                problem = $"{path} is not an 837 claim file.";
                return null;
            }
            foreach (var claim in ClaimFile.Read(stream))
            {
                var audit = ClaimAuditor.Audit(claim, context);
                foreach (var drug in audit.DrugLines)
                {
                    var name = $"{claim.AccountNumber.Text}/{drug.Line.Number}";
                    if (wanted.Length == 0 ? !drug.IsUnclassified : !IsWanted(wanted, name)) continue;
                    named.Add(name);
                    found ??= Of(audit, drug, name);
                }
            }
        }
        catch (Exception e) when (FileFault.Is(e))
        {
            problem = FileFault.Of(path, e);
            return null;
        }
        problem = named.Count switch
        {
            1 => "",
            0 when wanted.Length > 0 => $"{path} has no drug line {TerminalText.Clean(wanted)}.",
            0 => $"{path} has no unclassified drug line.",
            _ => $"name one line with --line: {TerminalText.Clean(string.Join(", ", named.Take(MostNamed)))}"
                + (named.Count > MostNamed ? $" and {named.Count - MostNamed} more." : "."),
        };
        return named.Count == 1 ? found : null;
    }

    private static bool IsWanted(string wanted, string name) =>
        name == wanted || name.AsSpan(0, name.LastIndexOf('/')).SequenceEqual(wanted);

    private static LineInHand Of(ClaimAudit audit, DrugLine drug, string name)
    {
        var line = drug.Line;
        Source claim = new("The claim line", name, Effective: drug.Day);
        var all = new List<Statement>
        {
            new("Billed", TerminalText.Clean($"{line.Code.Value}, {line.BilledUnits:0.###} "
                + (line.BilledUnits == 1 ? "unit" : "units")
                + (drug.Description.Length > 0 ? $"; {drug.Description}" : "; no description")
                + (line.Ndc is { } ndc ? $"; NDC {ndc.Hyphenated}" : "; no NDC")), claim),
            new("Payer", TerminalText.Clean(audit.Policy.Name), claim),
        };
        if (drug.DrugName.Length > 0) all.Add(new("Drug", TerminalText.Clean(drug.DrugName), claim));
        if (drug.Route is { Length: > 0 } route) all.Add(new("Route", TerminalText.Clean(route), claim));
        var count = 0;
        foreach (var finding in audit.Findings)
        {
            if (finding.Line != 0 && finding.Line != line.Number) continue;
            count++;
            var write = Suggestion.Of(finding.Expected);
            all.Add(new(Title(finding.Severity), TerminalText.Clean($"{finding.Message} {finding.Rule.Why}"
                + (write.Length > 0 ? $" Write: {write}" : "")), finding.Source)
            {
                Rule = finding.Rule.Id, Confidence = finding.Confidence,
            });
        }
        if (count == 0)
            all.Add(new("Lacks", "Nothing that Noc looks for.",
                new Source("Noc", $"audit, {NocVersion.Text}", Effective: drug.Day)));
        return new(line.Code, drug.Day, new("line", $"This line: {name}, {drug.Day:yyyy-MM-dd}", all));
    }

    private static string Title(Severity severity)
    {
        var word = Words.Of(severity);
        return char.ToUpperInvariant(word[0]) + word[1..];
    }
}
