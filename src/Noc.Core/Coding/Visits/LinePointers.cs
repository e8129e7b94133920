using Noc.Tables;

namespace Noc.Coding;

/// <summary>The diagnoses that a line points at.</summary>
internal static class LinePointers
{
    /// <summary>Diagnoses that a physician's claim holds.</summary>
    public const int MostOnClaim = 12;

    private const int Most = 4;

    /// <summary>Numbers from 1: those that the label of the product names first, then the other diseases; codes of
    /// reasons (Z) only where nothing else is there.</summary>
    public static IReadOnlyList<int> Of(VisitFacts visit, Product? product)
    {
        var diagnoses = visit.Encounter.Diagnoses;
        var found = new List<int>(Most);
        if (product is not null)
        {
            var starts = visit.Tables.DiagnosesOf(product);
            Add(found, diagnoses, code => starts.Any(start => code.StartsWith(start, StringComparison.Ordinal)));
        }
        Add(found, diagnoses, static code => !code.StartsWith('Z'));
        if (found.Count == 0) Add(found, diagnoses, static _ => true);
        return found;
    }

    private static void Add(List<int> found, IReadOnlyList<string> diagnoses, Func<string, bool> fits)
    {
        for (var i = 0; i < Math.Min(diagnoses.Count, MostOnClaim) && found.Count < Most; i++)
            if (!found.Contains(i + 1) && fits(diagnoses[i])) found.Add(i + 1);
    }
}
