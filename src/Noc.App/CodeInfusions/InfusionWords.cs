using Noc.Administrations;

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

    private static string Hyphenated(string name) => string.Concat(name.Select((letter, at) =>
        at > 0 && char.IsUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
