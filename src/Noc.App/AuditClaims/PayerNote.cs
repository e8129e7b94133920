using Noc.Audit;
using Noc.Payers;

namespace Noc.App.AuditClaims;

/// <summary>What people should know of a payer, beside a finding.</summary>
internal static class PayerNote
{
    /// <summary>The payer's guidance that helps to mend a finding; null where there is none, and for findings that only
    /// warn: a note behind each of them would be noise.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="audit">The claim.</param>
    /// <param name="ownOnly">Leave out what holds for everybody: a text would say it claim after claim.</param>
    public static PolicyGuidance? Of(Finding finding, ClaimAudit audit, bool ownOnly = false)
    {
        // What an encounter tells rests on the record, of which the payer's notes do not speak.
        if (finding.Rule.Id.StartsWith("EVD", StringComparison.Ordinal)) return null;
        if (finding.Severity < Severity.Delay || audit.Policy.Wants is not { } wants) return null;
        return wants.Help(finding.Rule.Id, finding.Topic, audit.SubjectOf(finding.Line), ownOnly);
    }
}
