using System.Collections.Concurrent;
using System.Globalization;
using Noc.Encounters;

namespace Noc.Tables;

/// <summary>Families of drugs by name. Made once, then only read.</summary>
public sealed class DrugFamilies
{
    private const int MostWords = 5, MostKept = 4096, MostLetters = 100;

    // Beside the name of a fluid these name no drug that it carries.
    private static readonly HashSet<string> OfFluids = new(StringComparer.OrdinalIgnoreCase)
    {
        "AND", "BAG", "BOLUS", "CHLORIDE", "CONTINUOUS", "DEXTROSE", "ELECTROLYTES", "FLUID", "FLUIDS", "HALF",
        "HYDRATION", "IN", "INFUSION", "INJECTION", "INTRAVENOUS", "IV", "KCL", "L", "LACTATED", "LITER", "LITRE",
        "MAINTENANCE", "MEQ", "ML", "NACL", "NORMAL", "NS", "PLUS", "POTASSIUM", "RINGER'S", "RINGERS", "SALINE",
        "SODIUM", "SOLUTION", "STERILE", "USP", "W", "WATER", "WITH",
    };

    private readonly Dictionary<string, List<DrugFamily>> _names = new(StringComparer.OrdinalIgnoreCase);

    private readonly ConcurrentDictionary<string, List<DrugFamily>[]> _lists = new(StringComparer.Ordinal);

    /// <summary>Builds the look-up.</summary>
    public DrugFamilies(IEnumerable<DrugFamily> families)
    {
        foreach (var family in families)
            foreach (var name in family.Names)
            {
                if (!_names.TryGetValue(name, out var list)) _names[name] = list = new(2);
                list.Add(family);
            }
    }

    /// <summary>What holds for a drug: the payer's own word before that for all, the surest first; null where nothing
    /// is known.</summary>
    /// <param name="name">Name of the drug as written, such as "Prolia 60 mg"; the longest known name in it counts.
    /// </param>
    /// <param name="route">The route, such as SC; empty where not known.</param>
    /// <param name="day">Date of service.</param>
    /// <param name="payers">Jurisdiction and id of the payer, as far as known.</param>
    /// <param name="diagnoses">Diagnosis codes without dots.</param>
    public DrugFamily? Find(
        string name, string route, DateOnly day, IReadOnlyList<string> payers, IReadOnlyList<string> diagnoses)
    {
        foreach (var list in ListsOf(name))
        {
            DrugFamily? best = null;
            foreach (var one in list)
            {
                if (route.Length > 0 && !one.Routes.Contains(route) || !one.Days.Include(day)) continue;
                if (one.IsOwn && !one.Payers.Any(payers.Contains)) continue;
                if (one.Diagnosis.Length > 0
                    && !diagnoses.Any(code => code.StartsWith(one.Diagnosis, StringComparison.Ordinal))) continue;
                if (best is null || Rank(one) > Rank(best)) best = one;
            }
            if (best is not null) return best;
        }
        return null;
    }

    /// <summary>Whether a name tells a solution of more than 10%, such as dextrose 50%: it is given for what it holds,
    /// and is no hydration.</summary>
    public static bool IsConcentrated(string name)
    {
        for (var at = name.IndexOf('%', StringComparison.Ordinal); at >= 0; at = name.IndexOf('%', at + 1))
        {
            var end = at;
            while (end > 0 && name[end - 1] == ' ') end--;
            var start = end;
            while (start > 0 && (char.IsAsciiDigit(name[start - 1]) || name[start - 1] == '.')) start--;
            if (decimal.TryParse(name.AsSpan(start, end - start), NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture, out var percent) && percent > 10) return true;
        }
        return false;
    }

    // Of the whole name, then of its longest words on, whatever is known: a practice gives few drugs, each many times.
    private List<DrugFamily>[] ListsOf(string name)
    {
        if (_lists.TryGetValue(name, out var known)) return known;
        var lists = new List<List<DrugFamily>>(1);
        var words = name.Split([' ', ',', ':', '(', ')', '/'], StringSplitOptions.RemoveEmptyEntries);
        var isFluid = !IsConcentrated(name) && words.All(word => OfFluids.Contains(word) || word.Any(char.IsAsciiDigit)
            || _names.GetValueOrDefault(word)?.Exists(IsOfFluid) == true);
        Add(name.Trim(), isWhole: true);
        for (var length = Math.Min(MostWords, words.Length); length > 0; length--)
            for (var at = 0; at + length <= words.Length; at++) Add(string.Join(' ', words, at, length));
        known = [.. lists];
        if (_lists.Count < MostKept && name.Length <= MostLetters) _lists.TryAdd(name, known);
        return known;

        void Add(string text, bool isWhole = false)
        {
            // A biosimilar's four letters do not matter here: denosumab-bbdz is a denosumab.
            var list = _names.GetValueOrDefault(text);
            if (list is null && text.Length > 5 && text[^5] == '-') list = _names.GetValueOrDefault(text[..^5]);
            // "Vancomycin in normal saline" is no fluid but the drug that it carries.
            if (list is not null && !isWhole && !isFluid && list.Exists(IsOfFluid)) return;
            if (list is not null && !lists.Contains(list)) lists.Add(list);
        }
    }

    private static bool IsOfFluid(DrugFamily one) => one.Category is AdministrationCategory.Hydration;

    private static int Rank(DrugFamily one) => (one.IsOwn ? 10 : 0) + one.Confidence switch
    {
        Confidence.High => 2,
        Confidence.Medium => 1,
        _ => 0,
    };
}
