using System.Runtime.CompilerServices;
using Noc.Drugs;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>Everything that the tables say of an NDC on a day.</summary>
/// <remarks>
/// <para>Made once for an NDC and a day, at little cost: a few searches. What needs texts (package, product, unit,
/// prices) is read at its first use and kept. Safe to share: two threads at worst read the same twice.</para>
/// <para>"Not covered" never means "does not exist": <see cref="Listing"/> is <see cref="NdcListing.NotListed"/> only
/// where the whole directory is loaded for the day.</para>
/// </remarks>
public sealed class NdcFacts
{
    private readonly ReferenceTables _tables;
    private readonly NdcPackageRecord? _record;
    private readonly NdcProductRecord? _productRecord;
    private readonly DateOnly? _lotExpiry;
    private Known<NdcPackage?>? _package;
    private Known<NdcProduct?>? _product;
    private NdcMarket? _market;
    private Known<NdcStrength>? _strength;
    private Known<(NdcRole Role, PackagePart? Part, int Level)?>? _place;
    private Known<ProductMatch>? _drug;
    private Known<NdcMeasure>? _measure;

    // A reference is written whole: another thread sees all of an answer or none.
    private sealed record Known<T>(T Value);

    private const int Slots = 4096, DayBits = 22;

    // A file names few NDCs on few days, each again and again.
    private static readonly ConditionalWeakTable<ReferenceTables, SlotCache<NdcFacts>> Caches = [];

    private NdcFacts(ReferenceTables tables, Ndc11 ndc, DateOnly day, DateOnly? lotExpiry)
    {
        (_tables, Ndc, Day, _lotExpiry) = (tables, ndc, day, lotExpiry);
        var packages = tables.Image.Rows<NdcPackageRecord>();
        _record = Best(packages.Of(TableKey.Of(ndc)), day);
        ListedAs = ndc;
        var products = tables.Image.Rows<NdcProductRecord>();
        _productRecord = Best(products.Of(ndc.LabelerProduct), day);
        if (_record is null && packages.Count > 0
            && NdcInside.PackageAround(tables.Image, ndc, isKitToo: _productRecord is null) is { } outer)
        {
            _record = outer;
            ListedAs = outer.Ndc;
            _productRecord ??= Best(products.Of(outer.Ndc.LabelerProduct), day);
        }
        Listing = ReadListing();
    }

    /// <summary>Gathers what the tables say.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="ndc">The NDC; not <c>default</c>.</param>
    /// <param name="day">Date of service.</param>
    /// <param name="lotExpiry">Expiry on the package at hand; null where not known.</param>
    public static NdcFacts Of(ReferenceTables tables, Ndc11 ndc, DateOnly day, DateOnly? lotExpiry = null)
    {
        if (lotExpiry is not null) return new(tables, ndc, day, lotExpiry);
        var cache = Caches.GetValue(tables, static _ => new(Slots));
        var key = (TableKey.Of(ndc) << DayBits) | (uint)day.DayNumber;
        return cache.TryGet(key, out var facts) ? facts : cache.Keep(key, new(tables, ndc, day, lotExpiry: null));
    }

    /// <summary>The NDC asked for.</summary>
    public Ndc11 Ndc { get; }

    /// <summary>Date of service.</summary>
    public DateOnly Day { get; }

    /// <summary>Where the tables know it from.</summary>
    public NdcListing Listing { get; }

    /// <summary>The package that the directory lists: the NDC itself, or the carton around it where
    /// <see cref="Listing"/> is <see cref="NdcListing.Inside"/>.</summary>
    public Ndc11 ListedAs { get; }

    /// <summary>The package in the directory's words; empty where it is not listed.</summary>
    public string PackageText => _record is { } row ? _tables.Image.Text(row.Description) : "";

    /// <summary>Its levels; null where it is not listed or not understood.</summary>
    public NdcPackage? Package => (_package ??= new(ReadPackage())).Value;

    /// <summary>True for a sample, which nobody may bill.</summary>
    public bool IsSample => _record is { IsSample: 1 };

    /// <summary>The product in the directory; null where it is not listed.</summary>
    public NdcProduct? Product => (_product ??= new(ReadProduct())).Value;

    /// <summary>What container the NDC stands for.</summary>
    public NdcRole Role => Place is var (role, _, _) ? role : NdcRole.Unknown;

    /// <summary>Items (vials, syringes, tablets) in what the NDC stands for; null where not known and for
    /// kits.</summary>
    public decimal? Items => Place is (not NdcRole.Kit, { } part, var level) ? part.ItemsIn(level) : OnlyItems;

    /// <summary>Items in the package as the agency's crosswalk of NDCs to codes counts them; null where it does not
    /// hold this NDC.</summary>
    public decimal? CrosswalkItems => Codes is [{ PackageQuantity: { } items } code, ..] && code.Listed == Ndc ? items
        : null;

    /// <summary>What one item is, such as VIAL, SINGLE-DOSE; empty where not known.</summary>
    public string Item => Place is (_, { } part, _) ? part.Item : "";

    /// <summary>The measure of one item, such as 4 ML; none where not known or counted by pieces.</summary>
    public Amount ItemAmount => Place is (_, { } part, _) ? part.ItemAmount : default;

    /// <summary>Strength of a product of one ingredient; none otherwise.</summary>
    public NdcStrength Strength => (_strength ??= new(NdcStrength.Read(Product?.Strength ?? ""))).Value;

    /// <summary>The drug in one item, such as 100 MG; none where not known.</summary>
    public Amount ItemDose => Strength is { IsNone: false } strength ? strength.In(ItemAmount) : default;

    /// <summary>The drug in one item as the crosswalk's billing units say it; none where the code counts no fixed
    /// amount. Less exact than <see cref="ItemDose"/>: units of some items are rounded up.</summary>
    public Amount ItemDoseByUnits => NewestCode is { UnitsPerItem: { } units, Unit: { Kind: CodeUnitKind.Exact } unit }
        && !unit.Dose.IsNone ? new(units * unit.Dose.Value, unit.Dose.Unit) : default;

    /// <summary>Quantity of one whole item in the unit of <see cref="Measure"/>, such as 4 for a vial of 4 ML or 1 for
    /// a vial of powder; null where not known.</summary>
    public decimal? ItemQuantity => Measure.Unit switch
    {
        NdcUnit.Each => 1,
        NdcUnit.Millilitre => ItemAmount.In("ML") ?? NewestCode?.PackageSize,
        NdcUnit.Gram => ItemAmount.In("G"),
        NdcUnit.InternationalUnit => ItemDose.In("IU"),
        _ => null,
    };

    /// <summary>Quantity of a dose in the unit of <see cref="Measure"/> (CTP04), rounded half up to three decimals;
    /// null where strength or unit is not known.</summary>
    /// <param name="dose">Drug given or thrown away.</param>
    public decimal? QuantityOf(Amount dose)
    {
        var item = ItemDose.IsNone ? ItemDoseByUnits : ItemDose;
        var exact = Measure.Unit is NdcUnit.InternationalUnit ? dose.In("IU")
            : Strength is { IsNone: false, IsPerItem: false } strength && Measure.Unit is not NdcUnit.Each
                ? PerMeasure(strength, dose)
            : !item.IsNone && item.Value > 0 && ItemQuantity is { } whole && dose.In(item.Unit) is { } amount
                ? amount / item.Value * whole : null;
        return exact is { } value ? Rounding.Amount(value) : null;
    }

    /// <summary>Whether it was on the market on the day.</summary>
    public NdcMarket Market => _market ??= ReadMarket();

    /// <summary>How far the crosswalk of NDCs to codes is loaded for the day.</summary>
    public CoverageKind CodesCoverage => _tables.Coverage.Of(Dataset.NdcCrosswalk, Day);

    /// <summary>The codes it is billed with on the day: none, one or several. None means "has none" only where
    /// <see cref="CodesCoverage"/> is complete, and then for Medicare Part B payment only.</summary>
    public IReadOnlyList<NdcCode> Codes => field ??= [.. AllCodes.Where(code => code.Days.Include(Day))];

    /// <summary>The codes of other quarters, in order of their first day.</summary>
    public IReadOnlyList<NdcCode> OtherCodes =>
        field ??= [.. AllCodes.Where(code => !code.Days.Include(Day))];

    /// <summary>Prices by name on the day; empty without.</summary>
    public IReadOnlyList<NdcNocPrice> NocPrices => field ??= ReadNocPrices();

    /// <summary>The product of our own list that the NDC's names stand for; none where no name is known.</summary>
    public ProductMatch Drug => (_drug ??= new(FindDrug())).Value;

    /// <summary>Name for messages: brand with the generic name behind it; empty where no table names it.</summary>
    public string Name => Product is { } product ? Joined(product.Brand, product.Generic)
        : AllCodes is [.., var code] ? code.DrugName
        : NocPrices is [var price, ..] ? price.Name : "";

    /// <summary>Labeler by the newest source; empty where no table names it.</summary>
    public string Labeler => Labelers is [var newest, ..] ? newest.Name : "";

    /// <summary>Who sells it by each source that says so, the newest first; one where they agree. Products change
    /// hands, and the directory at hand may be years old.</summary>
    public IReadOnlyList<NdcLabeler> Labelers => field ??= NdcLabeler.Of(_tables.Image, Product?.Labeler ?? "",
        AllCodes is [.., var code] ? code : null);

    /// <summary>The unit for its quantity (CTP05-1), by the form in which it is sold.</summary>
    public NdcMeasure Measure => (_measure ??= new(ReadMeasure())).Value;

    /// <summary>Whether Medicaid gets rebates for it on the day.</summary>
    public RebateStatus Rebate
    {
        get
        {
            var rows = _tables.Image.Rows<RebateRecord>();
            var own = rows.Of(TableKey.Of(Ndc));
            if (own.On(Day) is not null) return RebateStatus.Listed;
            if (own.Length > 0) return RebateStatus.Ended;
            if (_tables.Coverage.Of(Dataset.MedicaidRebate, Day) is not CoverageKind.Complete)
                return RebateStatus.NotCovered;
            var (first, last) = Ndc.OfLabeler;
            var others = rows.Between(TableKey.Of(first), TableKey.Of(last));
            return others.IsEmpty ? RebateStatus.NotInProgramme : RebateStatus.OtherProducts;
        }
    }

    // Role, the part of the package that holds the drug, and the level of the NDC in it.
    private (NdcRole Role, PackagePart? Part, int Level)? Place => (_place ??= new(ReadPlace())).Value;

    private List<NdcCode> AllCodes => field ??= ReadCodes();

    /// <summary>The crosswalk's line of the day, else the last one that it has of any quarter: an NDC is that of one
    /// package for good, whatever its code. Null where there is none.</summary>
    public NdcCode? NewestCode => Codes is [var code, ..] ? code : AllCodes is [.., var last] ? last : null;

    private decimal? PerMeasure(NdcStrength strength, Amount dose) =>
        Measure.Unit is NdcUnit.Millilitre or NdcUnit.Gram && strength.Drug.Value > 0
        && strength.Per.Unit == (Measure.Unit is NdcUnit.Gram ? "G" : "ML") && dose.In(strength.Drug.Unit) is { } drug
            ? drug / strength.Drug.Value * strength.Per.Value : null;

    // The crosswalk prints items too.
    private decimal? OnlyItems => Package is null && Codes is [{ PackageQuantity: { } items } code, ..]
        && code.Listed == Ndc ? items : null;

    private static T? Best<T>(ReadOnlySpan<T> rows, DateOnly day) where T : unmanaged, ITableRecord =>
        rows.On(day) ?? (rows.IsEmpty ? null : rows[^1]);

    private NdcListing ReadListing()
    {
        if (_record is { } record) return record.Ndc == Ndc ? NdcListing.Package : NdcListing.Inside;
        var (image, key) = (_tables.Image, TableKey.Of(Ndc));
        if (!image.Rows<NdcCodeRecord>().Of(key).IsEmpty || !image.Rows<NocNdcRecord>().Of(key).IsEmpty
            || !image.Rows<NadacRecord>().Of(key).IsEmpty || !image.Rows<RebateRecord>().Of(key).IsEmpty)
            return NdcListing.PriceFile;
        if (_productRecord is not null) return NdcListing.Product;
        return _tables.Coverage.Of(Dataset.NdcPackages, Day) is CoverageKind.Complete ? NdcListing.NotListed
            : NdcListing.NotCovered;
    }

    private (NdcRole Role, PackagePart? Part, int Level)? ReadPlace()
    {
        if (Package is not { } package) return null;
        var at = package.Find(Ndc);
        if (package.Kit is not null)
            return at is var (component, depth) ? (NdcRole.Component, component, depth) : (NdcRole.Kit, null, 0);
        var (part, level) = at ?? (package.Parts[0], 0);
        var isInner = level == part.Levels.Count - 1
            && !(part.CountsPieces && NdcPackage.IsWrapper(part.Levels[level].Container));
        var outer = part.ItemsIn(level) == 1 ? NdcRole.Carton : NdcRole.MultiPack;
        return (isInner ? NdcRole.Item : outer, part, level);
    }

    private NdcPackage? ReadPackage() =>
        _record is { } row ? NdcPackage.Read(_tables.Image.Text(row.Description)) : null;

    private NdcProduct? ReadProduct()
    {
        if (_productRecord is not { } row) return null;
        var image = _tables.Image;
        return new(image.Text(row.Brand), image.Text(row.Generic), image.Text(row.Form), image.Text(row.Routes),
            image.Text(row.Strength), image.Text(row.Category), image.Text(row.Application), image.Text(row.Labeler),
            row.Exclusion);
    }

    private NdcMarket ReadMarket()
    {
        var days = new List<Days>(2);
        foreach (ref readonly var row in _tables.Image.Rows<NdcPackageRecord>().Of(TableKey.Of(ListedAs)))
            days.Add(row.Days);
        if (days.TrueForAll(run => run == default) && _productRecord is { } product)
            foreach (ref readonly var row in _tables.Image.Rows<NdcProductRecord>().Of(product.Key)) days.Add(row.Days);
        DateOnly? termination = null;
        foreach (ref readonly var row in _tables.Image.Rows<RebateRecord>().Of(TableKey.Of(Ndc)))
            termination = row.Days.To;
        return NdcMarket.On([.. days], Day, _lotExpiry, termination);
    }

    private List<NdcCode> ReadCodes()
    {
        var codes = CodesOf(Ndc);
        return codes.Count > 0 || ListedAs == Ndc ? codes : CodesOf(ListedAs);
    }

    private List<NdcCode> CodesOf(Ndc11 ndc)
    {
        var image = _tables.Image;
        var codes = new List<NdcCode>(2);
        foreach (ref readonly var row in image.Rows<NdcCodeRecord>().Of(TableKey.Of(ndc)))
        {
            var isBottle = row.IsBottle;
            codes.Add(new(row.Code, image.Text(row.DrugName).Trim(), image.Text(row.Labeler).Trim(),
                image.Text(row.DosageText), isBottle ? null : row.PackageSize.Value, row.PackageQuantity.Value,
                isBottle ? null : row.UnitsPerItem.Value, row.UnitsPerPackage.Value, row.Days, ndc));
        }
        return codes;
    }

    private List<NdcNocPrice> ReadNocPrices()
    {
        var image = _tables.Image;
        var prices = new List<NdcNocPrice>();
        var rows = image.Rows<NocNdcRecord>().Of(TableKey.Of(Ndc));
        if (rows.IsEmpty) rows = image.Rows<NocNdcRecord>().Of(TableKey.Of(ListedAs));
        foreach (ref readonly var row in rows)
        {
            if (!row.Days.Include(Day)) continue;
            var (name, dosage) = (image.Text(row.GenericName), image.Text(row.DosageText));
            prices.Add(new(name, dosage, LimitOf(name, dosage), row.PackageSize.Value, row.UnitsPerItem.Value,
                row.UnitsPerPackage.Value, row.Days));
        }
        return prices;
    }

    // The price file has a handful of rows and no key but the name.
    private decimal? LimitOf(string name, string dosage)
    {
        foreach (ref readonly var row in _tables.Image.Rows<NocPriceRecord>().All)
            if (row.Days.Include(Day) && IsSame(_tables.Image.Text(row.DrugName), name)
                && IsSame(_tables.Image.Text(row.DosageText), dosage)) return row.LimitUsd.Value;
        return null;
    }

    private static bool IsSame(string one, string other) =>
        one.Trim().Equals(other.Trim(), StringComparison.OrdinalIgnoreCase);

    private ProductMatch FindDrug()
    {
        string[] names = Product is { } product ? [product.Brand, product.Generic] : [];
        foreach (var name in names.Concat(AllCodes.Select(code => code.DrugName).Distinct().Reverse())
            .Concat(NocPrices.Select(price => price.Name)))
            if (name.Length > 0 && _tables.FindProduct(name) is { IsNone: false } match) return match;
        return default;
    }

    private bool IsFactorByCode => NewestCode is { Unit: { Kind: CodeUnitKind.Exact } unit } code
        && ClottingFactors.IsCode(code.Code, unit.Dose);

    // The form of this very product first; then how pharmacies are paid for it; then how the drug is sold.
    private NdcMeasure ReadMeasure()
    {
        if (Role is NdcRole.Kit) return NdcMeasure.Of("KIT");
        if (IsFactorByCode) return NdcMeasure.Of("", isClottingFactor: true);
        if (Product is { Form.Length: > 0 } product
            && NdcMeasure.Of(product.Form, ItemAmount.Unit ?? "", product.IsClottingFactor) is
                { Unit: not NdcUnit.None } byForm) return byForm;
        foreach (ref readonly var row in _tables.Image.Rows<NadacRecord>().Of(TableKey.Of(Ndc)))
            if (_tables.Image.Text(row.Unit) is var unit && unit is "EA" or "ML" or "GM")
                return new(unit is "EA" ? NdcUnit.Each : unit is "ML" ? NdcUnit.Millilitre : NdcUnit.Gram,
                    "pharmacies are paid for it by this unit (NADAC)", false);
        NdcMeasure found = default;
        // By mouth a drug is a tablet or a liquid, which only its own form tells.
        if (Drug.IsNone || (NewestCode is { } code && OralCodes.Includes(code.Code))) return found;
        foreach (var one in Drug.Products)
        {
            var next = NdcMeasure.Of(one.Forms);
            var isOther = found.Unit is not NdcUnit.None && found.Unit != next.Unit;
            if (next.Unit is NdcUnit.None || isOther) return default;
            found = next;
        }
        return found;
    }

    private static string Joined(string brand, string generic) =>
        brand.Length == 0 || brand.Equals(generic, StringComparison.OrdinalIgnoreCase) ? generic
            : generic.Length == 0 ? brand : $"{brand} ({generic})";
}
