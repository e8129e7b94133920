using Noc.Coding;

namespace Noc.Pricing;

/// <summary>Tells the payment system of a line.</summary>
public static class PaySystems
{
    private static readonly string[] FacilityPlaces =
        ["02", "19", "21", "22", "23", "24", "26", "31", "34", "41", "42", "51", "52", "53", "56", "61"];

    /// <summary>Words of the command line and of contracts for payment systems.</summary>
    public static IReadOnlyDictionary<string, PaySystem> Words { get; } = new Dictionary<string, PaySystem>(
        StringComparer.Ordinal)
    {
        ["office"] = PaySystem.Physician,
        ["opps"] = PaySystem.HospitalOutpatient,
        ["asc"] = PaySystem.SurgeryCentre,
        ["esrd"] = PaySystem.Dialysis,
        ["dme"] = PaySystem.Equipment,
        ["cost"] = PaySystem.AtCost,
    };

    /// <summary>The word for a system.</summary>
    public static string Word(PaySystem system) => Words.First(pair => pair.Value == system).Key;

    /// <summary>The system that pays in a setting.</summary>
    public static PaySystem Of(Setting setting) => setting switch
    {
        Setting.Opps => PaySystem.HospitalOutpatient,
        Setting.Asc => PaySystem.SurgeryCentre,
        Setting.Esrd => PaySystem.Dialysis,
        Setting.Dme => PaySystem.Equipment,
        Setting.OtherInstitutional => PaySystem.AtCost,
        _ => PaySystem.Physician,
    };

    /// <summary>Whether physicians are paid the lower facility rate in a place of service.</summary>
    /// <remarks>Source: CMS, Claims Processing Manual ch. 12 s. 20.4.2 and the place of service code set.</remarks>
    public static bool IsFacility(string place) => FacilityPlaces.Contains(place);
}
