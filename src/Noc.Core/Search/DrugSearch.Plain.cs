using System.Numerics;
using Noc.Drugs;

namespace Noc.Search;

/// <summary>Plain words for unclassified codes, and what makes a hit certain.</summary>
public sealed partial class DrugSearch
{
    // A way of making outranks the name of what was made of; a kind beside "no code" outranks loose words.
    private const int OfMaking = 150, OfKind = 160, UnmatchedKind = 45, Uncertain = 15;

    private static readonly string[] Asking =
        ["can", "is", "does", "do", "must", "how", "what", "when", "which", "may", "should", "are", "why"];

    // Small shares that order what is alike otherwise.
    private const int OfLetter = 10, OfGivenSo = 8, NotInjected = 25;

    private static readonly string[] Injected =
        ["INJECTION", "INJECTABLE", "INJ", "SHOT", "INFUSION", "IV", "IM", "SC", "INTRAVENOUS", "DRIP"];

    private static readonly string[] NeverInjected = ["PO", "INH", "TOP", "topical", "otic", "rectal"];

    private static readonly string[] LabelParts = [",", "/", " or "];

    /// <summary>Whether a text asks something, in a sentence.</summary>
    public static bool IsQuestion(ReadOnlySpan<char> text)
    {
        if (text.Contains('?')) return true;
        foreach (var word in Asking)
            if (text.Length > word.Length && text[word.Length] == ' '
                && text.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    // "pd-1" is no PD-L1; nobody injects what is inhaled, unless it is asked for by name.
    private static int Nearness(QueryWords words, Tables.Product product, bool isGivenSo, bool isNamed)
    {
        var near = (isGivenSo ? OfGivenSo : 0)
            + (words.HasLetterOf(product.Class) && !words.Of(product.Class).IsNone ? OfLetter : 0);
        var isNever = !isNamed && product.Routes.Count > 0
            && product.Routes.All(route => NeverInjected.Contains(route, StringComparer.OrdinalIgnoreCase));
        return isNever && words.All.Exists(word => Injected.Contains(word)) ? near - NotInjected : near;
    }

    private static bool IsOpposite(string kind) => kind.Contains("reversal", StringComparison.OrdinalIgnoreCase)
        || kind.Contains("antidote", StringComparison.OrdinalIgnoreCase);

    // "lidocaine (local and IV)": what stands in parentheses is our remark.
    private static string WithoutRemark(string text) =>
        text.IndexOf(" (", StringComparison.Ordinal) is > 0 and var remark ? text[..remark] : text;

    // How many words make a name: the letter that was asked for, and "injection" behind it, are none.
    private static int Length(QueryWords words, string name)
    {
        var all = QueryWords.Split(name);
        var length = all.Count(word => word.Length > 1 || !words.Letters.Contains(word[0], StringComparison.Ordinal));
        return Math.Max(1, all.Count > 1 && all[^1] is Injection ? length - 1 : length);
    }

    private bool IsNamedBy(QueryWords words, Tables.NdcProductRecord row) =>
        IsAll(words, tables.Image.Text(row.Brand)) || IsAll(words, tables.Image.Text(row.Generic));

    private static bool IsAll(QueryWords words, string name) => name.Length > 0 && QueryWords.Split(name).TrueForAll(
        word => Enumerable.Range(0, words.Count).Any(i => words.Fit(i, word) > 0));

    // "chemo not otherwise classified", "hospital drug without a code": a kind, and words that say it has no code.
    private static void AddUnlisted(QueryWords words, List<Alternative> alternatives, Dictionary<string, FindHit> hits)
    {
        uint marked = 0;
        foreach (var one in alternatives)
            if (one.Phrase.Kind is PhraseKind.NoCode) marked |= Covered(one);
        if (marked == 0) return;
        var kinds = new Dictionary<string, uint>(StringComparer.Ordinal);
        foreach (var one in alternatives)
            if (one.Phrase.Kind is PhraseKind.OfKind)
                kinds[one.Phrase.Target] = kinds.GetValueOrDefault(one.Phrase.Target) | Covered(one);
        foreach (var (target, covered) in kinds)
        {
            var count = BitOperations.PopCount(marked | covered);
            if (HcpcsCode.TryParse(target, out var code))
                Keep(hits, new(HitKind.Code, OfKind + (10 * count) - (UnmatchedKind * (words.Count - count)),
                    "the code of that kind for drugs without their own")
                {
                    Code = code, IsSure = count == words.Count,
                });
        }
    }

    private static void AddPhrase(QueryWords words, Alternative alternative, Dictionary<string, FindHit> hits)
    {
        var (phrase, _, count, _) = alternative;
        if (!HcpcsCode.TryParse(phrase.Target, out var code)) return;
        var score = phrase.Kind switch
        {
            PhraseKind.Code => OfPhrase,
            PhraseKind.Perhaps => count > 1 && count == words.Count ? OfKind : OfPhrase - Uncertain,
            PhraseKind.Made => OfMaking,
            _ => 0,
        };
        if (score == 0) return;
        var others = Enumerable.Range(0, words.Count).Count(word => !words.IsAmount(word)) - count;
        Keep(hits, new(HitKind.Code, score + (10 * count) - (Unmatched * others),
            phrase.Kind is PhraseKind.Perhaps ? "if it has no code of its own"
                : $"also called \"{string.Join(' ', phrase.Words).ToLowerInvariant()}\"")
        {
            Code = code, IsSure = phrase.Kind is not PhraseKind.Perhaps && others <= 0,
        });
    }

    private static uint Covered(Alternative one) => ((1u << one.Count) - 1) << one.First;

    // Phrases may be misspelled where their words are long enough; two words stand in any order.
    private static bool Stands(QueryWords words, int first, List<string> telling)
    {
        var at = 0;
        while (at < telling.Count && Reads(words, first + at, telling[at])) at++;
        return at == telling.Count || (telling.Count == 2 && Reads(words, first, telling[1])
            && Reads(words, first + 1, telling[0]));
    }

    private static bool Reads(QueryWords words, int word, string ours) => words.Fit(word, ours) switch
    {
        > QueryWord.Longer => true,
        QueryWord.OneLetter => ours.Length >= 6,
        QueryWord.TwoLetters => ours.Length >= 10,
        _ => false,
    };

    // The maker, brand or form that a code of the drug is for, or else the brand, where the question names it.
    private static string Named(QueryWords words, Tables.Product product)
    {
        var (named, most, partly) = ("", 0, "");
        foreach (var row in product.Codes)
        {
            if (!row.IsForOneLabel) continue;
            foreach (var part in row.Label.Split(LabelParts, StringSplitOptions.TrimEntries))
            {
                var (fit, isWhole) = FitOf(words, part);
                if (fit > most && isWhole) (named, most) = (row.Label, fit);
                else if (fit > 0 && partly.Length == 0) partly = row.Label;
            }
        }
        if (named.Length > 0) return named;
        foreach (var brand in product.Brands)
            if (FitOf(words, brand) is { IsWhole: true }) return brand;
        return partly;
    }

    // How well the words of a name are named; not whole where short ones such as XR are left out.
    private static (int Fit, bool IsWhole) FitOf(QueryWords words, string name)
    {
        const int shortest = 4;
        var (sum, isWhole) = (0, true);
        foreach (var word in QueryWords.Split(name))
        {
            if (word is "OR") continue;
            var best = 0;
            for (var i = 0; i < words.Count; i++) best = Math.Max(best, words.Fit(i, word));
            if (best == 0 && word.Length >= shortest) return default;
            isWhole &= best > 0;
            sum += best;
        }
        return sum == 0 ? default : (sum, isWhole);
    }

    // J349O: a letter that looks like a digit. J34900: a digit too many.
    private FindResult? Misread(string text)
    {
        if (text.Length == 6 && char.IsAsciiLetter(text[0]) && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0)
        {
            var shorter = Enumerable.Range(1, 5).Select(at => text.Remove(at, 1)).Distinct().Reverse().ToList();
            var hits = new List<FindHit>();
            foreach (var one in shorter)
                if (IsCodeShaped(one, out var known) && Knows(known))
                    hits.Add(HitOf(known, 150, $"{text.ToUpperInvariant()} has a digit too many"));
            return hits.Count > 0 ? new(hits, false, null) : null;
        }
        if (text.Length != 5 || !char.IsAsciiLetter(text[0])) return null;
        var read = text[0] + text[1..].ToUpperInvariant().Replace('O', '0').Replace('I', '1').Replace('L', '1')
            .Replace('S', '5').Replace('B', '8');
        return read != text && IsCodeShaped(read, out var code) && Knows(code)
            ? new([HitOf(code, 150, $"{text.ToUpperInvariant()} read with digits for letters")], false, null) : null;
    }
}
