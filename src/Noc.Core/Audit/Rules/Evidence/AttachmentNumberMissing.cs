using Noc.Claims;

namespace Noc.Audit.Rules.Evidence;

/// <summary>EVD020 attachment-number-missing: a document on file has a control number that the claim does not
/// announce.</summary>
/// <remarks>
/// <para>Why it matters: a document that the claim does not announce is not matched with it, and the claim
/// waits.</para>
/// <para>What to do: announce it with PWK, with the control number in PWK06.</para>
/// <para>Source: X12 837 guides, PWK06; the control number brings document and claim together.</para>
/// <para>Silent when: no attachment on file has a control number, or every such number stands in a PWK06 of the claim
/// or the line. Judged once a claim, on its first drug line.</para>
/// </remarks>
public static class AttachmentNumberMissing
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("EVD020", "attachment-number-missing", "attachment", Severity.Delay,
        "A document that the claim does not announce is not matched with it.", Sources.Guide837P);

    /// <summary>Judges the first drug line of the claim.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var evidence = drug.Evidence!;

        if (!ReferenceEquals(drug, context.DrugLines[0])) return;
        foreach (var attachment in evidence.Item.Encounter.Attachments)
        {
            if (attachment.Control.Length == 0 || IsAnnounced(context.Claim, attachment.Control)) continue;
            var hasPaperwork = context.Claim.Paperwork.Count > 0 || drug.Line.Paperwork.Count > 0;
            findings.AddEvidence(Info, context, "2300/PWK06",
                $"A document on file ({attachment.Kind}) has a control number that no PWK of the claim names.",
                expected: new() { Text = $"PWK06 {attachment.Control}" },
                atMost: hasPaperwork ? null : Severity.Warn);
            return;
        }
    }

    private static bool IsAnnounced(Claim claim, string control)
    {
        foreach (var paperwork in claim.Paperwork.Concat(claim.Lines.SelectMany(line => line.Paperwork)))
            if (paperwork.ControlNumber.Text.Equals(control, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
