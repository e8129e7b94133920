using Noc.Tables;

namespace Noc.Payers;

/// <summary>What filing indicators (SBR09) and the words of a payer's name tell of its program.</summary>
internal static class PayerWords
{
    // A plan that is named after Medicare but is none.
    private static readonly string[] PlanWords = ["ADVANTAGE", "HMO", "PPO", "PFFS", "POS", "SNP", "DSNP", "COMPLETE",
        "CHOICE", "GOLD", "PLUS", "PLAN", "PLANS", "HEALTH", "PREFERRED", "ADV", "MAPD", "MEDICAREADVANTAGE"];

    private static readonly string[] SupplementWords = ["SUPPLEMENT", "SUPPLEMENTAL", "SUPP", "MEDIGAP", "SELECT",
        "COMPLEMENT", "SUPPLEMENTARY"];

    // Before the word Medicare, these leave it the original one.
    private static readonly string[] ContractorWords = ["NGS", "NATIONAL", "NORIDIAN", "NOVITAS", "PALMETTO", "GBA",
        "CGS", "WPS", "FCSO", "FIRST", "COAST", "ORIGINAL", "TRADITIONAL", "RAILROAD", "RRB", "PART", "DME", "DMERC"];

    private static readonly string[] StateNames = ["ALABAMA", "ALASKA", "ARIZONA", "ARKANSAS", "CALIFORNIA", "COLORADO",
        "CONNECTICUT", "DELAWARE", "FLORIDA", "GEORGIA", "HAWAII", "IDAHO", "ILLINOIS", "INDIANA", "IOWA", "KANSAS",
        "KENTUCKY", "LOUISIANA", "MAINE", "MARYLAND", "MASSACHUSETTS", "MICHIGAN", "MINNESOTA", "MISSISSIPPI",
        "MISSOURI", "MONTANA", "NEBRASKA", "NEVADA", "NEW", "NORTH", "OHIO", "OKLAHOMA", "OREGON", "PENNSYLVANIA",
        "RHODE", "SOUTH", "TENNESSEE", "TEXAS", "UTAH", "VERMONT", "VIRGINIA", "WASHINGTON", "WEST", "WISCONSIN",
        "WYOMING"];

    // Words beside the contractor's name that leave it a contractor's.
    private static readonly string[] PlaceWords = ["MEDICARE", "PART", "A", "B", "AB", "MAC", "DME", "DMERC", "OF",
        "FOR", "JURISDICTION", "RAILROAD", "RRB"];

    // How contractors are called, with the name that the tables have.
    private static readonly Dictionary<string, string> Contractors = new(StringComparer.Ordinal)
    {
        ["NGS"] = "NGS", ["NATIONAL GOVERNMENT SERVICES"] = "NGS", ["NOVITAS"] = "Novitas",
        ["NOVITAS SOLUTIONS"] = "Novitas", ["NORIDIAN"] = "Noridian", ["NORIDIAN HEALTHCARE SOLUTIONS"] = "Noridian",
        ["NORIDIAN ADMINISTRATIVE SERVICES"] = "Noridian", ["PALMETTO"] = "Palmetto GBA",
        ["PALMETTO GBA"] = "Palmetto GBA", ["CGS"] = "CGS", ["CGS ADMINISTRATORS"] = "CGS",
        ["FIRST COAST"] = "First Coast", ["FIRST COAST SERVICE OPTIONS"] = "First Coast", ["FCSO"] = "First Coast",
        ["WPS"] = "WPS", ["WPS GHA"] = "WPS", ["WPS GOVERNMENT HEALTH ADMINISTRATORS"] = "WPS",
        ["WISCONSIN PHYSICIANS SERVICE"] = "WPS",
    };

    private static readonly string[] FederalWords = ["TRICARE", "CHAMPUS", "CHAMPVA", "FEP", "VETERANS", "TRIWEST"];

    /// <summary>The program that SBR09 names; null where it is vague (blank, ZZ, CI, HM, 09 and the like).</summary>
    public static PayerProgram? OfFiling(string filing) => filing switch
    {
        "MA" or "MB" => PayerProgram.Medicare,
        "16" => PayerProgram.MedicareAdvantage,
        "MC" => PayerProgram.Medicaid,
        "CH" or "OF" or "VA" or "FI" => PayerProgram.Federal,
        "WC" => PayerProgram.WorkersCompensation,
        _ => null,
    };

    /// <summary>The program that the name tells; null where it tells none.</summary>
    /// <param name="name">In the form of <see cref="PayerDirectory.Plain"/>.</param>
    public static PayerProgram? OfName(string name)
    {
        if (name.Length == 0) return null;
        var words = name.Split(' ');
        if (ContractorOf(name) is not null)
            return words.Contains("DME") || words.Contains("DMERC") ? PayerProgram.MedicareDme : PayerProgram.Medicare;
        if (name.Contains("MEDICAID", StringComparison.Ordinal) || name.Contains("MEDI CAL", StringComparison.Ordinal))
            return PayerProgram.Medicaid;
        if (words.Contains("MEDICARE")) return OfMedicare(words);
        if (words.Contains("DMERC") || name.Contains("DME MAC", StringComparison.Ordinal))
            return PayerProgram.MedicareDme;
        if (words.Any(FederalWords.Contains) || name.Contains("FEDERAL EMPLOYEE", StringComparison.Ordinal))
            return PayerProgram.Federal;
        return name.Contains("WORKERS COMP", StringComparison.Ordinal)
            || name.Contains("WORKMENS COMP", StringComparison.Ordinal) ? PayerProgram.WorkersCompensation : null;
    }

    /// <summary>The Medicare contractor that a name names, as the tables call it; null where it names none.</summary>
    /// <param name="name">In the form of <see cref="PayerDirectory.Plain"/>.</param>
    public static string? ContractorOf(string name)
    {
        if (Contractors.TryGetValue(name, out var contractor)) return contractor;
        var rest = string.Join(' ', name.Split(' ').Where(word => !PlaceWords.Contains(word) && !IsJurisdiction(word)));
        return Contractors.TryGetValue(rest, out contractor) ? contractor
            : Contractors.GetValueOrDefault(string.Join(' ', rest.Split(' ').Where(word => !PayerName.IsState(word))));
    }

    // J6, J15, JK, JEB.
    private static bool IsJurisdiction(string word) => word is ['J', _] or ['J', _, _];

    private static PayerProgram OfMedicare(string[] words)
    {
        if (words.Any(SupplementWords.Contains)) return PayerProgram.Other;
        if (words.Any(PlanWords.Contains)) return PayerProgram.MedicareAdvantage;
        if (words.Contains("DME") || words.Contains("DMERC")) return PayerProgram.MedicareDme;
        return words[0] is "MEDICARE" || ContractorWords.Contains(words[0]) || StateNames.Contains(words[0])
            ? PayerProgram.Medicare : PayerProgram.MedicareAdvantage;
    }
}
