using System.Collections.Concurrent;
using Noc.Encounters;
using Noc.Tables;

namespace Noc.Payers;

/// <summary>The payers of encounters. A file holds few of them, so each is looked up once. Thread-safe.</summary>
/// <param name="resolver">Finds a payer.</param>
/// <param name="tables">Tells where a state has two contractors.</param>
public sealed class EncounterPayers(PayerResolver resolver, ReferenceTables tables)
{
    private const int Most = 4096;

    private readonly ConcurrentDictionary<Key, PayerPolicy> _known = new();

    private readonly record struct Key(string Filing, string Id, string Name, string State, string Home, string Zip,
        bool IsInstitutional);

    /// <summary>The policy of the payer that the claim of an encounter goes to, by where the drug was given. Never
    /// null: an unknown payer gets its program's defaults and no id.</summary>
    public PayerPolicy Of(Encounter encounter)
    {
        var (payer, state) = (encounter.Primary, encounter.StateOfCare);
        // Few states have two contractors: elsewhere the ZIP code and who bills are not part of the key.
        var isByZip = tables.ContractorOf(state)?.PartB is not null;
        var key = new Key(payer.Filing, payer.Id, payer.Name, state, encounter.Patient.State,
            isByZip ? encounter.PlaceOfCare?.Zip ?? "" : "", isByZip && encounter.IsInstitutional);
        if (_known.TryGetValue(key, out var policy)) return policy;
        policy = resolver.Resolve(key.Filing, key.Id, key.Name, key.State, key.Home, key.Zip, key.IsInstitutional);
        if (_known.Count < Most) _known.TryAdd(key, policy);
        return policy;
    }
}
