using Noc.Encounters;
using Noc.Payers;

namespace Noc.Audit.Evidence;

/// <summary>Finds drugs given and not billed, once all claims of a run have been seen.</summary>
public static class UnbilledDrugs
{
    /// <summary>The drugs, in the order of the evidence.</summary>
    /// <remarks>Left out: what cost nothing, flushes, visits whose claim was sent before, and what a claim may bill:
    /// one that fits several visits, or has a line whose drug nobody can compare.</remarks>
    /// <param name="context">Payers and tables, with the evidence.</param>
    /// <param name="isBilled">By number of the administration: true where a line bills it, or may.</param>
    /// <param name="payers">By number of the encounter: the payer of a claim that was matched; null without.</param>
    public static IEnumerable<UnbilledDrug> Of(AuditContext context, Func<int, bool> isBilled,
        Func<int, PayerPolicy?> payers)
    {
        if (context.Evidence is not { } index) yield break;
        var known = new EncounterPayers(context.Payers, context.Tables);
        foreach (var item in index.Items)
        {
            var encounter = item.Encounter;
            var claimed = payers(item.Index);
            if (claimed is null && encounter.Claim.SentOn is not null) continue;
            if (encounter.Trial?.IsDrugFree is true) continue;
            PayerPolicy? payer = null;
            for (var i = 0; i < encounter.Administrations.Count; i++)
            {
                var given = encounter.Administrations[i];
                if (isBilled(item.FirstGiven + i) || given.IsFree || given.Method is AdministrationMethod.Flush)
                    continue;
                payer ??= claimed ?? (encounter.Payers.Count > 0 ? known.Of(encounter) : null);
                (DateOnly Day, bool IsCommon)? limit = payer is null ? null
                    : FilingLimitOf(payer, given.Day, encounter.IsInstitutional);
                yield return new(item, given, AcquisitionCost.Of(given, encounter.Invoices, context.Tables),
                    payer?.Name ?? "", limit?.Day, claimed is not null) { IsCommonLimit = limit?.IsCommon is true };
            }
        }
    }

    /// <summary>The last day by which it is safe to send a first claim: the payer's own window, else the limit of its
    /// program, else the shortest that is common.</summary>
    public static (DateOnly Day, bool IsCommon) FilingLimitOf(PayerPolicy payer, DateOnly day, bool isInstitutional)
    {
        var subject = new PolicySubject
        {
            Day = day,
            State = payer.State,
            Jurisdiction = payer.Jurisdiction,
            IsInstitutional = isInstitutional,
            Place = "",
            Drugs = [],
        };
        if (payer.Wants?.Of(PolicyKeys.FilingWindow, subject) is { Value.Window: { } window })
            return (window.LastDay(day), false);
        var limit = FilingLimit.Of(payer, day);
        return (limit.SendBy, limit.Latest != limit.SendBy);
    }
}
