using Noc.Administrations;
using Noc.Coding;
using Noc.Drugs;
using Noc.Encounters;
using Noc.Payers;
using Noc.Tables;

namespace Noc.App.CodeEncounter;

/// <summary>The administration codes of an encounter as lines of its claim.</summary>
internal static class AdministrationLines
{
    /// <summary>The lines, with what is missing and what is not reported.</summary>
    /// <param name="encounter">The encounter.</param>
    /// <param name="payer">Who pays.</param>
    /// <param name="wrongTimes">JSON pointers of administrations whose times were refused.</param>
    /// <param name="tables">What is known of drugs.</param>
    /// <param name="earlier">Encounters that were coded before in the same run.</param>
    public static CodedAdministration Of(
        Encounter encounter, PayerPolicy payer, IReadOnlySet<string> wrongTimes, ReferenceTables tables,
        EarlierEncounters earlier)
    {
        var lines = new List<CodedLine>();
        var gaps = new List<CodingGap>();
        var notBilled = new List<NotBilled>();
        foreach (var visit in EncounterVisits.Of(encounter, tables, FamilyPayer.Of(payer), null, wrongTimes))
        {
            var coded = earlier.Code(encounter, visit);
            foreach (var service in coded.Services) Add(lines, Line(service, coded));
            foreach (var outcome in coded.Events) Tell(outcome, visit.IsEquipment, gaps, notBilled);
            foreach (var flag in coded.Flags) gaps.Add(Gap($"{encounter.Pointer}/administrations", flag));
        }
        return new(lines, gaps, notBilled);
    }

    // What two visits of a day have in common is one line, or the second looks like a duplicate.
    private static void Add(List<CodedLine> lines, CodedLine next)
    {
        var at = lines.FindIndex(one => one.Code == next.Code && one.Day == next.Day
            && one.Modifiers.Select(modifier => modifier.Code).SequenceEqual(
                next.Modifiers.Select(modifier => modifier.Code)));
        if (at < 0) lines.Add(next);
        else lines[at] = lines[at] with
        {
            Units = lines[at].Units + next.Units,
            CodeReason = $"{lines[at].CodeReason} {next.CodeReason}",
            Administrations = [.. lines[at].Administrations, .. next.Administrations],
        };
    }

    private static CodedLine Line(CodedService service, VisitCodes coded)
    {
        var (pointers, reason) = (new List<string>(service.Events.Count), "");
        foreach (var outcome in coded.Events)
        {
            if (!service.Events.Contains(outcome.Event.Number)) continue;
            pointers.Add(outcome.Event.Pointer);
            var why = service.Events.Count > 1 ? $"{outcome.Event.Substance}: {outcome.Why}" : outcome.Why;
            reason = reason.Length == 0 ? why : $"{reason} {why}";
        }
        return new()
        {
            Kind = CodedLineKind.Administration,
            Administrations = pointers,
            Code = service.Code,
            CodeReason = reason,
            Modifiers = service.Modifiers.Count == 0 ? [] : [.. service.Modifiers.Select(one => Explained(one, coded))],
            Units = service.Units,
            Day = service.Day,
        };
    }

    private static CodedModifier Explained(Modifier one, VisitCodes coded) => new(one.Value, one.Value switch
    {
        "RT" or "LT" or "50" => "the side that was treated",
        "59" when coded.Visit.EarlierEncounter.Length > 0 => "a separate encounter of the day",
        "59" => "by a second access",
        _ => "told by the administration",
    });

    private static void Tell(
        EventOutcome outcome, bool isEquipment, List<CodingGap> gaps, List<NotBilled> notBilled)
    {
        var given = outcome.Event;
        if (outcome.Reason is NotReported.TimesImpossible)
            gaps.Add(new($"{given.Pointer}/start", "times", outcome.Why, "nursing", IsBlocking: true));
        else if (outcome.Reason is NotReported.MethodMissing)
            gaps.Add(new($"{given.Pointer}/method", "method", outcome.Why, "nursing", IsBlocking: true));
        else if (outcome.Reason is not null)
            notBilled.Add(new(given.Pointer, given.Substance, $"No administration: {outcome.Why}")
            {
                // What is put on has often none.
                IsProcedure = outcome.Reason is NotReported.ProcedureCode && !isEquipment
                    && RouteText.Spelled(given.Route) is not ("TOP" or "nasal" or "rectal" or "SL" or "PO"),
            });
        foreach (var flag in outcome.Flags) gaps.Add(Gap(given.Pointer, flag));
    }

    // A missing time is a late entry of nursing, and so is a side; the rest deserves a look and holds nothing up.
    private static CodingGap Gap(string pointer, AdministrationFlag flag) => flag.Kind switch
    {
        FlagKind.LateEntry => new($"{pointer}/stop", "times", flag.Text, "nursing"),
        FlagKind.SideMissing => new($"{pointer}/site", "side", flag.Text, "nursing"),
        FlagKind.SecondAccess or FlagKind.DocumentComplexity =>
            new(pointer, "record", flag.Text, "nursing", IsBlocking: false),
        FlagKind.TimesDoubtful => new($"{pointer}/stop", "times", flag.Text, "nursing", IsBlocking: false),
        FlagKind.PrimaryReasonAssumed => new(pointer, "primary reason", flag.Text, "provider", IsBlocking: false),
        _ => new(pointer, "administration", flag.Text, "billing", IsBlocking: false),
    };
}
