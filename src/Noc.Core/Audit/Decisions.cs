namespace Noc.Audit;

/// <summary>What to do with a claim, from all its findings.</summary>
internal static class Decisions
{
    /// <summary>The decision by precedence.</summary>
    /// <remarks>
    /// <para>Another payer, or not to bill, only where every drug line says so, or a finding about the claim: else the
    /// lines that may not be billed are left out and the rest is sent.</para>
    /// <para>Then what must be changed; a claim waits for a document only where nothing else is wrong with it.</para>
    /// </remarks>
    public static Decision Of(Items<Finding> findings, Items<DrugLine> drugs)
    {
        var (mustFix, waits) = (false, false);
        var (notBilled, elsewhere) = (0, 0);
        var (lastNotBilled, lastElsewhere) = (-1, -1);
        foreach (var finding in findings)
        {
            if (finding.Severity < Severity.Delay) continue;
            switch (RuleCatalog.DecisionOf(finding))
            {
                case Decision.DoNotBill:
                    Count(finding, drugs.Count, ref notBilled, ref lastNotBilled);
                    break;
                case Decision.BillOtherPayer:
                    Count(finding, drugs.Count, ref elsewhere, ref lastElsewhere);
                    break;
                case Decision.HoldForDocument:
                    waits = true;
                    break;
                default:
                    mustFix = true;
                    break;
            }
        }
        if (elsewhere > 0 && elsewhere >= drugs.Count) return Decision.BillOtherPayer;
        if (notBilled > 0 && notBilled >= drugs.Count) return Decision.DoNotBill;
        return mustFix || elsewhere > 0 || notBilled > 0 ? Decision.FixAndSend
            : waits ? Decision.HoldForDocument : Decision.Clean;
    }

    // Findings come in the order of their lines; each line counts once, the claim for all its lines.
    private static void Count(Finding finding, int lines, ref int count, ref int last)
    {
        if (finding.Line == last) return;
        last = finding.Line;
        count += finding.Line == 0 ? lines : 1;
    }
}
