using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Noc.Tables;

namespace Noc.App.ManageData;

/// <summary>How many facts of a dataset differ between two tables; an import and a comparison print the same.</summary>
/// <param name="Id">The dataset in JSON.</param>
/// <param name="Name">The dataset in words.</param>
/// <param name="Added">New codes, NDCs ...; where a release stands for a quarter, also those of a new quarter.</param>
/// <param name="Changed">Those with other values for the same days.</param>
/// <param name="Ended">Those that got a last day or are no longer there.</param>
internal sealed record TableChanges(string Id, string Name, int Added, int Changed, int Ended)
{
    /// <summary>What the columns count.</summary>
    public const string Legend = "added: new, or of a new quarter; changed: other values for the same days";

    /// <summary>The datasets that differ.</summary>
    public static IReadOnlyList<TableChanges> Of(TableImage before, TableImage after) =>
        Of(before, after, TableDiff.Of(before, after));

    /// <summary>The datasets that differ, where the differences that are listed are known already.</summary>
    public static IReadOnlyList<TableChanges> Of(
        TableImage before, TableImage after, IReadOnlyList<DiffSection> listed)
    {
        return [.. All().Where(change => change.Added + change.Changed + change.Ended > 0)];

        IEnumerable<TableChanges> All()
        {
            yield return new("codes", "codes", Listed("codesAdded"), Listed("unitsChanged"), Listed("codesEnded"));
            yield return Count<ChangeRecord>("changes", "reported changes");
            yield return new("limits", "payment limits", Listed("limitsAdded"),
                Section("limitsChanged").Count(entry => entry.Note == "corrected"), Listed("limitsEnded"));
            yield return Count<NocPriceRecord>("nocPrices", "NOC prices", isByQuarter: true);
            yield return new("ndcs", "NDCs of codes", Listed("ndcsAdded"), Listed("ndcsChanged"), Listed("ndcsEnded"));
            yield return Count<NocNdcRecord>("nocNdcs", "NOC NDCs", isByQuarter: true);
            yield return Count<OppsRecord>("opps", "OPPS codes", isByQuarter: true);
            yield return Count<FeeRecord>("fees", "fee schedule codes", isByQuarter: true);
            yield return Count<LocalityPaymentRecord>("localityPayments", "fees by locality", isByQuarter: true);
            yield return Count<LocalityRecord>("localities", "localities");
            yield return Count<CountyRecord>("counties", "counties");
            yield return Count<ZipRecord>("zips", "ZIP codes");
            yield return Count<ContractorRecord>("contractors", "contractors");
            yield return Count<DiagnosisRecord>("diagnoses", "diagnoses");
            yield return Count<NdcProductRecord>("ndcProducts", "NDC products");
            yield return new("ndcPackages", "NDC packages", Listed("packagesAdded"), 0, Listed("packagesEnded"));
            yield return Count<ApprovalRecord>("approvals", "approvals");
            yield return Count<NadacRecord>("nadac", "NADAC prices", isByQuarter: true);
            yield return Count<RebateRecord>("rebates", "rebate NDCs");
            yield return Count<MueRecord>("mues", "unit edits", isByQuarter: true);
            yield return Count<CodeNumberRecord>("numbers", "code list entries");
        }

        int Listed(string id) => Section(id).Count;

        IReadOnlyList<DiffEntry> Section(string id) => listed.First(section => section.Id == id).Entries;

        TableChanges Count<T>(string id, string name, bool isByQuarter = false) where T : unmanaged, ITableRecord
        {
            int added = 0, changed = 0, ended = 0;
            foreach (var (was, became) in Runs<T>(before, after))
            {
                if (was.Length == 0 || (isByQuarter && Gains(was.Span, became.Span))) added++;
                else if (became.Length == 0 || (isByQuarter && Gains(became.Span, was.Span))) ended++;
                if (was.Length > 0 && became.Length > 0 && Differ(was.Span, before, became.Span, after)) changed++;
            }
            return new(id, name, added, changed, ended);
        }
    }

    /// <summary>The records of each key, before and after; both are sorted, so it is one walk.</summary>
    public static IEnumerable<(ReadOnlyMemory<T> Was, ReadOnlyMemory<T> Became)> Runs<T>(
        TableImage before, TableImage after) where T : unmanaged, ITableRecord
    {
        T[] old = before.Rows<T>().All.ToArray(), fresh = after.Rows<T>().All.ToArray();
        int i = 0, j = 0;
        while (i < old.Length || j < fresh.Length)
        {
            var isEnded = j == fresh.Length || (i < old.Length && old[i].Key < fresh[j].Key);
            var isAdded = i == old.Length || (j < fresh.Length && fresh[j].Key < old[i].Key);
            yield return (isAdded ? default : Run(old, ref i), isEnded ? default : Run(fresh, ref j));
        }
    }

    /// <summary>Whether the second records speak for days that no record of the first speaks for.</summary>
    public static bool Gains<T>(ReadOnlySpan<T> was, ReadOnlySpan<T> became) where T : unmanaged, ITableRecord
    {
        foreach (ref readonly var row in became)
        {
            // Runs of the first are taken off the days of the row, in order of their first day.
            var next = row.Days.First;
            foreach (ref readonly var old in was)
                if (old.Days.First <= next && old.Days.Last >= next)
                    next = old.Days.Last == int.MaxValue ? int.MaxValue : old.Days.Last + 1;
            if (next <= row.Days.Last && next != int.MaxValue) return true;
        }
        return false;
    }

    private static ReadOnlyMemory<T> Run<T>(T[] rows, ref int at) where T : unmanaged, ITableRecord
    {
        var start = at;
        var key = rows[at].Key;
        while (at < rows.Length && rows[at].Key == key) at++;
        return rows.AsMemory(start..at);
    }

    // A record of days that both speak for has no equal on the other side.
    private static bool Differ<T>(ReadOnlySpan<T> was, TableImage before, ReadOnlySpan<T> became, TableImage after)
        where T : unmanaged, ITableRecord
    {
        foreach (ref readonly var row in became)
        {
            var (overlaps, isSame) = (false, false);
            foreach (ref readonly var old in was)
            {
                if (!old.Days.Overlap(row.Days)) continue;
                overlaps = true;
                isSame = isSame || AreEqual(old, before, row, after);
            }
            if (overlaps && !isSame) return true;
        }
        return false;
    }

    // Texts stand in front of a record and lie elsewhere in each image; the rest compares byte by byte. A text that
    // was not there is no other value: the facts that ship with Noc hold no wording.
    private static bool AreEqual<T>(in T was, TableImage before, in T became, TableImage after)
        where T : unmanaged, ITableRecord
    {
        T one = was with { Days = default }, other = became with { Days = default };
        var texts = T.Texts * Unsafe.SizeOf<TextRef>();
        var old = MemoryMarshal.AsBytes(new ReadOnlySpan<T>(ref one));
        var fresh = MemoryMarshal.AsBytes(new ReadOnlySpan<T>(ref other));
        if (!old[texts..].SequenceEqual(fresh[texts..])) return false;
        var ofOld = MemoryMarshal.Cast<byte, TextRef>(old[..texts]);
        var ofFresh = MemoryMarshal.Cast<byte, TextRef>(fresh[..texts]);
        for (var t = 0; t < ofOld.Length; t++)
            if (!ofOld[t].IsEmpty && !before.Utf8(ofOld[t]).SequenceEqual(after.Utf8(ofFresh[t]))) return false;
        return true;
    }
}
