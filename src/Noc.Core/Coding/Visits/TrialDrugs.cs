using Noc.Encounters;

namespace Noc.Coding;

/// <summary>Tells which drugs of a visit the sponsor of a trial gave: they cost nothing, whatever charge is recorded.
/// </summary>
/// <remarks>The record of a trial says that its drug is free, not which drug that is: it is what the record calls free,
/// or the only drug of the visit. Source: coding guide A4, row 3, and G6 (a free trial drug is not billed).</remarks>
internal static class TrialDrugs
{
    /// <summary>What was given, the sponsor's drug as free.</summary>
    public static IReadOnlyList<Administration> Told(VisitFacts visit, IReadOnlyList<Administration> given) =>
        IsLeftOpen(visit, given) && Drugs(given).Count == 1
            ? [.. given.Select(one => IsDrug(one) ? one with { IsFree = true } : one)] : given;

    /// <summary>Asks for the sponsor's drug where several were given and the record calls none free.</summary>
    public static void Check(VisitFacts visit)
    {
        if (!IsLeftOpen(visit, visit.Given) || Drugs(visit.Given) is not { Count: > 1 } drugs) return;
        visit.Missing($"{visit.Encounter.Trial!.Pointer}/drugFree", "trial", "The sponsor gives the drug of the trial, "
            + $"and the record does not tell which one it is: {string.Join(", ", drugs)}. Mark it with \"free\": true; "
            + "it is not billed.", "provider");
    }

    private static bool IsLeftOpen(VisitFacts visit, IReadOnlyList<Administration> given) =>
        visit.Encounter.Trial is { IsDrugFree: true } && !given.Any(one => one.IsFree);

    private static List<string> Drugs(IReadOnlyList<Administration> given) =>
        [.. given.Where(one => IsDrug(one)).Select(one => one.Drug).Distinct(StringComparer.OrdinalIgnoreCase)];

    // Fluids and flushes carry a drug; no sponsor tries them.
    private static bool IsDrug(Administration one) =>
        one.Category is not AdministrationCategory.Hydration && one.Method is not AdministrationMethod.Flush;
}
