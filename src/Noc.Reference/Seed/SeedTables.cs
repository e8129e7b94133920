using Noc.Coding;
using Noc.Drugs;

namespace Noc.Reference.Seed;

/// <summary>The facts that ship with the product (data/seed), as tables.</summary>
public static class SeedTables
{
    /// <summary>Name of the shipped state.</summary>
    public const string Version = "seed-2026.11.21";

    private static readonly DateOnly CoveredTo = new(2026, 12, 31);

    /// <summary>Reads the seed out of this assembly.</summary>
    /// <exception cref="InvalidOperationException">A seed row is broken; the message names file and row.</exception>
    public static ReferenceTables Load() => Load(Version, SeedImage.Load(), null);

    /// <summary>The same facts over tables that were imported.</summary>
    /// <param name="version">Name of the tables.</param>
    /// <param name="image">The imported tables.</param>
    /// <param name="notice">Why the imported tables are not used; null where nothing is wrong.</param>
    public static ReferenceTables Load(string version, TableImage image, string? notice)
    {
        var codes = Codes(new("product-codes.csv"));
        ImportedCodes.Revise(codes, image);
        var tables = Over(version, image, notice, codes);
        return ImportedCodes.AddTo(codes, tables) ? Over(version, image, notice, codes) : tables;
    }

    private static ReferenceTables Over(
        string version, TableImage image, string? notice, Dictionary<string, List<ProductCode>> codes) =>
        new(version, LastDay(image), Unclassified(new("unclassified-codes.csv")), Products(new("products.csv"), codes),
            Contractors(new("contractors.csv")), Payers(new("payers.csv")), image)
        {
            Notice = notice,
            Modifiers = () => SeedFacts.Modifiers(new("modifiers.csv")),
            SelfAdministeredEntries = () => SeedFacts.SelfAdministered(new("self-administered.csv"),
                SeedNotes.SourcesOf(new("sources.csv"))),
            FamilyEntries = () => SeedFacts.Families(new("drug-families.csv"),
                SeedNotes.SourcesOf(new("sources.csv"))),
            Diagnoses = () => SeedFacts.Diagnoses(new("product-uses.csv")),
        };

    // Codes of a newer quarter are known to its end.
    private static DateOnly LastDay(TableImage image) =>
        new Coverage(image).LastDayOf(Dataset.Hcpcs) is { } last && last > CoveredTo ? last : CoveredTo;

    /// <summary>Catch-all codes out of the rows of unclassified-codes.csv.</summary>
    internal static List<UnclassifiedCode> Unclassified(SeedRows row)
    {
        int code = row.Column("code"), kind = row.Column("kind"), meaning = row.Column("meaning");
        int from = row.Column("from"), to = row.Column("to"), status = row.Column("opps_status");
        var codes = new List<UnclassifiedCode>(80);
        while (row.Next())
        {
            var of = row[kind] switch
            {
                "unclassified" => CatchAllKind.Unclassified,
                "named" => CatchAllKind.Named,
                "procedure" => CatchAllKind.Procedure,
                "generic" => CatchAllKind.Generic,
                _ => throw row.Broken("kind is none of unclassified, named, procedure, generic"),
            };
            codes.Add(new(Code(row, code), of, row.Text(meaning), row.Date(from), row.Date(to), row.Text(status)));
        }
        return codes;
    }

    /// <summary>Codes by product id out of the rows of product-codes.csv.</summary>
    internal static Dictionary<string, List<ProductCode>> Codes(SeedRows row)
    {
        int product = row.Column("product"), code = row.Column("code"), unit = row.Column("unit");
        var use = row.Column("use");
        int from = row.Column("from"), to = row.Column("to"), label = row.Column("label");
        var confidence = row.Column("confidence");
        var codes = new Dictionary<string, List<ProductCode>>(1400, StringComparer.Ordinal);
        var units = new Dictionary<string, CodeUnit>(256, StringComparer.Ordinal);
        List<ProductCode>? list = null;
        var of = "";
        while (row.Next())
        {
            if (list is null || !row[product].SequenceEqual(of))
            {
                of = row.Text(product);
                codes[of] = list = codes.TryGetValue(of, out var more) ? more : new(2);
            }
            var text = row.Text(unit);
            if (!units.TryGetValue(text, out var read)) units[text] = read = CodeUnitText.Parse(text);
            var (start, end) = (row.Date(from), row.Date(to));
            if (end < start) throw row.Broken("the last day lies before the first");
            list.Add(new(Code(row, code), text, read.Dose, start, end, row.Text(label), ToConfidence(row, confidence))
            {
                Use = ToUse(row, use),
                Total = read.Total,
            });
        }
        return codes;
    }

    /// <summary>Products out of the rows of products.csv.</summary>
    internal static List<Product> Products(SeedRows row, Dictionary<string, List<ProductCode>> codes)
    {
        int id = row.Column("id"), ingredient = row.Column("ingredient"), brands = row.Column("brands");
        int pathway = row.Column("pathway"), antineoplastic = row.Column("antineoplastic");
        int biologic = row.Column("biologic"), of = row.Column("class"), routes = row.Column("routes");
        int forms = row.Column("forms"), container = row.Column("container"), approved = row.Column("approved");
        var strengths = row.Column("strengths");
        int status = row.Column("approval_status"), fallback = row.Column("fallback");
        int self = row.Column("self_administered"), kind = row.Column("kind");
        int oral = row.Column("oral"), confidence = row.Column("confidence");
        var products = new List<Product>(1400);
        var used = 0;
        while (row.Next())
        {
            var name = row.Text(id);
            if (codes.TryGetValue(name, out var list)) used++;
            products.Add(new()
            {
                Id = name,
                Ingredient = row.Text(ingredient),
                Brands = row.List(brands, ';'),
                Pathway = row.Text(pathway),
                IsAntineoplastic = YesNo(row, antineoplastic),
                IsBiologic = YesNo(row, biologic),
                Kind = ToKind(row, kind),
                Class = row.Text(of),
                Routes = Array.ConvertAll(row.List(routes, ','), RouteText.Spelled),
                Forms = row.List(forms, ','),
                StrengthText = row.Text(strengths),
                Container = ToContainer(row, container),
                Approved = row.Date(approved),
                IsApprovalVerified = row[status] is "verified",
                Fallback = Optional(row, fallback),
                IsSelfAdministered = YesNo(row, self),
                IsOral = row[oral] is "y",
                Codes = list is null ? [] : list,
                Confidence = ToConfidence(row, confidence),
            });
        }
        if (used != codes.Count) throw row.Broken("product-codes.csv names a product that is not in products.csv");
        return products;
    }

    /// <summary>Contractors out of the rows of contractors.csv.</summary>
    internal static List<Contractor> Contractors(SeedRows row)
    {
        int state = row.Column("state"), jurisdiction = row.Column("jurisdiction"), name = row.Column("contractor");
        int dme = row.Column("dme_jurisdiction"), dmeName = row.Column("dme_contractor");
        int zips = row.Column("part_b_zips"), partB = row.Column("part_b_jurisdiction");
        var partBName = row.Column("part_b_contractor");
        var contractors = new List<Contractor>(60);
        while (row.Next())
        {
            var one = new Contractor(
                row.Text(state), row.Text(jurisdiction), row.Text(name), row.Text(dme), row.Text(dmeName));
            contractors.Add(row[zips].IsEmpty ? one : one with
            {
                PartBZips = row.List(zips, ';'),
                PartB = one with { Jurisdiction = row.Text(partB), Name = row.Text(partBName) },
            });
        }
        return contractors;
    }

    /// <summary>Payers out of the rows of payers.csv.</summary>
    internal static List<PayerEntry> Payers(SeedRows row)
    {
        int id = row.Column("id"), name = row.Column("name"), aliases = row.Column("aliases");
        int ids = row.Column("payer_ids"), type = row.Column("type"), confidence = row.Column("confidence");
        var states = row.Column("states");
        var payers = new List<PayerEntry>(220);
        while (row.Next())
            payers.Add(new(row.Text(id), row.Text(name), row.List(aliases, ';'), row.List(ids, ';'), row.Text(type),
                States(row.List(states, ';')), ToConfidence(row, confidence)));
        return payers;
    }

    // "US", "multi-state", "East region" and "TX;OH and others" set no limit that could be checked.
    private static IReadOnlyList<string> States(IReadOnlyList<string> states) =>
        states.All(state => state.Length == 2 && state != "US") ? states : [];

    private static HcpcsCode Code(SeedRows row, int column) =>
        HcpcsCode.TryParse(row[column], out var code) ? code
            : throw row.Broken("the code has not five letters or digits");

    internal static HcpcsCode Optional(SeedRows row, int column) =>
        HcpcsCode.TryParse(row[column], out var code) ? code : default;

    private static bool? YesNo(SeedRows row, int column) => row[column] switch
    {
        "y" => true,
        "n" => false,
        "" => null,
        _ => throw row.Broken($"cell {column + 1} is neither y nor n"),
    };

    internal static Confidence ToConfidence(SeedRows row, int column) => row[column] switch
    {
        "high" => Confidence.High,
        "medium" => Confidence.Medium,
        "low" => Confidence.Low,
        _ => throw row.Broken("confidence is none of high, medium, low"),
    };

    private static ContainerKind ToContainer(SeedRows row, int column) => row[column] switch
    {
        "single-dose" => ContainerKind.SingleDose,
        "multi-dose" => ContainerKind.MultiDose,
        _ => ContainerKind.Unknown,
    };

    private static ProductKind ToKind(SeedRows row, int column) => row[column] switch
    {
        "" => ProductKind.Drug,
        "vaccine" => ProductKind.Vaccine,
        "allergenic" => ProductKind.AllergenicExtract,
        "skin-test" => ProductKind.SkinTest,
        "radiotherapy" => ProductKind.Radiotherapy,
        "tumor-tracer" => ProductKind.TumorTracer,
        "pet-tracer" => ProductKind.PetTracer,
        "tracer" => ProductKind.Tracer,
        "gadolinium" => ProductKind.Gadolinium,
        "contrast" => ProductKind.Contrast,
        "dye" => ProductKind.Dye,
        "clotting-factor" => ProductKind.ClottingFactor,
        "ivig-liquid" => ProductKind.IvigLiquid,
        "ivig-powder" => ProductKind.IvigPowder,
        "immune-globulin" => ProductKind.ImmuneGlobulin,
        "hiv-prevention" => ProductKind.HivPrevention,
        "transplant" => ProductKind.Transplant,
        "antiemetic" => ProductKind.Antiemetic,
        "transitioned" => ProductKind.Transitioned,
        "botulinum" => ProductKind.BotulinumToxin,
        "car-t" => ProductKind.CarTCells,
        "amyloid-antibody" => ProductKind.AmyloidAntibody,
        "mixture" => ProductKind.Mixture,
        _ => throw row.Broken("kind is none of those that the program knows"),
    };

    private static CodeUse ToUse(SeedRows row, int column) => row[column] switch
    {
        "" => CodeUse.Any,
        "esrd" => CodeUse.Esrd,
        "non-esrd" => CodeUse.NotEsrd,
        "oral" => CodeUse.Oral,
        "iv" => CodeUse.Intravenous,
        "sc" => CodeUse.Subcutaneous,
        "im" => CodeUse.Intramuscular,
        "it" => CodeUse.Intrathecal,
        "inhaled" => CodeUse.InhaledDme,
        "dme" => CodeUse.Dme,
        "prep" => CodeUse.HivPrevention,
        "treatment" => CodeUse.HivTreatment,
        "hospitalised" => CodeUse.Hospitalised,
        _ => throw row.Broken("use is not known"),
    };
}
