using System.Globalization;
using Noc.Administrations;
using Noc.Encounters;

namespace Noc.App.CodeInfusions;

/// <summary>The words of <c>noc.infuse/1</c> and of worked cases.</summary>
internal static class InfusionWords
{
    private static readonly Dictionary<NotReported, string> Reasons = new()
    {
        [NotReported.FacilityPlaceOfService] = "facility-place-of-service",
        [NotReported.SurgeryCenter] = "surgery-center",
        [NotReported.ConcurrentOnce] = "concurrent-once-per-encounter",
        [NotReported.SameDrugPushProfessional] = "same-drug-push-professional",
        [NotReported.SameDrugPushTooSoon] = "same-drug-push-within-30-minutes",
        [NotReported.SameDrugPushComplex] = "same-drug-push-complex",
        [NotReported.SameDrugInfusionShort] = "same-drug-infusion-short",
        [NotReported.SameInfusion] = "same-infusion",
        [NotReported.HydrationTooShort] = "hydration-under-31-minutes",
        [NotReported.HydrationBesideDrug] = "hydration-beside-drug",
        [NotReported.HydrationTimesMissing] = "hydration-times-missing",
        [NotReported.FlushIncluded] = "flush-included",
        [NotReported.SubcutaneousOnce] = "subcutaneous-once-per-encounter",
        [NotReported.OnceADay] = "once-a-day",
        [NotReported.Oral] = "oral",
        [NotReported.ProcedureCode] = "procedure-code",
        [NotReported.MethodMissing] = "method-missing",
        [NotReported.TimesImpossible] = "times-impossible",
        [NotReported.TooMany] = "too-many-events",
        [NotReported.NothingGiven] = "nothing-given",
        [NotReported.DialysisFacility] = "dialysis-facility",
    };

    /// <summary>The word of a reason.</summary>
    public static string Of(NotReported reason) => Reasons[reason];

    /// <summary>Whether a word is one of ours.</summary>
    public static bool IsReason(string word) => Reasons.ContainsValue(word);

    /// <summary>The word of a flag, such as late-entry.</summary>
    public static string Of(FlagKind kind) => Hyphenated(kind.ToString());

    /// <summary>The word of a basis, as worked cases have it.</summary>
    public static string Of(CodingBasis basis) => Hyphenated(basis.ToString());

    /// <summary>The word of a setting.</summary>
    public static string Of(VisitSetting setting) => Hyphenated(setting.ToString());

    /// <summary>The heading of a visit.</summary>
    public static string Title(CodedEncounter coded, VisitCodes visit) => string.Create(CultureInfo.InvariantCulture,
        $"{coded.Encounter.Id}  {visit.Visit.Day:yyyy-MM-dd}  {Who(visit.Visit)}{(coded.Encounter.Payers.Count == 0
            ? "" : $"  {coded.Payer.Name}")}");

    /// <summary>Start and stop as the clock showed them, with a question mark for what is missing.</summary>
    public static string Times(DrugEvent one) => one.Stop is null && !IsTimed(one) ? $"{Clock(one.Start),-11}"
        : $"{Clock(one.Start)}-{Clock(one.Stop)}";

    /// <summary>How it was given, in a word or two.</summary>
    public static string Method(DrugEvent one) => one.Method switch
    {
        AdministrationMethod.IvInfusion => "infusion",
        AdministrationMethod.IvPush => "push",
        AdministrationMethod.Intramuscular => "into a muscle",
        AdministrationMethod.Subcutaneous => "under the skin",
        AdministrationMethod.SubcutaneousInfusion => "infusion under the skin",
        AdministrationMethod.OnBody => "on-body injector",
        AdministrationMethod.ProlongedPump => one.Stop is { } stop && one.Start?.Date != stop.Date
            ? stop.ToString("'pump to' MM-dd HH:mm", CultureInfo.InvariantCulture) : "pump",
        AdministrationMethod.Flush => "flush",
        AdministrationMethod.IntraArterial => "into an artery",
        AdministrationMethod.Intrathecal => "into the spinal canal",
        AdministrationMethod.Intravitreal => "into the eye",
        AdministrationMethod.Inhalation => "inhaled",
        AdministrationMethod.Oral => "swallowed",
        AdministrationMethod.Vaccine => "vaccine",
        _ => "method not recorded",
    };

    /// <summary>A code with its modifier and units, such as 96365-59 x1.</summary>
    public static string Code(EventCode code) => string.Create(CultureInfo.InvariantCulture,
        $"{code.Code}{(code.Modifier.IsNone ? "" : $"-{code.Modifier.Value}")} x{code.Units}");

    /// <summary>Whether the event runs for a time, so that a missing stop is a gap in the record.</summary>
    public static bool IsTimed(DrugEvent one) => one.Method is AdministrationMethod.IvInfusion
        or AdministrationMethod.SubcutaneousInfusion or AdministrationMethod.ProlongedPump;

    private static string Who(Visit visit) => visit.Setting switch
    {
        VisitSetting.Facility => "hospital outpatient",
        VisitSetting.SurgeryCenter => "surgery centre",
        _ => visit.PlaceOfService.Length > 0 ? $"professional, place {visit.PlaceOfService}" : "professional",
    };

    private static string Clock(DateTimeOffset? time) =>
        time is { } known ? known.ToString("HH:mm", CultureInfo.InvariantCulture) : "  ?  ";

    private static string Hyphenated(string name) => string.Concat(name.Select((letter, at) =>
        at > 0 && char.IsUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
