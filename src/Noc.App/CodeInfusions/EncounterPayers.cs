using Noc.Encounters;
using Noc.Payers;

namespace Noc.App.CodeInfusions;

/// <summary>The payers of encounters. A file holds few of them, so each is looked up once.</summary>
internal sealed class EncounterPayers(PayerResolver payers)
{
    private const int Most = 10_000;

    private readonly Dictionary<(string Filing, string Id, string Name, string State, string Home, string Zip,
        bool IsInstitutional), PayerPolicy> _known = [];

    /// <summary>The policy of an encounter's first payer, by where the drug was given. Never null.</summary>
    public PayerPolicy Of(Encounter encounter)
    {
        var payer = encounter.Primary;
        var key = (payer.Filing, payer.Id, payer.Name, State: encounter.StateOfCare, Home: encounter.Patient.State,
            Zip: encounter.PlaceOfCare?.Zip ?? "", encounter.IsInstitutional);
        if (_known.TryGetValue(key, out var known)) return known;
        if (_known.Count >= Most) _known.Clear();
        return _known[key] = payers.Resolve(key.Filing, key.Id, key.Name, key.State, key.Home, key.Zip,
            key.IsInstitutional);
    }
}
