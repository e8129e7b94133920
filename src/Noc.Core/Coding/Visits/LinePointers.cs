using Noc.Drugs;
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

    /// <summary>Those of the line that gives a drug: the code of a visit for chemotherapy or immunotherapy stands
    /// first where the family of chemotherapy gives it. Source: ICD-10-CM guidelines, section I.C.2.e.</summary>
    public static IReadOnlyList<int> OfGiving(VisitFacts visit, HcpcsCode code)
    {
        var found = new List<int>(Most);
        if (code.Series == '9' && code.Number is >= 6401 and <= 6549)
            Add(found, visit.Encounter.Diagnoses, static diagnosis => diagnosis is "Z5111" or "Z5112");
        found.AddRange(Of(visit, null).Except(found));
        return found.Count > Most ? found[..Most] : found;
    }

    private static void Add(List<int> found, IReadOnlyList<string> diagnoses, Func<string, bool> fits)
    {
        for (var i = 0; i < Math.Min(diagnoses.Count, MostOnClaim) && found.Count < Most; i++)
            if (!found.Contains(i + 1) && fits(diagnoses[i])) found.Add(i + 1);
    }
}
