using Noc.Drugs;
using Noc.Tables;

namespace Noc.Search;

public sealed partial class DrugSearch
{
    // What a word is worth by where it stands; a whole name that fits is worth more.
    private const int OfBrand = 100, OfIngredient = 95, OfList = 85, OfClass = 45, OfUse = 45, OfRoute = 30;
    private const int OfDirectory = 90;
    private const int OfMeaning = 45, OfDescription = 30, WholeName = 30, Unmatched = 12, OfPhrase = 95;
    private const int OfMeantClass = 75;   // above a brand that only starts with the word

    // Routes of so many drugs that they tell none.
    private static readonly string[] Common = ["IV", "IM", "SC", "PO"];

    private const string Injection = "INJECTION";

    private sealed record Alternative(SearchPhrase Phrase, int First, int Count, QueryWords Target);

    private FindResult OfWords(QueryWords words, DateOnly day, int most)
    {
        if (words.Count == 0) return new([], false, "Nothing to look for: type a code, an NDC or a name.");
        var alternatives = Alternatives(words);
        var hits = new Dictionary<string, FindHit>(StringComparer.Ordinal);
        foreach (var product in tables.Products)
            if (Score(words, alternatives, product) is { } hit) Keep(hits, hit);
        AddPhrases(words, alternatives, hits);
        AddUnlisted(words, alternatives, hits);
        AddListed(words, day, hits);
        AddDescribed(words, day, hits);
        if (!hits.Values.Any(hit => hit is { Kind: HitKind.Drug, Score: >= Certain })) AddDirectory(words, hits);
        if (words.All.Exists(word => word is "BIOSIMILAR" or "BIOSIMILARS")) AddBiosimilars(hits);
        var codes = 0;
        var top = hits.Values.MaxBy(hit => hit.Score);
        List<FindHit> found = [.. hits.Values.Where(hit => top!.Score < OfBrand || hit.Score > top.Score - OfBrand / 2
                || IsNamedAlike(hit, top))
            .OrderByDescending(hit => hit.Score)
            .ThenBy(hit => hit.Product is { } drug && !drug.Codes.Any(row => row.IsValidOn(day)) ? 1 : 0)
            .ThenBy(hit => Leads(words, hit) ? 0 : 1)
            .ThenBy(hit => hit.Product?.DisplayName ?? hit.Code.Value, StringComparer.OrdinalIgnoreCase)
            .Where(hit => hit.Kind is not HitKind.Code || hit.Score >= Certain || codes++ < MaxCodes).Take(most)];
        if (found.Count == 0) return new(found, false, MissingWords(words));
        for (var i = 0; i < found.Count; i++)
            if (found[i] is { Product: { } product, Code.IsNone: true } hit)
                found[i] = hit with { Named = Named(words, product) };
        var isCertain = found[0].IsSure && found[0].Score >= Certain
            && (found.Count == 1 || found[1].Score <= found[0].Score - Clear)
            && !found.Skip(1).Any(hit => IsNamedAlike(hit, found[0]));
        return new(found, isCertain, isCertain ? null : Unknown(words, alternatives));
    }

    // "tetanus": part of the names of a vaccine and of a globulin.
    private static bool IsNamedAlike(FindHit hit, FindHit first) =>
        first.PartOfName != 0 && hit.Product is not null && (hit.PartOfName & first.PartOfName) == first.PartOfName;

    // A name that begins with the word comes before one that has it as a second ingredient.
    private static bool Leads(QueryWords words, FindHit hit) => hit.Product is { } product && Enumerable
        .Range(0, words.Count).Any(i => product.Ingredient.StartsWith(words[i], StringComparison.OrdinalIgnoreCase));

    // Words that fit nothing, not even a little. A code stands for itself.
    private string? Unknown(QueryWords words, List<Alternative> alternatives)
    {
        var fitted = words.Fitted;
        foreach (var one in alternatives) fitted |= Covered(one);
        var unknown = Enumerable.Range(0, words.Count).Where(i => (fitted >> i & 1) == 0 && !words.IsForm(i)
                && !(IsCodeShaped(words[i], out var code) && Knows(code)))
            .Select(i => words[i].ToLowerInvariant()).ToList();
        return unknown.Count == 0 ? null : $"Nothing here is called \"{string.Join("\" or \"", unknown)}\". "
            + "What fits the other words:";
    }

    // What a word adds to a score. An amount that a name does not carry speaks neither for nor against it.
    private static int Worth(QueryWords words, int word, int fit, int worth) =>
        fit == 0 ? words.IsAmount(word) ? 0 : words.IsForm(word) ? -Unmatched / 2 : -Unmatched
            : (words.IsForm(word) ? Math.Min(worth, OfRoute) : worth) * fit / 100;

    // "humira biosimilar": products of the same ingredient with a suffix of their own. The one without a suffix is what
    // they are like.
    private void AddBiosimilars(Dictionary<string, FindHit> hits)
    {
        if (hits.Values.MaxBy(hit => hit.Score) is not { Product: { } best, Score: >= Certain and var score }) return;
        var ingredient = best.Ingredient.Split('-', ' ')[0];
        if (tables.Products.FirstOrDefault(one => one.Ingredient == ingredient) is not { } named) return;
        Keep(hits, new(HitKind.Drug, score, "what the biosimilars are like") { Product = named });
        foreach (var product in tables.Products)
            if (product.Ingredient.StartsWith($"{ingredient}-", StringComparison.Ordinal) && product != named)
                Keep(hits, new(HitKind.Drug, score + 1, $"biosimilar of {named.DisplayName}")
                {
                    Product = product,
                });
    }

    private static void Keep(Dictionary<string, FindHit> hits, FindHit hit)
    {
        var key = hit.Product is { } product
            ? product.Id.Length > 0 ? product.Id : $"{product.Ingredient}|{product.DisplayName}" : hit.Code.Value;
        if (!hits.TryGetValue(key, out var old) || old.Score < hit.Score) hits[key] = hit;
    }

    // Phrases stand in the words one behind the other; "unlisted injection" is one, "injection" another.
    private List<Alternative> Alternatives(QueryWords words)
    {
        var found = new List<Alternative>();
        foreach (var phrase in phrases)
        {
            // "hep b" stands for nothing that "hep a" does.
            if (phrase.Words.Any(word => word.Length == 1
                && !words.Letters.Contains(word[0], StringComparison.Ordinal))) continue;
            var telling = QueryWords.Telling(phrase.Words);
            for (var first = 0; first + telling.Count <= words.Count; first++)
                if (Stands(words, first, telling)) found.Add(new(phrase, first, telling.Count, new(phrase.Target)));
            if (telling.Count > 1) continue;
            // "anti-emetic" is "antiemetic".
            for (var first = 0; first + 1 < words.Count; first++)
                if (IsJoined(words[first], words[first + 1], telling[0]))
                    found.Add(new(phrase, first, 2, new(phrase.Target)));
        }
        return found;
    }

    private static bool IsJoined(string first, string second, string whole) =>
        whole.Length == first.Length + second.Length && whole.StartsWith(first, StringComparison.Ordinal)
            && whole.EndsWith(second, StringComparison.Ordinal);

    private FindHit? Score(QueryWords words, List<Alternative> alternatives, Product product)
    {
        if (words.IsOfRelative(product.Ingredient)) return null;
        Span<int> best = stackalloc int[QueryWords.Max];
        Span<int> from = stackalloc int[QueryWords.Max];   // which field fitted: an index of Fields
        var use = uses.GetValueOrDefault(product.Id)?.Use ?? "";
        var bonus = 0;
        var spelled = "";
        foreach (var brand in product.Brands)
            bonus = Math.Max(bonus, Take(words, brand, OfBrand, 1, best, from, ref spelled));
        bonus = Math.Max(bonus, Take(words, product.Ingredient, OfIngredient, 2, best, from, ref spelled));
        var ignored = "";
        Take(words, product.Class, OfClass, 3, best, from, ref ignored);
        Take(words, use, OfUse, 4, best, from, ref ignored);
        var (isRoute, isGivenSo) = (false, false);
        foreach (var (phrase, first, count, target) in alternatives)
        {
            if (!FitsProduct(phrase, target, product, use)) continue;
            for (var i = 0; i < count; i++)
                Better(best, from, first + i, phrase.Kind is PhraseKind.Route ? OfRoute : OfMeantClass,
                    phrase.Kind is PhraseKind.Route ? 5 : Names(phrase, target, use) ? 4 : 3);
            isRoute |= phrase.Kind is PhraseKind.Route && count == words.Count && !Common.Contains(phrase.Target);
            isGivenSo |= phrase.Kind is PhraseKind.Route;
        }
        var (score, most, names, matched, unmatched) = (bonus, 0, 0u, 0u, 0);
        for (var i = 0; i < words.Count; i++)
        {
            score += best[i] > 0 ? best[i] : Worth(words, i, 0, 0);
            most = Math.Max(most, best[i]);
            matched |= best[i] > 0 ? 1u << i : 0;
            names |= from[i] is 1 or 2 && !words.IsForm(i) ? 1u << i : 0;
            unmatched += best[i] > 0 || words.IsAmount(i) ? 0 : 1;
        }
        // "rsv vaccine" is none of the other vaccines.
        if (words.Told != 0 && (matched & words.Told) == 0) return null;
        if (isRoute) (score, most) = (Math.Max(score, Certain), OfClass);
        // A common route alone says nothing.
        if (score < Enough || most <= OfRoute) return null;
        score += Nearness(words, product, isGivenSo, names != 0);
        return new(HitKind.Drug, score, Reason(words, from, spelled))
        {
            Product = product, IsSure = bonus > 0 || (names > 0 && unmatched == 0),
            PartOfName = bonus > 0 ? 0 : names,
        };
    }

    private static bool FitsProduct(SearchPhrase phrase, QueryWords target, Product product, string use) =>
        phrase.Kind switch
        {
            PhraseKind.Route => product.Routes.Contains(phrase.Target) || (phrase.Target == "PO" && product.IsOral),
            // What ends the work of a drug is none of its class.
            PhraseKind.Words when IsOpposite(product.Class) => false,
            PhraseKind.Words => Names(phrase, target, product.Class) || Names(phrase, target, use)
                || (phrase.Target == "antineoplastic" && product.IsAntineoplastic is true)
                || (phrase.Target == "biologic" && product.IsBiologic is true)
                || (phrase.Target == "radiopharmaceutical" && product.IsRadiopharmaceutical)
                || (phrase.Target == "compounded" && product.IsCompounded),
            _ => false,
        };

    // Any word of the target, or all where + joins them; "car" is not the start of carbapenem.
    private static bool Names(SearchPhrase phrase, QueryWords target, string text)
    {
        var fits = target.Of(text);
        if (fits.IsNone) return false;
        var found = 0;
        for (var i = 0; i < target.Count; i++) found += fits[i] > QueryWord.Longer ? 1 : 0;
        return phrase.Target.Contains('+', StringComparison.Ordinal) ? found == target.Count : found > 0;
    }

    // The bonus for a whole name; the fits of single words go into best.
    private static int Take(
        QueryWords words, string text, int worth, int field, Span<int> best, Span<int> from, ref string spelled)
    {
        if (text.Length == 0) return 0;
        var fits = words.Of(text);
        if (fits.IsNone) return 0;
        var name = WithoutRemark(text);
        var ofName = name.Length == text.Length ? fits : words.Of(name);
        var (sure, told, all) = (0, 0, 0);
        for (var i = 0; i < words.Count; i++)
        {
            if (fits[i] == 0) continue;
            all++;
            told += ofName[i] > QueryWord.Longer && words[i] is not Injection ? 1 : 0;
            if (fits[i] > QueryWord.Longer) sure++;
            else if (fits[i] < QueryWord.Longer && spelled.Length == 0) spelled = text;
            Better(best, from, i, (words.IsForm(i) ? Math.Min(worth, OfRoute) : worth) * fits[i] / 100, field);
        }
        var longest = Length(words, name);
        // "pegfilgrastim-cbqv" is whole with its base named; "insulin lispro" is not with "insulin".
        if (sure == longest - 1 && text.Length > 5 && text[^5] == '-') longest--;
        if (all == 0 || (told < longest && sure < QueryWords.Split(text).Count)) return 0;
        return sure == words.Count ? WholeName : WholeName / 2;
    }

    private static void Better(Span<int> best, Span<int> from, int word, int worth, int field)
    {
        if (worth <= best[word]) return;
        (best[word], from[word]) = (worth, field);
    }

    private static string Reason(QueryWords words, ReadOnlySpan<int> from, string spelled)
    {
        var parts = new List<string>();
        for (var i = 0; i < words.Count; i++)
        {
            var part = from[i] switch
            {
                1 => "brand", 2 => "ingredient", 3 => "class", 4 => "use", 5 => "route", _ => "",
            };
            if (part.Length > 0 && !parts.Contains(part)) parts.Add(part);
        }
        var reason = string.Join(", ", parts);
        return spelled.Length > 0 && (parts.Contains("brand") || parts.Contains("ingredient"))
            ? $"{reason}, spelled like {spelled}" : reason;
    }

    private void AddPhrases(QueryWords words, List<Alternative> alternatives, Dictionary<string, FindHit> hits)
    {
        foreach (var one in alternatives) AddPhrase(words, one, hits);
        for (var i = 0; i < words.Count; i++)
            if (IsCodeShaped(words[i], out var named) && Knows(named)) Keep(hits, HitOf(named, 180, "the code") with
            {
                IsSure = true,
            });
    }

    // Names as CMS prints them in its crosswalk: brands of labelers that nobody curated.
    private void AddListed(QueryWords words, DateOnly day, Dictionary<string, FindHit> hits)
    {
        foreach (ref readonly var row in tables.Image.Rows<NdcCodeRecord>().All)
        {
            var fits = words.Of(tables.Image, row.DrugName);
            if (fits.IsNone || !row.Days.Include(day) && row.Days.To is null) continue;
            var (score, isWhole) = (0, true);
            for (var i = 0; i < words.Count; i++)
            {
                score += Worth(words, i, fits[i], OfList);
                isWhole &= fits[i] > 0 || words.IsAmount(i);
            }
            if (score < Certain - Unmatched) continue;
            var hit = HitOf(row.Code, score, $"CMS lists {tables.Image.Text(row.DrugName)} under {row.Code}",
                isAsked: false) with { IsSure = isWhole };
            // Who names a maker means the code for that maker.
            Keep(hits, hit.Product is { } product && Named(words, product).Length > 0 ? hit with { Code = default }
                : hit);
        }
    }

    private void AddDescribed(QueryWords words, DateOnly day, Dictionary<string, FindHit> hits)
    {
        HcpcsCode last = default;
        foreach (ref readonly var row in tables.Image.Rows<CodeRecord>().All)
        {
            var fits = words.Of(tables.Image, row.LongText);
            if (fits.IsNone || row.Code == last) continue;
            var (score, sure) = (0, 0);
            for (var i = 0; i < words.Count; i++)
            {
                score += Worth(words, i, fits[i], OfDescription);
                sure += words.IsAmount(i) ? 0 : fits[i] > QueryWord.Longer ? 1 : 0;
            }
            if (score < OfDescription - 2 || sure == 0) continue;
            last = row.Code;
            if (row.Valid.To < day) score -= Unmatched;
            Keep(hits, HitOf(row.Code, score, "the words of its description",
                isAsked: false));
        }
    }

    private void AddDirectory(QueryWords words, Dictionary<string, FindHit> hits)
    {
        foreach (ref readonly var row in tables.Image.Rows<NdcProductRecord>().All)
        {
            var (brand, generic) = (words.Of(tables.Image, row.Brand), words.Of(tables.Image, row.Generic));
            if (brand.IsNone && generic.IsNone) continue;
            var (score, isWhole, isTelling) = (0, true, false);
            var (told, missed) = (0, 0);
            for (var i = 0; i < words.Count; i++)
            {
                var best = Math.Max(brand[i] * OfDirectory / OfList, generic[i]);
                score += Worth(words, i, best, OfList);
                isWhole &= best > 0 || words.IsAmount(i);
                // "PD" of PD-1 stands in names of other things.
                isTelling |= best > 0 && words[i].Length > 2 && !words.IsForm(i);
                told += best > 0 && !words.IsForm(i) && !words.IsAmount(i) ? 1 : 0;
                missed += best == 0 && !words.IsForm(i) && !words.IsAmount(i) ? 1 : 0;
            }
            if (score < Enough || !isTelling) continue;
            // "white bagging" is no white fish: half a question is enough only where it is the whole name.
            if (missed >= told && !IsNamedBy(words, row)) continue;
            var listed = FdaDirectory.Of(tables, row);
            var known = ByName(listed);
            Keep(hits, new(HitKind.Drug, score, "name in the FDA directory")
            {
                Product = known ?? listed, IsSure = isWhole,
            });
        }
    }

    private string MissingWords(QueryWords words)
    {
        var all = string.Join(' ', words.All).ToLowerInvariant();
        var open = tables.Coverage.LastDayOf(Dataset.NdcProducts) is null
            && tables.Image.Rows<NdcProductRecord>().Count == 0;
        return $"Nothing here is called \"{all}\", nor spelled like it. "
            + (open ? "The FDA directory is not loaded: such a drug may exist."
                : tables.Coverage.Of(Dataset.NdcProducts, tables.CoveredTo) is CoverageKind.Complete
                    ? "The FDA directory has no such name." : "The FDA directory at hand is an extract: it may exist.");
    }
}
