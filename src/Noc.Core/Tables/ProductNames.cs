namespace Noc.Tables;

/// <summary>Finds product names in free text: by brand, whole ingredient or the base of it.</summary>
internal sealed class ProductNames
{
    private const int MinLength = 4;

    // Words that stand in many ingredient names without telling the drug, and words too common to mean one.
    private static readonly HashSet<string> Dropped = new(StringComparer.Ordinal)
    {
        "INJECTION", "INJECTABLE", "ORAL", "INTRAVITREAL", "INTRAVENOUS", "SUBCUTANEOUS", "INTRAOCULAR", "IV", "SC", "IM",
        "IMPLANT", "TOPICAL", "INHALATION", "SOLUTION", "POWDER", "SUSPENSION", "AND", "ER", "MG", "HUMAN", "RECOMBINANT",
        "COMPOUNDED", "REPACKAGED", "UNIT", "DOSE", "BIOSIMILAR", "NOS", "GENERIC", "LIQUID", "EXTENDED", "RELEASE",
    };

    private static readonly HashSet<string> TooCommon = new(StringComparer.Ordinal)
    {
        "IRON", "WATER", "SALINE", "SODIUM", "CALCIUM", "POTASSIUM", "MAGNESIUM", "OXYGEN", "FACTOR", "VITAMIN", "IMMUNE",
        "ZINC", "GOLD", "CHLORIDE", "ACID", "BLOOD", "CONTRAST", "LIPID", "NORMAL", "INSULIN", "INTERFERON", "ALBUMIN",
        "GLOBULIN", "HEPATITIS", "VACCINE", "TESTOSTERONE", "ESTRADIOL", "HYDROXYPROGESTERONE", "COLLAGEN", "BOTULINUM",
        "TECHNETIUM", "INDIUM", "IODINE", "GALLIUM", "FLUORINE", "RUBIDIUM", "THALLIUM", "XENON", "AMMONIA", "CHOLINE",
        "ANTIHEMOPHILIC", "COAGULATION", "PUMP", "SUPPLY", "GENE", "ALPHA", "BETA", "SKIN",
    };

    private readonly record struct Name(string Words, Product Product, NameKind Kind);

    private readonly Dictionary<string, Product[]> _products = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NameKind> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _longest = new(StringComparer.Ordinal);   // words of the longest name, by first
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _firstWords;
    private readonly Dictionary<string, Product[]>.AlternateLookup<ReadOnlySpan<char>> _names;

    public ProductNames(IEnumerable<Product> products)
    {
        var names = new List<Name>(4096);
        foreach (var product in products)
        {
            foreach (var brand in product.Brands) names.Add(new(Normalise(brand, dropWords: false), product, NameKind.Brand));
            var full = Normalise(product.Ingredient, dropWords: true);
            names.Add(new(full, product, NameKind.Ingredient));
            var based = BaseOf(product.Ingredient);
            if (based != full) names.Add(new(based, product, NameKind.Base));
        }
        foreach (var name in names) Add(name);
        _firstWords = _longest.GetAlternateLookup<ReadOnlySpan<char>>();
        _names = _products.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private void Add(Name name)
    {
        if (name.Words.Length < MinLength || TooCommon.Contains(name.Words)) return;
        _products[name.Words] = _products.TryGetValue(name.Words, out var already)
            ? Array.IndexOf(already, name.Product) >= 0 ? already : [.. already, name.Product]
            : [name.Product];
        // The same words as brand and as ingredient mean the surer of the two.
        if (!_kinds.TryGetValue(name.Words, out var kind) || kind < name.Kind) _kinds[name.Words] = name.Kind;
        var blank = name.Words.IndexOf(' ', StringComparison.Ordinal);
        var first = blank < 0 ? name.Words : name.Words[..blank];
        var count = 1 + name.Words.AsSpan().Count(' ');
        _longest[first] = Math.Max(count, _longest.GetValueOrDefault(first));
    }

    /// <summary>The first and longest name in the text that is known.</summary>
    public ProductMatch Find(ReadOnlySpan<char> text)
    {
        if (text.Length > 400) text = text[..400];
        Span<char> clean = stackalloc char[401];
        for (var i = 0; i < text.Length; i++)
            clean[i] = char.IsAsciiLetterOrDigit(text[i]) ? char.ToUpperInvariant(text[i]) : ' ';
        clean = clean[..text.Length];
        var at = 0;
        while (at < clean.Length)
        {
            if (clean[at] == ' ')
            {
                at++;
                continue;
            }
            var end = WordEnd(clean, at);
            if (char.IsAsciiLetter(clean[at]) && _firstWords.TryGetValue(clean[at..end], out var longest)
                && Match(clean, at, longest) is { IsNone: false } match) return match;
            at = end;
        }
        return default;
    }

    private ProductMatch Match(ReadOnlySpan<char> clean, int at, int longest)
    {
        Span<char> words = stackalloc char[96];
        Span<int> ends = stackalloc int[longest];     // where each word ends in the joined words
        Span<int> textEnds = stackalloc int[longest]; // and in the text
        int length = 0, count = 0, position = at;
        while (count < longest && position < clean.Length)
        {
            var end = WordEnd(clean, position);
            if (length + 1 + end - position > words.Length) break;
            if (count > 0) words[length++] = ' ';
            clean[position..end].CopyTo(words[length..]);
            length += end - position;
            (ends[count], textEnds[count]) = (length, end);
            count++;
            position = end;
            while (position < clean.Length && clean[position] == ' ') position++;
        }
        for (var i = count - 1; i >= 0; i--)
            if (_names.TryGetValue(words[..ends[i]], out var name, out var products))
                return new(products, _kinds[name], at, textEnds[i] - at);
        return default;
    }

    private static int WordEnd(ReadOnlySpan<char> clean, int from)
    {
        var rest = clean[from..].IndexOf(' ');
        return rest < 0 ? clean.Length : from + rest;
    }

    // "lecanemab-irmb" -> "LECANEMAB"; "aflibercept 8 mg" -> "AFLIBERCEPT"; "interferon beta-1a" stays as it is.
    private static string BaseOf(string ingredient)
    {
        var cut = ingredient.IndexOf('(', StringComparison.Ordinal);
        var text = (cut > 0 ? ingredient[..cut] : ingredient).Trim();
        var blank = text.IndexOf(' ', StringComparison.Ordinal);
        var first = blank < 0 ? text : text[..blank];
        var hyphen = first.LastIndexOf('-');
        var isSuffix = hyphen > 0 && first.Length - hyphen == 5;
        return Normalise((isSuffix ? first[..hyphen] : first) + (blank < 0 ? "" : text[blank..]), dropWords: true);
    }

    private static string Normalise(string name, bool dropWords)
    {
        var kept = new List<string>(4);
        var word = new System.Text.StringBuilder();
        void Close()
        {
            if (word.Length == 0) return;
            var text = word.ToString();
            word.Clear();
            if (!dropWords || (!Dropped.Contains(text) && !char.IsAsciiDigit(text[0]))) kept.Add(text);
        }
        foreach (var c in name)
        {
            if (char.IsAsciiLetterOrDigit(c)) word.Append(char.ToUpperInvariant(c));
            else Close();
        }
        Close();
        return string.Join(' ', kept);
    }
}
