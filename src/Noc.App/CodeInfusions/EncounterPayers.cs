using Noc.Claims;
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
        var payer = encounter.Payers.Count > 0 ? encounter.Payers[0] : new();
        var state = encounter.Facility?.State is { Length: > 0 } place ? place
            : encounter.Billing?.State is { Length: > 0 } billing ? billing : encounter.Patient.State;
        var zip = (encounter.Facility is { State.Length: > 0 } there ? there : encounter.Billing)?.Zip ?? "";
        var isInstitutional = encounter.Claim.Type is ClaimType.Institutional;
        var key = (payer.Filing, payer.Id, payer.Name, state, encounter.Patient.State, zip, isInstitutional);
        if (_known.TryGetValue(key, out var known)) return known;
        if (_known.Count >= Most) _known.Clear();
        return _known[key] = payers.Resolve(payer.Filing, payer.Id, payer.Name, state, encounter.Patient.State, zip,
            isInstitutional);
    }
}
