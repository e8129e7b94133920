using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Noc.Tables;

namespace Noc.App.ManageData;

/// <summary>How many entries of a section differ between two tables.</summary>
/// <param name="Name">The section in words.</param>
/// <param name="Added">Entries that only the second has.</param>
/// <param name="Changed">Entries that both have, with different facts.</param>
/// <param name="Ended">Entries that only the first has.</param>
internal sealed record TableChanges(string Name, int Added, int Changed, int Ended)
{
    /// <summary>The sections that differ. An entry is what has one key: a code, an NDC, a locality.</summary>
    public static IEnumerable<TableChanges> Of(TableImage before, TableImage after) =>
        ((TableChanges[])
        [
            Count<CodeRecord>("codes", before, after), Count<ChangeRecord>("reported changes", before, after),
            Count<LimitRecord>("payment limits", before, after), Count<NocPriceRecord>("NOC prices", before, after),
            Count<NdcCodeRecord>("NDCs with codes", before, after), Count<NocNdcRecord>("NOC NDCs", before, after),
            Count<OppsRecord>("OPPS codes", before, after), Count<FeeRecord>("fee schedule codes", before, after),
            Count<LocalityPaymentRecord>("fees by locality", before, after),
            Count<LocalityRecord>("localities", before, after), Count<CountyRecord>("counties", before, after),
            Count<ZipRecord>("ZIP codes", before, after), Count<ContractorRecord>("contractors", before, after),
            Count<DiagnosisRecord>("diagnoses", before, after), Count<NdcProductRecord>("NDC products", before, after),
            Count<NdcPackageRecord>("NDC packages", before, after), Count<ApprovalRecord>("approvals", before, after),
            Count<NadacRecord>("NADAC prices", before, after), Count<RebateRecord>("rebate NDCs", before, after),
            Count<MueRecord>("unit edits", before, after), Count<CodeNumberRecord>("code list entries", before, after),
        ]).Where(change => change.Added + change.Changed + change.Ended > 0);

    // Both are sorted by key: one walk through both.
    private static TableChanges Count<T>(string name, TableImage before, TableImage after)
        where T : unmanaged, ITableRecord
    {
        var old = before.Rows<T>().All;
        var fresh = after.Rows<T>().All;
        int added = 0, changed = 0, ended = 0, i = 0, j = 0;
        while (i < old.Length || j < fresh.Length)
        {
            var isEnded = j == fresh.Length || (i < old.Length && old[i].Key < fresh[j].Key);
            var isAdded = i == old.Length || (j < fresh.Length && fresh[j].Key < old[i].Key);
            var was = isAdded ? [] : Run(old, ref i);
            var became = isEnded ? [] : Run(fresh, ref j);
            if (isAdded) added++;
            else if (isEnded) ended++;
            else if (!AreEqual(was, before, became, after)) changed++;
        }
        return new(name, added, changed, ended);
    }

    private static ReadOnlySpan<T> Run<T>(ReadOnlySpan<T> rows, ref int at) where T : unmanaged, ITableRecord
    {
        var start = at;
        var key = rows[at].Key;
        while (at < rows.Length && rows[at].Key == key) at++;
        return rows[start..at];
    }

    // Texts stand in front of a record and lie elsewhere in each image; the rest compares byte by byte.
    private static bool AreEqual<T>(
        ReadOnlySpan<T> was, TableImage before, ReadOnlySpan<T> became, TableImage after)
        where T : unmanaged, ITableRecord
    {
        if (was.Length != became.Length) return false;
        var texts = T.Texts * Unsafe.SizeOf<TextRef>();
        for (var i = 0; i < was.Length; i++)
        {
            var old = MemoryMarshal.AsBytes(was.Slice(i, 1));
            var fresh = MemoryMarshal.AsBytes(became.Slice(i, 1));
            if (!old[texts..].SequenceEqual(fresh[texts..])) return false;
            var ofOld = MemoryMarshal.Cast<byte, TextRef>(old[..texts]);
            var ofFresh = MemoryMarshal.Cast<byte, TextRef>(fresh[..texts]);
            for (var t = 0; t < ofOld.Length; t++)
                if (!before.Utf8(ofOld[t]).SequenceEqual(after.Utf8(ofFresh[t]))) return false;
        }
        return true;
    }
}
