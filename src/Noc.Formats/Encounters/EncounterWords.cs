using Noc.Claims;
using Noc.Encounters;

namespace Noc.Formats.Encounters;

/// <summary>The words of <c>noc.encounter/1</c>.</summary>
public static class EncounterWords
{
    internal static IReadOnlyDictionary<string, ClaimType?> ClaimTypes { get; } = new Dictionary<string, ClaimType?>
    {
        ["professional"] = ClaimType.Professional, ["institutional"] = ClaimType.Institutional,
    };

    internal static IReadOnlyDictionary<string, string> PayerOrders { get; } = new Dictionary<string, string>
    {
        ["primary"] = "primary", ["secondary"] = "secondary", ["tertiary"] = "tertiary",
    };

    internal static IReadOnlyDictionary<string, string> AttachmentKinds { get; } = new[]
    {
        "invoice", "order", "note", "record", "approval", "lab", "authorization", "other",
    }.ToDictionary(kind => kind);

    internal static IReadOnlyDictionary<string, AdministrationMethod> Methods { get; } =
        new Dictionary<string, AdministrationMethod>
        {
            ["iv-infusion"] = AdministrationMethod.IvInfusion, ["iv-push"] = AdministrationMethod.IvPush,
            ["im"] = AdministrationMethod.Intramuscular, ["subq"] = AdministrationMethod.Subcutaneous,
            ["subq-infusion"] = AdministrationMethod.SubcutaneousInfusion, ["onbody"] = AdministrationMethod.OnBody,
            ["prolonged-pump"] = AdministrationMethod.ProlongedPump, ["flush"] = AdministrationMethod.Flush,
            ["intra-arterial"] = AdministrationMethod.IntraArterial, ["intrathecal"] = AdministrationMethod.Intrathecal,
            ["intravitreal"] = AdministrationMethod.Intravitreal, ["inhalation"] = AdministrationMethod.Inhalation,
            ["oral"] = AdministrationMethod.Oral, ["vaccine"] = AdministrationMethod.Vaccine,
            ["other"] = AdministrationMethod.Other,
        };

    internal static IReadOnlyDictionary<string, AdministrationCategory> Categories { get; } =
        new Dictionary<string, AdministrationCategory>
        {
            ["therapeutic"] = AdministrationCategory.Therapeutic, ["chemo"] = AdministrationCategory.Chemotherapy,
            ["chemo-hormonal"] = AdministrationCategory.HormonalChemotherapy,
            ["hydration"] = AdministrationCategory.Hydration, ["vaccine"] = AdministrationCategory.Vaccine,
        };

    /// <summary>The method of a word such as <c>iv-infusion</c>; null for a word that is none.</summary>
    public static AdministrationMethod? MethodOf(string word) =>
        Methods.TryGetValue(word, out var method) ? method : null;

    /// <summary>The category of a word such as <c>chemo</c>; null for a word that is none.</summary>
    public static AdministrationCategory? CategoryOf(string word) =>
        Categories.TryGetValue(word, out var category) ? category : null;

    /// <summary>The word of a method.</summary>
    public static string WordOf(AdministrationMethod method) => Methods.First(pair => pair.Value == method).Key;

    /// <summary>The word of a category; empty where it is not known.</summary>
    public static string WordOf(AdministrationCategory category) =>
        Categories.FirstOrDefault(pair => pair.Value == category).Key ?? "";
}
