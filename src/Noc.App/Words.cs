using Noc.App.AuditClaims;
using Noc.Audit;
using Noc.Tables;
using Noc.X12;

namespace Noc.App;

/// <summary>The words of reports for the choices of the domain.</summary>
internal static class Words
{
    public static string Of(Severity severity) => severity switch
    {
        Severity.Reject => "reject",
        Severity.Deny => "deny",
        Severity.Delay => "delay",
        Severity.Warn => "warn",
        _ => "info",
    };

    public static string Of(Decision decision) => decision switch
    {
        Decision.FixAndSend => "fix-and-send",
        Decision.HoldForDocument => "hold-for-document",
        Decision.DoNotBill => "do-not-bill",
        Decision.BillOtherPayer => "bill-other-payer",
        _ => "clean",
    };

    /// <summary>The decision as people say it.</summary>
    public static string Title(Decision decision) => decision switch
    {
        Decision.Clean => "ready to send",
        Decision.FixAndSend => "fix, then send",
        Decision.HoldForDocument => "hold for a document",
        Decision.DoNotBill => "do not bill",
        _ => "bill another payer",
    };

    public static string Of(Confidence confidence) => confidence switch
    {
        Confidence.High => "high",
        Confidence.Medium => "medium",
        _ => "low",
    };

    public static string Of(SuppressionState state) => state switch
    {
        SuppressionState.Expired => "expired",
        SuppressionState.Unmatched => "unmatched",
        _ => "used",
    };

    public static string Of(CorrectionSafety safety) => safety switch
    {
        CorrectionSafety.Safe => "safe",
        CorrectionSafety.Review => "review",
        _ => "advice",
    };

    public static string Of(ProblemSeverity severity) => severity switch
    {
        ProblemSeverity.Fatal => "fatal",
        ProblemSeverity.Error => "error",
        _ => "warn",
    };
}
