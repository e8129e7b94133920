using System.Collections.Concurrent;
using Noc.Encounters;

namespace Noc.Administrations;

/// <summary>The encounters of a run so far that have an initial service into a vein, by patient and day.</summary>
/// <remarks>An initial service is reported once an encounter; a second encounter of the day has its own, with 59 or
/// XE. Source: coding guide F1. A patient is known by the member id, else by name and date of birth; with neither
/// nothing is linked. The one that was read first counts as the first; where the other began before it, this is
/// said.</remarks>
public sealed class EarlierEncounters
{
    private readonly ConcurrentDictionary<(string Patient, DateOnly Day), (string Id, DateTimeOffset? Start)>
        _first = [];

    /// <summary>Codes a visit, as a separate encounter where an earlier one of the day was coded.</summary>
    /// <param name="encounter">The encounter that the visit is of.</param>
    /// <param name="visit">The visit.</param>
    public VisitCodes Code(Encounter encounter, Visit visit)
    {
        if (KeyOf(encounter, visit.Setting) is not { Length: > 0 } patient) return AdministrationCoder.Code(visit);
        var key = (patient, visit.Day);
        var start = visit.Events.Min(one => one.Start);
        var isAny = _first.TryGetValue(key, out var first);
        var coded = AdministrationCoder.Code(!isAny || first.Id == encounter.Id ? visit
            : visit with { EarlierEncounter = first.Id, IsBeforeEarlier = start < first.Start });
        if (!isAny && coded.HasInitial) _first.TryAdd(key, (encounter.Id, start));
        return coded;
    }

    // The same patient at the same biller: a physician and a hospital bill the same visit apart.
    private static string KeyOf(Encounter encounter, VisitSetting setting)
    {
        var patient = encounter.Patient;
        var who = patient.MemberId.Length > 0 ? patient.MemberId
            : patient.LastName.Length > 0 && patient.BirthDate is { } born
                ? $"{patient.LastName}|{patient.FirstName}|{born:yyyyMMdd}" : "";
        return who.Length == 0 ? "" : $"{(int)setting}|{encounter.Billing?.Npi}|{who.ToUpperInvariant()}";
    }
}
