using Noc.Drugs;
using Noc.Tables;

namespace Noc.Audit.Evidence;

/// <summary>Which recorded administrations a claim bills, or may bill.</summary>
public static class BilledAdministrations
{
    /// <summary>Their numbers among all of the evidence. What a claim only may bill counts too, so that nothing is
    /// called unbilled by mistake: every drug of visits that fit the claim as well as others, and drugs whose names
    /// nobody can compare with those of the claim.</summary>
    public static IReadOnlyList<int> Of(ClaimAudit audit, ReferenceTables tables)
    {
        if (audit.Evidence is not { Items.Count: > 0 } evidence) return [];
        var numbers = new List<int>();
        var mayBillAny = evidence.Match is EvidenceMatch.Ambiguous || BillsOthers(audit);
        foreach (var item in evidence.Items)
            for (var i = 0; i < item.Encounter.Administrations.Count; i++)
                if (mayBillAny || IsBilled(audit, item, i, tables)) numbers.Add(item.FirstGiven + i);
        return numbers;
    }

    private static bool IsBilled(ClaimAudit audit, EvidenceItem item, int at, ReferenceTables tables)
    {
        var given = item.Encounter.Administrations[at];
        foreach (var drug in audit.DrugLines)
        {
            var line = drug.Evidence;
            foreach (var one in line?.Given ?? [])
                if (ReferenceEquals(one, given)) return true;
            foreach (var one in line?.OtherDays ?? [])
                if (ReferenceEquals(one, given)) return true;
            var isOpen = line is null || line.Given.Count == 0;
            if (isOpen && RecordedDrugs.IsSame(drug, given, tables) is not false) return true;
        }
        return false;
    }

    // A drug code that the tables do not know may be of any drug.
    private static bool BillsOthers(ClaimAudit audit)
    {
        foreach (var line in audit.Claim.Lines)
        {
            if (!IsDrug(line.Code)) continue;
            var isKnown = false;
            foreach (var drug in audit.DrugLines) isKnown |= ReferenceEquals(drug.Line, line);
            if (!isKnown) return true;
        }
        return false;
    }

    private static bool IsDrug(HcpcsCode code) => code.Series switch
    {
        'J' => true,
        'Q' => code.Number is >= 138 and <= 5999 and not (3014 or 3031),
        'C' => code.Number is >= 9000 and <= 9499,
        'A' => code.Number is >= 9500 and <= 9700,
        '9' => code.Number is >= 281 and <= 399 or >= 476 and <= 759,
        _ => false,
    };
}
