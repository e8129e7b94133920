using Noc.Administrations;
using Noc.Coding;
using Noc.Drugs;
using Noc.Encounters;
using Noc.Formats.Encounters;

namespace Noc.App.RunCases;

/// <summary>Words of worked cases: those of the format, and others that mean the same.</summary>
internal static class CaseWords
{
    /// <summary>The family of a word; unknown for a word that is none, then the tables tell.</summary>
    public static AdministrationCategory Category(string word)
    {
        if (EncounterWords.CategoryOf(word) is { } known) return known;
        return Has(word, "hormon") ? AdministrationCategory.HormonalChemotherapy
            : Has(word, "chemo", "complex", "antineoplastic", "biologic") ? AdministrationCategory.Chemotherapy
            : Has(word, "hydrat", "fluid") ? AdministrationCategory.Hydration
            : Has(word, "vaccin", "immuni") ? AdministrationCategory.Vaccine
            : word.Length > 0 ? AdministrationCategory.Therapeutic : AdministrationCategory.Unknown;
    }

    /// <summary>How a drug was given; other for a word that is none.</summary>
    public static AdministrationMethod Method(string word)
    {
        if (EncounterWords.MethodOf(word) is { } known) return known;
        return Has(word, "push", "bolus", "ivp") && !Has(word, "ivpb") ? AdministrationMethod.IvPush
            : Has(word, "subq", "subcut", "sc-", "sq-") && Has(word, "infus")
                ? AdministrationMethod.SubcutaneousInfusion
            : Has(word, "arter") ? AdministrationMethod.IntraArterial
            : Has(word, "pump") ? AdministrationMethod.ProlongedPump
            : Has(word, "infus", "ivpb", "piggyback", "drip") ? AdministrationMethod.IvInfusion
            : Has(word, "subq", "subcut") || word is "sc" or "sq" ? AdministrationMethod.Subcutaneous
            : Has(word, "muscular") || word is "im" or "im-injection" ? AdministrationMethod.Intramuscular
            : Has(word, "body", "obi") ? AdministrationMethod.OnBody
            : Has(word, "flush", "kvo", "keep") ? AdministrationMethod.Flush
            : Has(word, "thecal", "spinal") ? AdministrationMethod.Intrathecal
            : Has(word, "vitreal") ? AdministrationMethod.Intravitreal
            : Has(word, "vaccin", "immuni") ? AdministrationMethod.Vaccine
            : Has(word, "oral") ? AdministrationMethod.Oral
            : Has(word, "inhal", "nebul") ? AdministrationMethod.Inhalation : AdministrationMethod.Other;
    }

    /// <summary>Who bills a visit.</summary>
    public static VisitSetting Visit(string word) => word is "asc" || Has(word, "surg") ? VisitSetting.SurgeryCenter
        : Has(word, "facility", "hospital", "opps", "hopd", "outpatient") ? VisitSetting.Facility
        : Has(word, "profession", "office", "physician", "clinic") ? VisitSetting.Professional
        : throw new FormatException();

    /// <summary>Where a drug is billed; an office for a word that is none.</summary>
    public static Setting Setting(string word) => word.ToLowerInvariant() switch
    {
        "asc" => Coding.Setting.Asc,
        "pharmacy" => Coding.Setting.Pharmacy,
        var text when Has(text, "esrd", "dialysis", "72x") => Coding.Setting.Esrd,
        var text when Has(text, "surg") => Coding.Setting.Asc,
        var text when Has(text, "dme") => Coding.Setting.Dme,
        // Paid at cost, and unclassified codes are valid there.
        var text when Has(text, "critical", "maryland", "85x") => Coding.Setting.OtherInstitutional,
        var text when Has(text, "opps", "hospital", "hopd", "outpatient", "facility", "837i", "13x", "131")
            || text is "13" or "19" or "22" => Coding.Setting.Opps,
        _ => Coding.Setting.Office,
    };

    /// <summary>A route as narratives spell it; null for a word that is none.</summary>
    public static string? Route(string word) => word.Length == 0 ? null : Has(word, "oral", "mouth") ? "PO"
        : NarrativeParser.Parse($"X 1MG {word.ToUpperInvariant()}").Route;

    /// <summary>Whether Medicare itself pays.</summary>
    public static bool IsMedicare(string payer) => Has(payer, "medicare", "railroad", "rrb")
        && !Has(payer, "advantage", "supplement", "non-medicare");

    /// <summary>Whether a word has one of some parts.</summary>
    public static bool Has(string word, params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
            if (word.Contains(part, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
