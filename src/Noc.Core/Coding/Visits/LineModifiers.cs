using Noc.Drugs;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>The modifiers of a drug line, by facts and payer.</summary>
internal static class LineModifiers
{
    private const int Places = 4;

    /// <summary>The modifiers of the line of a dose, or of its waste.</summary>
    public static List<CodedModifier> Of(
        VisitFacts visit, DoseToBill dose, DoseCode code, DoseWaste waste, bool isWaste)
    {
        var found = new List<CodedModifier>(2);
        if (isWaste) found.Add(new("JW", $"drug of a single-dose container that was thrown away{waste.JwDoubt}"));
        else if (waste.HasJz)
            found.Add(new("JZ", (waste.Discarded is { IsNone: false, Value: > 0 }
                ? "what was thrown away lies within the last unit, which is billed whole"
                : "nothing of a single-dose container was thrown away") + waste.JzDoubt));
        AddRoute(visit, dose, code, found);
        AddAnaemia(visit, code, found);
        var subject = visit.Subject(dose, code.Code, code.Product);
        AddRequired(visit, dose, subject, found);
        AddOneOf(visit, dose, subject, found);
        if (visit.Encounter.Trial is not null && visit.Payer.IsMedicare && !Has(found, "Q0") && !Has(found, "Q1"))
            Add(found, visit.Encounter.Trial.IsDrugFree is false ? "Q1" : "Q0", "given in a clinical trial");
        if (visit.Payer.Wants is { } wants)
            foreach (var (word, _) in wants.WordsOf(PolicyKeys.ModifiersRefused, subject))
                found.RemoveAll(modifier => modifier.Code == word);
        return found;
    }

    private static void Add(List<CodedModifier> found, string code, string reason)
    {
        if (code.Length == 2 && found.Count < Places && !Has(found, code)) found.Add(new(code, reason));
    }

    private static bool Has(List<CodedModifier> found, string code) => found.Exists(one => one.Code == code);

    private static void AddRoute(VisitFacts visit, DoseToBill dose, DoseCode code, List<CodedModifier> found)
    {
        if (!NeedsRoute(visit, dose, code)) return;
        var word = dose.Route switch { "IV" => "JA", "SC" => "JB", _ => "" };
        if (word.Length > 0) Add(found, word, word is "JA" ? "given into a vein" : "given under the skin");
        else
            visit.Missing($"{dose.First.Pointer}/route", "route", $"{code.Code} needs JA or JB: the route is not "
                + "recorded.", "nursing");
    }

    // A listed code that is paid by one route only, or a drug against anaemia in a dialysis facility.
    private static bool NeedsRoute(VisitFacts visit, DoseToBill dose, DoseCode code)
    {
        if (code.IsUnclassified || visit.Payer.Program is not PayerProgram.Medicare) return false;
        if (visit.Setting is Setting.Esrd) return AnaemiaDrugs.IsForDialysis(code.Code);
        return visit.Setting is Setting.Office or Setting.Opps or Setting.Asc
            && visit.Tables.SelfAdministered.OfCode(code.Code, visit.Payer.Jurisdiction, dose.Day)
                is { IsOwn: true, HasOtherRoutes: true, Modifier: not RouteModifier.NotSaid };
    }

    // Anaemia by chemotherapy is D64.81; of kidney disease D63.1; other reasons than cancer treatment are EC.
    private static void AddAnaemia(VisitFacts visit, DoseCode code, List<CodedModifier> found)
    {
        if (visit.Payer.Program is not PayerProgram.Medicare || visit.Setting is not (Setting.Office or Setting.Opps)
            || !AnaemiaDrugs.Includes(code.Code)) return;
        if (visit.Encounter.Diagnoses.Contains("D6481")) Add(found, "EA", "anaemia by chemotherapy (D64.81)");
        else if (visit.Encounter.Diagnoses.Any(one => one.StartsWith("D631", StringComparison.Ordinal)
            || one.StartsWith("N18", StringComparison.Ordinal)))
            Add(found, "EC", "anaemia of kidney disease, not of cancer treatment");
        else
            visit.Missing($"{visit.Encounter.Pointer}/diagnoses", "modifier", $"{code.Code} needs EA, EB or EC: the "
                + "diagnoses do not tell the reason of the anaemia.", "provider");
    }

    private static void AddRequired(
        VisitFacts visit, DoseToBill dose, in PolicySubject subject, List<CodedModifier> found)
    {
        if (visit.Payer.Wants is not { } wants) return;
        foreach (var (word, _) in wants.WordsOf(PolicyKeys.ModifiersRequired, subject))
            Add(found, word, dose.First.IsDiscounted340B ? "bought under 340B" : $"{visit.Payer.Name} asks for it");
    }

    private static void AddOneOf(
        VisitFacts visit, DoseToBill dose, in PolicySubject subject, List<CodedModifier> found)
    {
        if (visit.Wants(PolicyKeys.ModifiersOneOf, subject) is not { } choice) return;
        if (choice.Value.Words.Any(word => Has(found, word))) return;
        var side = Side(dose);
        var trial = visit.Encounter.Trial is { } one ? one.IsDrugFree is false ? "Q1" : "Q0" : "";
        foreach (var (word, reason) in ((string, string)[])
            [(side, "the side that was treated"), (trial, "given in a clinical trial"),
                (dose.First.IsDiscounted340B ? "TB" : "", "bought under 340B"),
                (dose.First.IsDiscounted340B ? "JG" : "", "bought under 340B")])
        {
            if (!choice.Value.Has(word)) continue;
            Add(found, word, reason);
            return;
        }
        visit.Missing($"{dose.First.Pointer}/site", "modifier", $"{visit.Payer.Name} wants one of "
            + $"{string.Join(", ", choice.Value.Words)}; the record does not tell which.", "nursing");
    }

    /// <summary>RT, LT, or 50 for both sides; empty where the record names none.</summary>
    public static string Side(DoseToBill dose) =>
        dose.Given.Aggregate(BodySide.None, (side, given) => side.And(BodySides.Of(given.Site))).Modifier();
}
