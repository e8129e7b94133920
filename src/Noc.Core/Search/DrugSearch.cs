using Noc.Coding;
using Noc.Drugs;
using Noc.Tables;

namespace Noc.Search;

/// <summary>Finds codes and drugs by code, NDC in any spelling, name, ingredient, class, use or plain words.</summary>
/// <param name="tables">The tables to search.</param>
/// <param name="phrases">What plain words stand for.</param>
/// <param name="uses">What products are given for, by product id.</param>
/// <remarks>Every text of the tables is compared; there is no index to be kept. Texts are shared between records, so
/// the whole FDA directory is a few megabytes.</remarks>
public sealed partial class DrugSearch(
    ReferenceTables tables, IReadOnlyList<SearchPhrase> phrases, IReadOnlyDictionary<string, ProductUse> uses)
{
    /// <summary>The most hits of an answer.</summary>
    public const int MaxHits = 20;

    private const int MaxText = 200, FewestDigits = 8, Enough = 35, Certain = 55, Clear = 15, MaxCodes = 6;

    private static readonly List<Product> NoProducts = [];

    private CodeMap<List<Product>>? _byCode;

    /// <summary>Searches for a text. Never throws on any text.</summary>
    /// <param name="text">What people type.</param>
    /// <param name="day">The day for which codes are looked up.</param>
    /// <param name="most">The most hits of plain words.</param>
    public FindResult Find(string text, DateOnly day, int most = MaxHits)
    {
        text = text.Trim();
        if (text.Length > MaxText) text = text[..MaxText];
        if (IsCodeShaped(text, out var code)) return OfCode(code, day);
        // "J 3490" and "j-3490" are the code too.
        if (text.Length == 6 && text[1] is ' ' or '-' && IsCodeShaped(text.Remove(1, 1), out code) && Knows(code))
            return OfCode(code, day);
        if (Misread(text) is { } misread) return misread;
        if (StartOfCode(text) is { } start && CodesFrom(start) is { Count: > 0 } begun) return new(begun, false, null);
        if (text.Count(char.IsAsciiDigit) >= FewestDigits)
        {
            var read = NdcReading.Of(tables, text, day);
            if (read.Ndc is not null || read.Candidates.Count > 0) return OfNdc(read, day);
        }
        return OfWords(new(text), day, most);
    }

    /// <summary>Products that have or had a code.</summary>
    public IReadOnlyList<Product> ProductsOf(HcpcsCode code) => (_byCode ??= ByCode())[code] ?? NoProducts;

    private CodeMap<List<Product>> ByCode()
    {
        var map = new CodeMap<List<Product>>();
        foreach (var product in tables.Products)
            foreach (var row in product.Codes)
            {
                if (map[row.Code] is not { } products) map[row.Code] = products = new(1);
                if (!products.Contains(product)) products.Add(product);
            }
        return map;
    }

    /// <summary>Whether any table names a code, on any day.</summary>
    public bool Knows(HcpcsCode code) => tables.CatchAll(code) is not null || tables.IsProductCode(code)
        || tables.Image.Rows<CodeRecord>().Of(TableKey.Of(code)).Length > 0
        || tables.Image.Rows<OppsRecord>().Of(TableKey.Of(code)).Length > 0
        || tables.Image.Rows<LimitRecord>().Of(TableKey.Of(code)).Length > 0
        || tables.Image.Rows<FeeRecord>().Of(TableKey.Of(code)).Length > 0;

    // J3490, 96365, 0001A: a word of five letters is no code.
    private static bool IsCodeShaped(ReadOnlySpan<char> text, out HcpcsCode code) =>
        HcpcsCode.TryParse(text, out code) && text[1..4].IndexOfAnyExceptInRange('0', '9') < 0
            && (char.IsAsciiDigit(text[0]) || char.IsAsciiDigit(text[4]));

    // A letter and two or three digits: a code that is still being typed.
    private static string? StartOfCode(string text) => text.Length is 3 or 4 && char.IsAsciiLetter(text[0])
        && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0 ? text.ToUpperInvariant() : null;

    private List<FindHit> CodesFrom(string start)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (ref readonly var row in tables.Image.Rows<CodeRecord>().All) Take(row.Code);
        foreach (var product in tables.Products)
            foreach (var row in product.Codes) Take(row.Code);
        return [.. found.Take(MaxHits).Select(text => HitOf(HcpcsCode.TryParse(text, out var code) ? code : default,
            100, $"starts with {start}"))];

        void Take(HcpcsCode code)
        {
            if (code.Series == start[0] && code.Value.StartsWith(start, StringComparison.Ordinal)
                && (tables.IsProductCode(code) || tables.CatchAll(code) is not null)) found.Add(code.Value);
        }
    }

    private FindResult OfCode(HcpcsCode code, DateOnly day)
    {
        if (!Knows(code)) return new([], false, MissingCode(code, day));
        return new([HitOf(code, 200, "the code")], true, null);
    }

    // A code of one drug leads to that drug; every other code has a card of its own.
    private FindHit HitOf(HcpcsCode code, int score, string reason, bool isAsked = true)
    {
        var products = tables.CatchAll(code) is null || !isAsked ? ProductsOf(code) : NoProducts;
        return products.Count == 1
            ? new(HitKind.Drug, score, reason) { Code = code, Product = products[0] }
            : new(HitKind.Code, score, reason) { Code = code };
    }

    private FindResult OfNdc(NdcReading read, DateOnly day)
    {
        List<Ndc11> asked = read.Ndc is { } one ? [one] : [.. read.Candidates.Select(candidate => candidate.Ndc)];
        var hits = new List<FindHit>();
        foreach (var ndc in asked)
            if (HitOf(ndc, day) is { } hit && !hits.Exists(other => hit.Product is not null
                && other.Product == hit.Product)) hits.Add(hit);   // packages of one product lead to one card
        return hits.Count == 0 ? new([], false, MissingNdc(asked, day)) : new(hits, hits is [{ IsSure: true }], null);
    }

    private FindHit? HitOf(Ndc11 ndc, DateOnly day)
    {
        var codes = tables.Image.Rows<NdcCodeRecord>().Of(TableKey.Of(ndc));
        Product? product = null;
        var name = "";
        var code = default(HcpcsCode);
        // A complete crosswalk that does not list the package says that no code of it was paid by it.
        var isUnlisted = codes.On(day) is null
            && tables.Coverage.Of(Dataset.NdcCrosswalk, day) is CoverageKind.Complete;
        var why = isUnlisted ? $", to which the crosswalk of {day:yyyy-MM-dd} gives no code" : "";
        if (codes.Length > 0)
        {
            var row = codes.On(day) ?? codes[^1];
            name = tables.Image.Text(row.DrugName);
            if (isUnlisted) why += $"; {row.Code} to {row.Days.To:yyyy-MM-dd}";
            else code = row.Code;
            if (!code.IsNone && ProductsOf(code) is [var only]) product = only;
        }
        var named = tables.Image.Rows<NocNdcRecord>().Of(TableKey.Of(ndc));
        if (named.Length > 0 && name.Length == 0) name = tables.Image.Text(named[^1].DrugName);
        product ??= ByName(name);
        if (product is null && FdaDirectory.Of(tables, ndc) is { } listed) product = ByName(listed) ?? listed;
        if (product is null && code.IsNone && codes.Length > 0) code = codes[^1].Code;
        if (product is null && code.IsNone) return null;
        return new(product is null ? HitKind.Code : HitKind.Drug, 200, $"NDC {ndc.Hyphenated}{why}")
        {
            Code = code, Product = product, Ndc = ndc, IsSure = !isUnlisted,
        };
    }

    private Product? ByName(Product listed) =>
        (listed.Brands.Count > 0 ? ByName(listed.Brands[0]) : null) ?? ByName(listed.Ingredient);

    private Product? ByName(string name) =>
        name.Length > 0 && tables.FindProduct(name) is { IsNone: false, Products: [var only] } ? only : null;

    private string MissingCode(HcpcsCode code, DateOnly day) => tables.Coverage.Of(Dataset.Hcpcs, day) switch
    {
        CoverageKind.Complete when !char.IsAsciiDigit(code.Series) =>
            $"There is no HCPCS code {code} on {day:yyyy-MM-dd}, nor on any other day of the tables.",
        _ when char.IsAsciiDigit(code.Series) =>
            $"Not covered: {code} looks like a CPT code. Noc holds only those that give drugs, from the fee schedule.",
        _ => $"Not covered: {code} is in no table, but the code list of {day:yyyy-MM-dd} is not loaded. It may exist.",
    };

    private string MissingNdc(List<Ndc11> asked, DateOnly day)
    {
        var names = string.Join(" or ", asked.Select(ndc => ndc.Hyphenated));
        return tables.Coverage.Of(Dataset.NdcPackages, day) is CoverageKind.Complete
            ? $"The FDA directory has no package {names}."
            : $"Not covered: {names} is in no table, and the FDA directory "
                + (tables.Coverage.Of(Dataset.NdcPackages, day) is CoverageKind.None ? "is not loaded."
                    : "at hand is an extract.") + " It may exist.";
    }
}
