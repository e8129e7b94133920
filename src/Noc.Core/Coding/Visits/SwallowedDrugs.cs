using Noc.Payers;

namespace Noc.Coding;

/// <summary>Swallowed drugs that no claim of a practice or hospital brings in.</summary>
/// <remarks>Sources: HCPCS Level II, J8499 is for prescription drugs, A9150 for others; OPPS Addendum B, J8499 has
/// status E1; Medicare Benefit Policy Manual, chapter 15, section 50.2 (self-administered drugs).</remarks>
internal static class SwallowedDrugs
{
    // Sold without a prescription in every ordinary strength, in the names of records.
    private static readonly HashSet<string> OverTheCounter = new(StringComparer.OrdinalIgnoreCase)
    {
        "acetaminophen", "paracetamol", "tylenol", "aspirin", "bayer", "diphenhydramine", "benadryl", "cetirizine",
        "zyrtec", "loratadine", "claritin", "fexofenadine", "allegra",
    };

    // What may stand beside the name without making another drug of it.
    private static readonly HashSet<string> Beside = new(StringComparer.OrdinalIgnoreCase)
    {
        "hcl", "hydrochloride", "tablet", "tablets", "tab", "tabs", "capsule", "capsules", "cap", "caps", "caplet",
        "caplets", "oral", "po", "liquid", "solution", "suspension", "elixir", "syrup", "chewable", "regular", "extra",
        "strength", "mg", "ml",
    };

    /// <summary>Why the drug is not billed; empty where it is, or was not swallowed.</summary>
    public static string NotBilled(VisitFacts visit, DoseToBill dose, DoseCode code)
    {
        if (dose.Route is not "PO" || code.Code.Value is not "J8499") return "";
        var reason = IsOverTheCounter(dose.First.Drug)
            ? "Swallowed, and sold without a prescription: J8499 is for prescription drugs, and payers leave others to "
                + "the patient."
            : visit.Payer.Program is PayerProgram.Medicare
                ? "Swallowed: Medicare does not pay J8499, for patients take such drugs themselves. Add GY where "
                    + "another payer needs the denial." : "";
        return reason.Length > 0 && visit.IsInstitutional
            ? $"{reason} A hospital that shows it does so under revenue code 0637, not covered." : reason;
    }

    private static bool IsOverTheCounter(string drug)
    {
        var isNamed = false;
        foreach (var word in drug.Split([' ', ',', '(', ')', '.', '/', '-'], StringSplitOptions.RemoveEmptyEntries))
            if (OverTheCounter.Contains(word)) isNamed = true;
            else if (!Beside.Contains(word) && !char.IsAsciiDigit(word[0])) return false;
        return isNamed;
    }
}
