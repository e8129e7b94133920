using Noc.Claims;
using Noc.Encounters;

namespace Noc.Formats.Encounters;

/// <summary>The words of <c>noc.encounter/1</c>.</summary>
internal static class EncounterWords
{
    public static IReadOnlyDictionary<string, ClaimType?> ClaimTypes { get; } = new Dictionary<string, ClaimType?>
    {
        ["professional"] = ClaimType.Professional, ["institutional"] = ClaimType.Institutional,
    };

    public static IReadOnlyDictionary<string, string> PayerOrders { get; } = new Dictionary<string, string>
    {
        ["primary"] = "primary", ["secondary"] = "secondary", ["tertiary"] = "tertiary",
    };

    public static IReadOnlyDictionary<string, string> AttachmentKinds { get; } = new[]
    {
        "invoice", "order", "note", "record", "approval", "lab", "authorization", "other",
    }.ToDictionary(kind => kind);

    public static IReadOnlyDictionary<string, AdministrationMethod> Methods { get; } =
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

    public static IReadOnlyDictionary<string, AdministrationCategory> Categories { get; } =
        new Dictionary<string, AdministrationCategory>
        {
            ["therapeutic"] = AdministrationCategory.Therapeutic, ["chemo"] = AdministrationCategory.Chemotherapy,
            ["chemo-hormonal"] = AdministrationCategory.HormonalChemotherapy,
            ["hydration"] = AdministrationCategory.Hydration, ["vaccine"] = AdministrationCategory.Vaccine,
        };
}
