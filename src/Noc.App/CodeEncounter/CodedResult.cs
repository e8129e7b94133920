using System.Text;
using Noc.Audit;
using Noc.Coding;
using Noc.Encounters;
using Noc.Formats.Encounters;
using Noc.Formats.X837;

namespace Noc.App.CodeEncounter;

/// <summary>A coded visit with what the audit says of its claims.</summary>
/// <param name="File">The file it stands in.</param>
/// <param name="Line">Its line, from 1; 0 for a file that is one document.</param>
/// <param name="Encounter">The encounter.</param>
/// <param name="Visit">The coded visit.</param>
/// <param name="Problems">Values that were wrong and count as not known.</param>
/// <param name="Findings">By claim; empty lists where the audit was left out.</param>
internal sealed record CodedResult(
    string File, long Line, Encounter Encounter, CodedVisit Visit, IReadOnlyList<EncounterProblem> Problems,
    IReadOnlyList<IReadOnlyList<Finding>> Findings)
{
    /// <summary>True where nothing is missing, every value was read, and the audit would let the claims go.</summary>
    public bool IsReady => Visit.IsReady && Problems.Count == 0
        && Findings.All(claim => claim.All(one => one.Severity < Severity.Deny));

    /// <summary>Codes one encounter, and audits what comes out.</summary>
    /// <param name="file">Its file.</param>
    /// <param name="read">The encounter as it was read, with an encounter.</param>
    /// <param name="context">Facts, payers, charges.</param>
    /// <param name="audit">Facts and payers of the audit; null leaves it out.</param>
    public static CodedResult Of(string file, ReadEncounter read, CodingContext context, AuditContext? audit)
    {
        var encounter = ContainerDoses.Told(read.Encounter!, context.Tables);
        var problems = new List<EncounterProblem>(read.Problems);
        foreach (var (pointer, message) in Contradictions.Of(encounter)) problems.Add(new(read.Line, pointer, message));
        var visit = VisitCoder.Code(encounter, context, read.WrongTimes);
        return new(file, read.Line, encounter, visit, problems,
            [.. visit.Claims.Select(claim => audit is null ? [] : FindingsOf(encounter, visit, claim, audit))]);
    }

    /// <summary>What the audit says of one coded claim.</summary>
    public static IReadOnlyList<Finding> FindingsOf(
        Encounter encounter, CodedVisit visit, CodedClaim claim, AuditContext audit)
    {
        using var stream = new MemoryStream(Encoding.ASCII.GetBytes(CodedClaimText.Of(encounter, visit, claim)));
        return [.. ClaimFile.Read(stream).SelectMany(read => ClaimAuditor.Audit(read, audit).Findings)];
    }
}
