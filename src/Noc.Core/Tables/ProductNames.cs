namespace Noc.Tables;

/// <summary>Finds product names in free text: by brand, whole ingredient or the base of it.</summary>
/// <remarks>Names match whole words only. An ambiguous name is narrowed by a surer one that stands behind it.</remarks>
internal sealed class ProductNames
{
    private const int MinLength = 4, MaxText = 400, MaxWords = 12, MaxName = 96, MinFirstWord = 7,
        MinBrand = 5;

    // Words that stand in many ingredient names without telling the drug.
    private static readonly HashSet<string> Dropped = new(StringComparer.Ordinal)
    {
        "INJECTION", "INJECTABLE", "ORAL", "INTRAVITREAL", "INTRAVENOUS", "SUBCUTANEOUS", "INTRAOCULAR", "IV", "SC",
        "IM", "IMPLANT", "TOPICAL", "INHALATION", "SOLUTION", "POWDER", "SUSPENSION", "AND", "WITH", "ER", "MG",
        "HUMAN", "RECOMBINANT", "COMPOUNDED", "REPACKAGED", "UNIT", "DOSE", "BIOSIMILAR", "NOS", "GENERIC", "LIQUID",
        "EXTENDED", "RELEASE", "INHALED", "CHALLENGE", "ANY",
    };

    // Words too common to mean one drug by themselves.
    private static readonly HashSet<string> TooCommon = new(StringComparer.Ordinal)
    {
        "IRON", "WATER", "SALINE", "SODIUM", "CALCIUM", "POTASSIUM", "MAGNESIUM", "OXYGEN", "FACTOR", "VITAMIN",
        "IMMUNE",
        "ZINC", "GOLD", "CHLORIDE", "ACID", "BLOOD", "CONTRAST", "LIPID", "NORMAL", "INSULIN", "INTERFERON", "ALBUMIN",
        "GLOBULIN", "HEPATITIS", "VACCINE", "TESTOSTERONE", "ESTRADIOL", "HYDROXYPROGESTERONE", "COLLAGEN", "BOTULINUM",
        "TECHNETIUM", "INDIUM", "IODINE", "GALLIUM", "FLUORINE", "RUBIDIUM", "THALLIUM", "XENON", "AMMONIA", "CHOLINE",
        "ANTIHEMOPHILIC", "COAGULATION", "PUMP", "SUPPLY", "GENE", "ALPHA", "BETA", "SKIN", "PATIENT", "PLASMA",
        "PROTEIN", "COMPLEX", "CENTRAL", "RINGERS", "LACTATED", "ACETATE", "PHOSPHATE", "SULFATE", "AMINO",
        "AMINO ACIDS",
        "PARENTERAL", "AUTOLOGOUS", "ALLOGENEIC", "CULTURED", "RADIOLABELED", "FLUORIDE", "NITROGEN", "COPPER",
        "SELENIUM", "LEUKOCYTE", "STERILE", "ANTITHYMOCYTE", "ANTIVENOM", "CROTALIDAE", "DEXTROSE", "HORMONE",
        "PEPTIDE",
        "CYTOMEGALOVIRUS", "TETANUS", "RABIES", "VARICELLA", "ALLERGENIC", "MACROAGGREGATED", "SYNTHETIC", "ULTRASOUND",
    };

    // Shorter than names must be, and yet nothing else in the text of a drug.
    private static readonly HashSet<string> ShortNames = new(StringComparer.Ordinal)
    {
        "BCG", "B12", "FDG", "MDP", "HDP", "PYP", "QWO",
    };

    private sealed class Entry
    {
        public Product[] Products = [];
        public NameKind Kind;
        public bool IsPlain;     // the words are all of an ingredient, which outranks names that only start with it
        public int Longest;      // words of the longest name that starts with this one; 0 where none does
    }

    private readonly WordMap<Entry> _entries = new();

    public ProductNames(IReadOnlyList<Product> products)
    {
        // The surest first: an entry lists its products in the order in which they are added.
        foreach (var product in products)
        {
            foreach (var brand in product.Brands)
                Add(Normalise(brand, isBrand: true, keepNumbers: true), product, NameKind.Brand);
            var whole = Normalise(product.Ingredient, isBrand: false, keepNumbers: true);
            if (!IsPlain(product.Ingredient, whole)) continue;
            Add(whole, product, NameKind.Ingredient);
            if (_entries.Find(whole) is { } entry) entry.IsPlain = true;
        }
        foreach (var product in products) AddForms(product);
        // "ustekinumab" is the first one licensed before its biosimilars.
        foreach (var product in products)
        {
            var based = BaseOf(product.Ingredient);
            // "insulin lispro-aabc (Lyumjev)": the suffix in front of the brand.
            var cut = product.Ingredient.IndexOf(" (", StringComparison.Ordinal);
            if (cut > 5 && product.Ingredient[cut - 5] == '-')
                Add(Normalise(product.Ingredient[..cut], isBrand: false, keepNumbers: true), product,
                    NameKind.Ingredient);
            // INSULIN LISPRO is what Humalog holds; Lyumjev is insulin lispro-aabc.
            if (based != Normalise(product.Ingredient, isBrand: false, keepNumbers: false)
                && _entries.Find(based) is not { Kind: NameKind.Brand, Products.Length: > 0 })
                Add(based, product, NameKind.WithoutSuffix);
        }
        foreach (var product in products)
            if (product.Ingredient.Contains('\'', StringComparison.Ordinal))
                Add(Normalise(product.Ingredient.Replace("'", "", StringComparison.Ordinal), isBrand: false,
                    keepNumbers: true), product, NameKind.Ingredient);
        foreach (var (word, product) in ShortBrands(products)) Add(word, product, NameKind.Brand);
        foreach (var product in products)
        {
            var based = BaseOf(product.Ingredient);
            var blank = based.IndexOf(' ', StringComparison.Ordinal);
            // "EFGARTIGIMOD" for efgartigimod alfa: a first word that is long enough to be a name.
            if (blank >= MinFirstWord && _entries.Find(based.AsSpan(0, blank)) is not { IsPlain: true })
                Add(based[..blank], product, NameKind.Base);
        }
    }

    // "factor VIII recombinant" is not "factor VIII human", though neither word tells a drug by itself.
    private void AddForms(Product product)
    {
        var all = Normalise(product.Ingredient, isBrand: true, keepNumbers: true);
        var whole = Normalise(product.Ingredient, isBrand: false, keepNumbers: true);
        var full = Normalise(product.Ingredient, isBrand: false, keepNumbers: false);
        Add(whole, product, NameKind.Ingredient);
        if (full != whole) Add(full, product, NameKind.Ingredient);
        if (!IsPlain(product.Ingredient, whole)) Add(all, product, NameKind.Ingredient);
        foreach (var name in NameVariants.Of(all)) Add(name, product, NameKind.Ingredient);
    }

    // CIPRO for Cipro IV, KENALOG for Kenalog-40, where no other product has the short name.
    private List<(string Word, Product Product)> ShortBrands(IReadOnlyList<Product> products)
    {
        var found = new List<(string, Product)>();
        foreach (var product in products)
            foreach (var brand in product.Brands)
                if (Normalise(brand, isBrand: true, keepNumbers: true).Split(' ') is [{ Length: >= MinBrand } first,
                        var second]
                    && !product.Ingredient.Contains(second, StringComparison.OrdinalIgnoreCase)
                    && (second is "IV" || !product.Ingredient.Contains(first, StringComparison.OrdinalIgnoreCase))
                    && _entries.Find(first) is not { Products.Length: > 0 })
                    found.Add((first, product));
        return found;
    }

    // Neither a form nor a maker was left out of the words, so they name the ingredient itself.
    private static bool IsPlain(string ingredient, string words)
    {
        var all = Normalise(ingredient, isBrand: true, keepNumbers: true);
        return all == words || all == words + " INJECTION";
    }

    private void Add(string words, Product product, NameKind kind)
    {
        if ((words.Length < MinLength && !ShortNames.Contains(words)) || words.Length > MaxName
            || TooCommon.Contains(words)) return;
        var entry = EntryOf(words);
        if (Array.IndexOf(entry.Products, product) < 0) entry.Products = [.. entry.Products, product];
        // The same words as brand and as ingredient mean the surer of the two.
        if (entry.Kind < kind) entry.Kind = kind;
        var blank = words.IndexOf(' ', StringComparison.Ordinal);
        var first = blank < 0 ? entry : EntryOf(words[..blank]);
        first.Longest = Math.Max(first.Longest, Math.Min(MaxWords, 1 + words.AsSpan().Count(' ')));
    }

    private Entry EntryOf(string words)
    {
        if (_entries.Find(words) is { } already) return already;
        var entry = new Entry();
        _entries.Add(words, entry);
        return entry;
    }

    /// <summary>The first name in the text that is known, the longest at its place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isLeading">True where the name must stand at the beginning, behind nothing but words that every
    /// drug may have.</param>
    public ProductMatch Find(ReadOnlySpan<char> text, bool isLeading = false)
    {
        if (text.Length > MaxText) text = text[..MaxText];
        Span<char> clean = stackalloc char[MaxText];
        for (var i = 0; i < text.Length; i++)
            clean[i] = char.IsAsciiLetterOrDigit(text[i]) ? char.ToUpperInvariant(text[i]) : ' ';
        clean = clean[..text.Length];
        ProductMatch best = default;
        var at = 0;
        while (at < clean.Length)
        {
            if (clean[at] == ' ')
            {
                at++;
                continue;
            }
            var end = WordEnd(clean, at);
            if (char.IsAsciiLetter(clean[at]) && _entries.Find(clean[at..end]) is { Longest: > 0 } first
                && Match(clean, at, first.Longest) is { IsNone: false } match)
            {
                if (best.IsNone || IsNarrower(match, best)) best = match;
                if (best.Products.Count == 1) return best;
                end = match.Start + match.Length;
            }
            else if (isLeading && best.IsNone && !TellsNothing(clean[at..end])) return default;
            at = end;
        }
        return best;
    }

    // TC of TC-99M.
    private static bool TellsNothing(ReadOnlySpan<char> word) => word.Length == 1 || word is "TC"
        || word.IndexOfAnyInRange('0', '9') >= 0
        || Dropped.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)
        || TooCommon.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static bool IsNarrower(ProductMatch match, ProductMatch best)
    {
        if (match.Products.Count >= best.Products.Count) return false;
        for (var i = 0; i < match.Products.Count; i++)
        {
            var isIn = false;
            for (var j = 0; j < best.Products.Count; j++) isIn |= best.Products[j] == match.Products[i];
            if (!isIn) return false;
        }
        return true;
    }

    private ProductMatch Match(ReadOnlySpan<char> clean, int at, int longest)
    {
        Span<char> words = stackalloc char[MaxName];
        Span<int> ends = stackalloc int[MaxWords];     // where each word ends in the joined words
        Span<int> textEnds = stackalloc int[MaxWords]; // and in the text
        int length = 0, count = 0, position = at;
        while (count < longest && position < clean.Length)
        {
            var end = WordEnd(clean, position);
            if (length + 1 + end - position > words.Length) break;
            if (clean[position..end] is not ("AND" or "WITH"))
            {
                if (count > 0) words[length++] = ' ';
                clean[position..end].CopyTo(words[length..]);
                length += end - position;
                (ends[count], textEnds[count]) = (length, end);
                count++;
            }
            position = end;
            while (position < clean.Length && clean[position] == ' ') position++;
        }
        for (var i = count - 1; i >= 0; i--)
            if (_entries.Find(words[..ends[i]]) is { Products.Length: > 0 } entry)
                return new(entry.Products, entry.Kind, at, textEnds[i] - at);
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
        var hyphen = text.LastIndexOf('-');
        // A biosimilar suffix has four letters and ends the name: "pegfilgrastim-cbqv".
        if (hyphen > 0 && text.Length - hyphen == 5 && IsLetters(text.AsSpan(hyphen + 1))) text = text[..hyphen];
        return Normalise(text, isBrand: false, keepNumbers: false);
    }

    private static bool IsLetters(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!char.IsAsciiLetterLower(c)) return false;
        return true;
    }

    // Upper case words with one blank between them; ingredients lose the words that do not tell the drug.
    private static string Normalise(string name, bool isBrand, bool keepNumbers)
    {
        if (name.Length > 200) return "";
        Span<char> kept = stackalloc char[201];
        int length = 0, wordStart = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            if (i < name.Length && char.IsAsciiLetterOrDigit(name[i]))
            {
                kept[length++] = char.ToUpperInvariant(name[i]);
                continue;
            }
            if (length == wordStart) continue;
            var word = kept[wordStart..length];
            var drop = isBrand ? word is "AND" or "WITH"
                : (!keepNumbers && char.IsAsciiDigit(word[0])) || Dropped.Contains(word.ToString());
            if (drop) length = wordStart;
            else kept[length++] = ' ';
            wordStart = length;
        }
        return kept[..length].TrimEnd(' ').ToString();
    }
}
