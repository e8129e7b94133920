using Noc.Drugs;

namespace Noc.Tables;

/// <summary>Reference facts with dates. Immutable; look-ups that depend on time take the date of service.</summary>
public sealed class ReferenceTables
{
    private sealed record CodeEntry(ProductCode Row, Product Product)
    {
        // Nearly every line asks for a code that is valid: the answer is made once, not once a line.
        public CodeStatus.Found Found { get; } = new(Row, Product);
    }

    private const int StateLetters = 2;

    private static readonly CodeStatus.NotCovered Unlisted = new("The seed holds the codes of listed products only.");

    private readonly CodeMap<UnclassifiedCode> _unclassified = new();
    private readonly CodeMap<List<CodeEntry>> _codes = new();
    private readonly Dictionary<string, Contractor> _contractors = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _twoContractors = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lazy<PayerDirectory> _payers;
    private readonly Lazy<ProductNames> _names;
    private readonly Func<IReadOnlyList<Product>, IReadOnlyList<PayerEntry>, ReferenceTables> _remake;

    private Lazy<ModifierTable> _modifiers = new(() => new([]));
    private Lazy<SelfAdministeredLists> _selfAdministered = new(() => new([]));
    private Lazy<DrugFamilies> _families = new(() => new([]));
    private Lazy<IReadOnlyDictionary<string, IReadOnlyList<string>>> _diagnoses =
        new(() => new Dictionary<string, IReadOnlyList<string>>());

    /// <summary>Builds the look-ups.</summary>
    /// <param name="version">Name of this state of the tables, printed on every report.</param>
    /// <param name="coveredTo">Last day for which the newest facts are meant.</param>
    /// <param name="unclassified">Catch-all codes.</param>
    /// <param name="products">Products with their codes.</param>
    /// <param name="contractors">Medicare contractors by state.</param>
    /// <param name="payers">The payer directory.</param>
    /// <param name="image">The agencies' facts; none where left out.</param>
    public ReferenceTables(
        string version, DateOnly coveredTo, IEnumerable<UnclassifiedCode> unclassified, IReadOnlyList<Product> products,
        IEnumerable<Contractor> contractors, IEnumerable<PayerEntry> payers, TableImage? image = null)
    {
        (Version, CoveredTo, Products) = (version, coveredTo, products);
        Image = image ?? TableImage.Empty;
        Coverage = new(Image);
        foreach (var code in unclassified) _unclassified[code.Code] = code;
        foreach (var product in products)
            foreach (var row in product.Codes)
            {
                if (_codes[row.Code] is not { } rows) _codes[row.Code] = rows = new(1);
                rows.Add(new(row, product));
            }
        foreach (var contractor in contractors)
        {
            _contractors[contractor.State] = contractor;
            if (contractor.PartB is not null) _twoContractors.Add(contractor.State);
        }
        _payers = new(() => new(payers));
        _names = new(() => new(products));
        _remake = (newProducts, newPayers) => new(version, coveredTo, unclassified,
            [.. newProducts, .. products.ExceptBy(newProducts.Select(one => one.Id), one => one.Id)],
            contractors, [.. payers, .. newPayers], image);
    }

    /// <summary>Builds the look-ups of names, payers and modifiers now, not at first use.</summary>
    public void Prepare() =>
        _ = (_names.Value, _payers.Value, _modifiers.Value, _selfAdministered.Value, _families.Value, _diagnoses.Value);

    /// <summary>Days on which each modifier is valid and what it may do on a drug line, read at first use.</summary>
    public Func<IEnumerable<ModifierFact>> Modifiers
    {
        init => _modifiers = new(() => new(value()));
    }

    /// <summary>Entries of the lists of self-administered drugs, read at first use.</summary>
    public Func<IEnumerable<SelfAdministered>> SelfAdministeredEntries
    {
        init => _selfAdministered = new(() => new(value()));
    }

    /// <summary>Families of administration codes by drug, read at first use.</summary>
    public Func<IEnumerable<DrugFamily>> FamilyEntries
    {
        init => _families = new(() => new(value()));
    }

    /// <summary>Starts of the diagnosis codes that fit the label, by product id, read at first use.</summary>
    public Func<IReadOnlyDictionary<string, IReadOnlyList<string>>> Diagnoses
    {
        init => _diagnoses = new(value);
    }

    /// <summary>The days on which a modifier is valid; null where the tables do not have it, or no date of
    /// it.</summary>
    public Days? ModifierDays(Modifier modifier) => _modifiers.Value.DaysOf(modifier);

    /// <summary>Whether the list of HCPCS modifiers has a modifier. It holds all that begin with a letter.</summary>
    public bool IsListed(Modifier modifier) => _modifiers.Value.IsListed(modifier);

    /// <summary>Whether a modifier has no place on any drug line; false where nothing is known of it.</summary>
    public bool IsNeverOnDrugs(Modifier modifier) => _modifiers.Value.IsNever(modifier);

    /// <summary>The lists of self-administered drugs.</summary>
    public SelfAdministeredLists SelfAdministered => _selfAdministered.Value;

    /// <summary>In which family of administration codes payers take drugs.</summary>
    public DrugFamilies Families => _families.Value;

    /// <summary>Starts of the diagnosis codes that fit the label of a product, without dots; empty where none is
    /// known.</summary>
    public IReadOnlyList<string> DiagnosesOf(Product product) =>
        _diagnoses.Value.TryGetValue(product.Id, out var starts) ? starts : [];

    /// <summary>Name of this state of the tables.</summary>
    public string Version { get; }

    /// <summary>Last day for which the newest facts are meant; later dates of service may have newer facts.</summary>
    public DateOnly CoveredTo { get; }

    /// <summary>The agencies' facts: codes, prices, NDCs, fees, diagnoses by date.</summary>
    public TableImage Image { get; }

    /// <summary>Which days of which dataset <see cref="Image"/> holds.</summary>
    public Coverage Coverage { get; }

    /// <summary>Why the imported tables are not used, said on every report; null where nothing is wrong.</summary>
    public string? Notice { get; init; }

    /// <summary>All products.</summary>
    public IReadOnlyList<Product> Products { get; }

    /// <summary>The unclassified code valid on the day; null where the code names a drug or is not valid.</summary>
    public UnclassifiedCode? Unclassified(HcpcsCode code, DateOnly day) =>
        _unclassified[code] is { Kind: CatchAllKind.Unclassified } row && row.IsValidOn(day) ? row : null;

    /// <summary>The catch-all code whatever the day; null where the code is none.</summary>
    public UnclassifiedCode? CatchAll(HcpcsCode code) => _unclassified[code];

    /// <summary>Whether the code leaves the drug open on that day.</summary>
    public bool IsUnclassified(HcpcsCode code, DateOnly day) => Unclassified(code, day) is not null;

    /// <summary>Whether the code is a drug code that names one drug, on any day.</summary>
    public bool IsProductCode(HcpcsCode code) => _codes[code] is not null;

    /// <summary>What the tables say of a drug's own code on a day.</summary>
    public CodeStatus Code(HcpcsCode code, DateOnly day)
    {
        if (_codes[code] is not { } rows) return Unlisted;
        CodeEntry? late = null, early = null;
        foreach (var entry in rows)
        {
            if (entry.Row.IsValidOn(day)) return entry.Found;
            if (entry.Row.From > day) early = early?.Row.From <= entry.Row.From ? early : entry;
            else late = late?.Row.To >= entry.Row.To ? late : entry;
        }
        return late is not null ? new CodeStatus.Ended(late.Row, late.Product)
            : new CodeStatus.NotYet(early!.Row, early.Product);
    }

    /// <summary>Whether all products behind a code on a day surely come in single-dose containers.</summary>
    public bool IsSurelySingleDose(HcpcsCode code, DateOnly day)
    {
        if (_codes[code] is not { } rows) return false;
        var found = false;
        foreach (var (row, product) in rows)
        {
            if (!row.IsValidOn(day)) continue;
            if (product.Container is not ContainerKind.SingleDose || product.Confidence is not Confidence.High)
                return false;
            found = true;
        }
        return found;
    }

    /// <summary>The first product name in the text; none where no name is known.</summary>
    public ProductMatch FindProduct(ReadOnlySpan<char> text) => _names.Value.Find(text);

    /// <summary>Products whose name begins the text; empty where another word does.</summary>
    public ProductMatch FindLeadingProduct(ReadOnlySpan<char> text) => _names.Value.Find(text, isLeading: true);

    /// <summary>The contractors of a two-letter state; null where unknown.</summary>
    public Contractor? ContractorOf(string state) => _contractors.GetValueOrDefault(state);

    /// <summary>Whether a state, as it stands in a claim, has two contractors for Part B. Allocates nothing.</summary>
    public bool HasTwoContractors(ReadOnlySpan<byte> state)
    {
        if (state.Length != StateLetters) return false;
        ReadOnlySpan<char> letters = [(char)state[0], (char)state[1]];
        return _twoContractors.GetAlternateLookup<ReadOnlySpan<char>>().Contains(letters);
    }

    /// <summary>The first state of a Medicare jurisdiction, by its letters; null where unknown.</summary>
    public string? StateOf(string jurisdiction) => _contractors.Values
        .Where(contractor => contractor.Jurisdiction == jurisdiction
            || $"J{contractor.DmeJurisdiction}" == jurisdiction)
        .Select(contractor => contractor.State).Order(StringComparer.Ordinal).FirstOrDefault();

    /// <summary>The same tables with more products in front, such as the invented drug of a worked case. A product with
    /// the id of another takes its place.</summary>
    public ReferenceTables With(params IReadOnlyList<Product> products) =>
        Kept(_remake(products, []));

    /// <summary>The same tables with more payers in the directory.</summary>
    public ReferenceTables With(params IReadOnlyList<PayerEntry> payers) =>
        Kept(_remake([], payers));

    private ReferenceTables Kept(ReferenceTables made)
    {
        (made._modifiers, made._selfAdministered, made._diagnoses) = (_modifiers, _selfAdministered, _diagnoses);
        made._families = _families;
        return made;
    }

    /// <summary>The payer directory.</summary>
    public PayerDirectory Payers => _payers.Value;
}
