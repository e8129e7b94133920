using Noc.Payers;

namespace Noc.Audit.Rules;

/// <summary>What the front end of the DME contractors (CEDI) rejects before a contractor sees it.</summary>
internal static class FrontEnd
{
    /// <summary>It rejects; null where the claim goes elsewhere and the rule's own severity counts.</summary>
    public static Severity? Severity(in RuleContext context) => IsCedi(context) ? Noc.Severity.Reject : null;

    /// <summary>The topic of its rejections; empty where the claim goes elsewhere.</summary>
    public static string Topic(in RuleContext context) => IsCedi(context) ? "frontend_reject" : "";

    private static bool IsCedi(in RuleContext context) => context.Policy.Program is PayerProgram.MedicareDme;
}
