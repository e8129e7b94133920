using Noc.Claims;
using Noc.Encounters;
using Noc.Tables;

namespace Noc.Audit.Evidence;

/// <summary>All encounters of a run, indexed once: by account number, and by day with drug. Immutable; claims stream
/// past it.</summary>
public sealed class EvidenceIndex
{
    private const int MaxCandidates = 64;

    private readonly Dictionary<string, List<EvidenceItem>> _byAccount = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(DateOnly Day, ulong Product), List<EvidenceItem>> _byNdc = [];
    private readonly Dictionary<(DateOnly Day, string Word), List<EvidenceItem>> _byWord = [];
    private readonly ReferenceTables _tables;

    /// <summary>Indexes encounters.</summary>
    /// <param name="encounters">Each with its file and line.</param>
    /// <param name="tables">Tell brands and ingredients.</param>
    public EvidenceIndex(IEnumerable<(Encounter Encounter, string File, long Line)> encounters, ReferenceTables tables)
    {
        _tables = tables;
        var items = new List<EvidenceItem>();
        foreach (var (encounter, file, line) in encounters)
        {
            var item = new EvidenceItem(encounter, file, line, items.Count, GivenCount);
            items.Add(item);
            GivenCount += encounter.Administrations.Count;
            Add(item);
        }
        Items = items;
    }

    /// <summary>All encounters, in the order of the files.</summary>
    public IReadOnlyList<EvidenceItem> Items { get; }

    /// <summary>How many administrations they hold.</summary>
    public int GivenCount { get; }

    /// <summary>The encounters behind a claim; what they say of each drug line is put on the line.</summary>
    public ClaimEvidence Match(Claim claim, IReadOnlyList<DrugLine> drugs)
    {
        var found = Find(claim, drugs);
        if (found.Match is EvidenceMatch.None or EvidenceMatch.Ambiguous) return found;
        foreach (var drug in drugs) drug.Evidence = LineMatch.Of(drug, found, _tables);
        return found;
    }

    private void Add(EvidenceItem item)
    {
        var account = item.Encounter.Claim.PatientAccount;
        if (account.Length > 0) Put(_byAccount, account, item);
        foreach (var given in item.Encounter.Administrations)
        {
            foreach (var ndc in RecordedDrugs.NdcsOf(given)) Put(_byNdc, (given.Day, ndc.LabelerProduct), item);
            foreach (var word in RecordedDrugs.KeysOf(given.Drug)) Put(_byWord, (given.Day, word), item);
        }
    }

    private static void Put<TKey>(Dictionary<TKey, List<EvidenceItem>> map, TKey key, EvidenceItem item)
        where TKey : notnull
    {
        if (!map.TryGetValue(key, out var list)) map[key] = list = new(1);
        if (list.Count == 0 || !ReferenceEquals(list[^1], item)) list.Add(item);
    }

    private ClaimEvidence Find(Claim claim, IReadOnlyList<DrugLine> drugs)
    {
        if (!claim.AccountNumber.IsEmpty && _byAccount.TryGetValue(claim.AccountNumber.Text, out var named))
        {
            var ofDays = named.FindAll(item => IncludesAny(item.Encounter, drugs));
            if (ofDays.Count > 0) return new(EvidenceMatch.Account, ofDays);
            // Another day is a finding where there is one visit; of several nobody knows which is meant.
            if (named.Count == 1) return new(EvidenceMatch.Account, named);
        }
        var found = new List<EvidenceItem>();
        var isSure = false;
        foreach (var item in Candidates(drugs))
        {
            var same = IsSamePatient(claim, item.Encounter);
            if (same is false || !GivesAny(item.Encounter, drugs)) continue;
            if (same is true && !isSure)
            {
                found.Clear();
                isSure = true;
            }
            if (same is true || !isSure) found.Add(item);
        }
        return found.Count switch
        {
            0 => ClaimEvidence.None,
            1 => new(isSure ? EvidenceMatch.Patient : EvidenceMatch.DateAndDrug, found),
            _ => new(EvidenceMatch.Ambiguous, found),
        };
    }

    private HashSet<EvidenceItem> Candidates(IReadOnlyList<DrugLine> drugs)
    {
        var found = new HashSet<EvidenceItem>(ReferenceEqualityComparer.Instance);
        foreach (var drug in drugs)
        {
            if (drug.Day is not { } day) continue;
            if (!drug.AnyNdc.IsNone && _byNdc.TryGetValue((day, drug.AnyNdc.LabelerProduct), out var byNdc))
                Take(byNdc);
            foreach (var word in RecordedDrugs.KeysOf(drug.DrugName)) Look(day, word);
            foreach (var product in RecordedDrugs.ProductsOf(drug, _tables))
                foreach (var name in product.Brands.Append(product.Ingredient))
                    foreach (var word in RecordedDrugs.KeysOf(name)) Look(day, word);
        }
        return found;

        void Look(DateOnly day, string word)
        {
            if (_byWord.TryGetValue((day, word), out var list)) Take(list);
        }

        void Take(List<EvidenceItem> list)
        {
            foreach (var item in list)
                if (found.Count < MaxCandidates * 64) found.Add(item);
        }
    }

    private bool GivesAny(Encounter encounter, IReadOnlyList<DrugLine> drugs)
    {
        foreach (var drug in drugs)
            foreach (var given in encounter.Administrations)
                if (given.Day == drug.Day && RecordedDrugs.IsSame(drug, given, _tables) is true) return true;
        return false;
    }

    private static bool IncludesAny(Encounter encounter, IReadOnlyList<DrugLine> drugs)
    {
        foreach (var drug in drugs)
            if (drug.Day is not { } day || (day >= encounter.From && day <= encounter.To)) return true;
        return false;
    }

    // Null where the record does not tell the patient.
    private static bool? IsSamePatient(Claim claim, Encounter encounter)
    {
        var (recorded, billed) = (encounter.Patient, claim.Subscriber ?? claim.Patient);
        if (recorded.MemberId.Length > 0 && !billed.MemberId.IsEmpty)
            return recorded.MemberId.Equals(billed.MemberId.Text, StringComparison.OrdinalIgnoreCase);
        // An account number of another claim: the visit is billed there.
        if (encounter.Claim.PatientAccount.Length > 0 && !claim.AccountNumber.IsEmpty) return false;
        if (recorded.BirthDate is { } born && claim.Patient.BirthDate is { } billedBorn)
        {
            if (born != billedBorn) return false;
            if (recorded.LastName.Length > 0 && !claim.Patient.LastName.IsEmpty)
                return recorded.LastName.Equals(claim.Patient.LastName.Text, StringComparison.OrdinalIgnoreCase);
        }
        return null;
    }
}
