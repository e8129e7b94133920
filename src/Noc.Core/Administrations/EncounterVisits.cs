using Noc.Claims;
using Noc.Drugs;
using Noc.Encounters;
using Noc.Tables;

namespace Noc.Administrations;

/// <summary>The visits of an encounter, ready for <see cref="AdministrationCoder"/>.</summary>
public static class EncounterVisits
{
    // Between the end of all that was given and a start on another day: the patient went home.
    private static readonly TimeSpan Apart = TimeSpan.FromHours(8);

    // Taxonomy code of ambulatory surgery centres.
    private const string SurgeryCenter = "261QA1903X";

    /// <summary>The visits, in order of their days. An encounter without administrations has none.</summary>
    /// <param name="encounter">The encounter. Each administration has its number in the list, from 1.</param>
    /// <param name="tables">What is known of drugs, for families that the record does not give.</param>
    /// <param name="payer">Who pays.</param>
    /// <param name="setting">Who bills; null for what the encounter says.</param>
    /// <param name="wrongTimes">JSON pointers of administrations whose times cannot be.</param>
    public static IReadOnlyList<Visit> Of(
        Encounter encounter, ReferenceTables tables, FamilyPayer payer, VisitSetting? setting = null,
        IReadOnlySet<string>? wrongTimes = null)
    {
        var events = new List<(DrugEvent Event, DateOnly Day)>(encounter.Administrations.Count);
        for (var i = 0; i < encounter.Administrations.Count; i++)
        {
            var given = encounter.Administrations[i];
            events.Add((EventOf(given, i + 1, encounter, tables, payer,
                wrongTimes?.Contains(given.Pointer) is true), given.Day));
        }
        var named = events.GroupBy(one => encounter.Administrations[one.Event.Number - 1].Visit.Trim(),
            StringComparer.OrdinalIgnoreCase);
        return InOrder(
        [
            .. named.SelectMany(name => Split([.. name]).Select(visit => new Visit
            {
                Setting = setting ?? SettingOf(encounter),
                PlaceOfService = encounter.Claim.PlaceOfService,
                IsMedicare = payer.IsMedicare,
                IsEquipment = payer.IsEquipment,
                IsDialysis = payer.IsMedicare && encounter.BillType == BillType.Dialysis,
                Day = visit[0].Day,
                Name = name.Key,
                Events = [.. visit.Select(pair => pair.Event)],
                Flags = setting is null ? FlagsOf(encounter) : [],
            })),
        ], encounter.Id);
    }

    // Visits of one day that the record tells apart: each later one is a separate encounter of the day.
    private static List<Visit> InOrder(List<Visit> visits, string encounter)
    {
        if (visits.Count < 2) return visits;
        List<Visit> ordered = [.. visits.OrderBy(one => one.Day)
            .ThenBy(one => one.Events.Min(given => given.Start ?? DateTimeOffset.MaxValue))];
        for (var i = 1; i < ordered.Count; i++)
            if (ordered.Take(i).FirstOrDefault(one => one.Day == ordered[i].Day
                && AdministrationCoder.Code(one).HasInitial) is { } first)
                ordered[i] = ordered[i] with
                {
                    EarlierEncounter = first.Name.Length > 0 ? $"{encounter}, visit {first.Name}," : encounter,
                };
        return ordered;
    }

    /// <summary>Who bills the encounter: by its kind of claim, bill type and place of service.</summary>
    public static VisitSetting SettingOf(Encounter encounter)
    {
        var claim = encounter.Claim;
        if (encounter.BillType == BillType.SurgeryCentre
            || (claim.PlaceOfService == "24" && encounter.Billing?.Taxonomy == SurgeryCenter))
            return VisitSetting.SurgeryCenter;
        return claim.Type switch
        {
            ClaimType.Institutional => VisitSetting.Facility,
            ClaimType.Professional => VisitSetting.Professional,
            _ => claim.BillType.Length > 0 ? VisitSetting.Facility : VisitSetting.Professional,
        };
    }

    private static IReadOnlyList<AdministrationFlag> FlagsOf(Encounter encounter) => encounter.Claim switch
    {
        { Type: null, BillType.Length: 0, PlaceOfService.Length: 0 } => [new(FlagKind.Assumed,
            "The encounter does not say who bills, so it is coded as a physician's claim. Add claim.type: a hospital "
            + "follows another order.")],
        _ when encounter.BillType == BillType.Inpatient => [new(FlagKind.Assumed,
            "Bill type 11: an inpatient stay is paid as a whole; these codes are for outpatients.")],
        _ => [],
    };

    private static List<List<(DrugEvent Event, DateOnly Day)>> Split(List<(DrugEvent Event, DateOnly Day)> events)
    {
        if (events.Count == 0) return [];
        // Of one day: one visit, which is put in order where it is coded.
        if (events.TrueForAll(one => one.Day == events[0].Day)) return [events];
        var visits = new List<List<(DrugEvent Event, DateOnly Day)>>();
        DateTimeOffset? end = null;
        foreach (var one in events.OrderBy(one => one.Day).ThenBy(one => one.Event.Start is null)
            .ThenBy(one => one.Event.Start).ThenBy(one => one.Event.Number))
        {
            var isNew = visits.Count == 0 || (one.Day > visits[^1][0].Day && (one.Event.Start is not { } start
                ? one.Day > visits[^1][^1].Day
                : end is null || start - end >= Apart));
            if (isNew)
            {
                visits.Add([]);
                end = null;
            }
            visits[^1].Add(one);
            // A pump goes home with the patient: its end is no end of a visit.
            var stop = one.Event.Method is AdministrationMethod.ProlongedPump ? one.Event.Start
                : one.Event.Stop ?? one.Event.Start;
            if (end is null || stop > end) end = stop ?? end;
        }
        return visits;
    }

    private static DrugEvent EventOf(
        Administration given, int number, Encounter encounter, ReferenceTables tables, FamilyPayer payer, bool isWrong)
    {
        var method = MethodOf(given, tables);
        var family = FamilyChoice.Of(given, RouteOf(method, given), encounter, tables, payer);
        return new()
        {
            Number = number,
            Pointer = given.Pointer,
            Substance = given.Drug,
            Drug = DrugOf(given, tables),
            Category = family.Category,
            Kind = family.Kind,
            Method = method,
            // A vaccine that is only sprayed or swallowed.
            Route = given.Route.Length > 0 || family.Category is not AdministrationCategory.Vaccine ? given.Route
                : family.Route,
            Site = given.Site,
            Access = given.Access,
            Bag = given.Bag,
            Start = given.Start,
            Stop = given.Stop,
            IsTakenAfterMidnight = given.IsTakenAfterMidnight,
            HasWrongTimes = isWrong,
            IsNotGiven = given.Dose is { IsNone: false, Value: 0 }
                || given.DoseInContainers is { IsNone: false, Value: 0 },
            IsPrimaryReason = given.IsPrimaryReason,
            Flags = family.Flags,
        };
    }

    // Zofran 4 mg and ondansetron are one drug; a name that nobody knows, or that may be of several, is its own.
    private static string DrugOf(Administration given, ReferenceTables tables) =>
        tables.FindProduct(given.Drug).Substance is { Length: > 0 } substance ? substance
            : given.Drug.Trim().ToLowerInvariant();

    // Where the record names the route only: into a vein the minutes tell a push from an infusion.
    private static AdministrationMethod MethodOf(Administration given, ReferenceTables tables) =>
        given.Method is not AdministrationMethod.Other ? given.Method : given.Route switch
        {
            "IVP" or "IV PUSH" => AdministrationMethod.IvPush,
            "INTRA-ARTERIAL" => AdministrationMethod.IntraArterial,
            "IA" when IsForArteries(given, tables) => AdministrationMethod.IntraArterial,
            var route => OfRoute(RouteText.Spelled(route)),
        };

    // IA stands for a joint in most records; for an artery of what is given there.
    private static bool IsForArteries(Administration given, ReferenceTables tables) =>
        given.Category is AdministrationCategory.Chemotherapy
        || tables.FindProduct(given.Drug) is { IsNone: false, Products: [var product, ..] }
            && !product.Routes.Contains("IA")
            && (product.IsAntineoplastic is true || product.Routes.Contains("intra-arterial"));

    private static AdministrationMethod OfRoute(string route) => route switch
    {
        "IV" => AdministrationMethod.IvInfusion,
        "IM" => AdministrationMethod.Intramuscular,
        "SC" => AdministrationMethod.Subcutaneous,
        "IT" => AdministrationMethod.Intrathecal,
        "IVT" => AdministrationMethod.Intravitreal,
        "PO" => AdministrationMethod.Oral,
        "INH" => AdministrationMethod.Inhalation,
        _ => AdministrationMethod.Other,
    };

    private static string RouteOf(AdministrationMethod method, Administration given) => method switch
    {
        AdministrationMethod.IvInfusion or AdministrationMethod.IvPush or AdministrationMethod.ProlongedPump => "IV",
        AdministrationMethod.Intramuscular => "IM",
        AdministrationMethod.Vaccine => RouteText.Spelled(given.Route),
        AdministrationMethod.Subcutaneous or AdministrationMethod.SubcutaneousInfusion
            or AdministrationMethod.OnBody => "SC",
        AdministrationMethod.Intrathecal => "IT",
        AdministrationMethod.Intravitreal => "IVT",
        _ => given.Route,
    };
}
