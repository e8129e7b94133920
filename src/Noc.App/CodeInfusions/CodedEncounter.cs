using Noc.Administrations;
using Noc.Encounters;
using Noc.Formats.Encounters;
using Noc.Payers;
using Noc.Tables;

namespace Noc.App.CodeInfusions;

/// <summary>An encounter with the codes of its visits.</summary>
/// <param name="File">Where it was read.</param>
/// <param name="Line">Its line, from 1; 0 where the file is one document.</param>
/// <param name="Encounter">The encounter.</param>
/// <param name="Payer">The policy of its first payer.</param>
/// <param name="Visits">Its visits in order of their days; none where nothing was given.</param>
/// <param name="Problems">What is wrong with it.</param>
internal sealed record CodedEncounter(
    string File, long Line, Encounter Encounter, PayerPolicy Payer, IReadOnlyList<VisitCodes> Visits,
    IReadOnlyList<EncounterProblem> Problems)
{
    /// <summary>True where something was given that cannot be coded before the record is put right.</summary>
    public bool HasUncoded => Visits.Any(visit => visit.Events.Any(one =>
        one.Reason is NotReported.TimesImpossible or NotReported.MethodMissing or NotReported.TooMany));

    /// <summary>Codes an encounter that was read.</summary>
    public static CodedEncounter Of(
        string file, ReadEncounter read, ReferenceTables tables, EncounterPayers payers, VisitSetting? setting,
        EarlierEncounters earlier)
    {
        var encounter = read.Encounter!;
        var payer = payers.Of(encounter);
        var visits = EncounterVisits.Of(encounter, tables, FamilyPayer.Of(payer), setting, read.WrongTimes);
        return new(file, read.Line, encounter, payer, [.. visits.Select(visit => earlier.Code(encounter, visit))],
            read.Problems);
    }
}
