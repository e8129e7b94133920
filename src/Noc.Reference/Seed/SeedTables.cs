using Noc.Drugs;
using Noc.Tables;

namespace Noc.Reference.Seed;

/// <summary>The facts that ship with the product (data/seed), as tables.</summary>
public static class SeedTables
{
    /// <summary>Name of the shipped state.</summary>
    public const string Version = "seed-2026.11.21";

    private static readonly DateOnly CoveredTo = new(2026, 12, 31);

    /// <summary>Reads the seed out of this assembly.</summary>
    /// <exception cref="InvalidOperationException">A seed row is broken; the message names file and row.</exception>
    public static ReferenceTables Load() =>
        new(Version, CoveredTo, Unclassified(), Products(), Contractors(), Payers());

    private static List<UnclassifiedCode> Unclassified()
    {
        var codes = new List<UnclassifiedCode>();
        for (var row = new SeedRows("unclassified-codes.csv"); row.Next();)
        {
            var kind = row["kind"] switch
            {
                "unclassified" => CatchAllKind.Unclassified,
                "named" => CatchAllKind.Named,
                "procedure" => CatchAllKind.Procedure,
                _ => throw row.Broken("kind is none of unclassified, named, procedure"),
            };
            codes.Add(new(Code(row, "code"), kind, row["meaning"], row.Date("from"), row.Date("to"), row["opps_status"]));
        }
        return codes;
    }

    private static List<Product> Products()
    {
        var codes = new Dictionary<string, List<ProductCode>>(StringComparer.Ordinal);
        for (var row = new SeedRows("product-codes.csv"); row.Next();)
        {
            if (!codes.TryGetValue(row["product"], out var list)) codes[row["product"]] = list = [];
            var unit = row["unit"];
            list.Add(new(Code(row, "code"), unit, UnitText.Parse(unit), row.Date("from"), row.Date("to"), row["label"],
                ToConfidence(row)));
        }
        var products = new List<Product>(1400);
        for (var row = new SeedRows("products.csv"); row.Next();)
        {
            products.Add(new()
            {
                Id = row["id"],
                Ingredient = row["ingredient"],
                Brands = row.List("brands", ';'),
                Pathway = row["pathway"],
                IsAntineoplastic = YesNo(row, "antineoplastic"),
                IsBiologic = YesNo(row, "biologic"),
                Class = row["class"],
                Routes = Array.ConvertAll(row.List("routes", ','), ToRoute),
                Container = row["container"] switch
                {
                    "single-dose" => ContainerKind.SingleDose,
                    "multi-dose" => ContainerKind.MultiDose,
                    _ => ContainerKind.Unknown,
                },
                Approved = row.Date("approved"),
                IsApprovalVerified = row["approval_status"] == "verified",
                Fallback = Optional(row["fallback"]),
                FallbackOpps = Optional(row["fallback_opps"]),
                IsSelfAdministered = YesNo(row, "self_administered"),
                IsRadiopharmaceutical = row["radiopharmaceutical"] is not ("no" or ""),
                IsOral = row["oral"] == "y",
                Codes = codes.TryGetValue(row["id"], out var list) ? list : [],
                Confidence = ToConfidence(row),
            });
        }
        return products;
    }

    private static List<Contractor> Contractors()
    {
        var contractors = new List<Contractor>(60);
        for (var row = new SeedRows("contractors.csv"); row.Next();)
            contractors.Add(new(row["state"], row["jurisdiction"], row["contractor"], row["dme_jurisdiction"],
                row["dme_contractor"]));
        return contractors;
    }

    private static List<PayerEntry> Payers()
    {
        var payers = new List<PayerEntry>(220);
        for (var row = new SeedRows("payers.csv"); row.Next();)
            payers.Add(new(row["id"], row["name"], row.List("aliases", ';'), row.List("payer_ids", ';'), row["type"],
                ToConfidence(row)));
        return payers;
    }

    private static HcpcsCode Code(SeedRows row, string column) =>
        HcpcsCode.TryParse(row[column], out var code) ? code : throw row.Broken($"{column} is no five-character code");

    private static HcpcsCode Optional(string text) => HcpcsCode.TryParse(text, out var code) ? code : default;

    private static bool? YesNo(SeedRows row, string column) => row[column] switch
    {
        "y" => true,
        "n" => false,
        "" => null,
        _ => throw row.Broken($"{column} is neither y nor n"),
    };

    private static Confidence ToConfidence(SeedRows row) => row["confidence"] switch
    {
        "high" => Confidence.High,
        "medium" => Confidence.Medium,
        "low" => Confidence.Low,
        _ => throw row.Broken("confidence is none of high, medium, low"),
    };

    // The routes of the product list, spelled as narratives spell them.
    private static string ToRoute(string route) => route switch
    {
        "oral" => "PO",
        "inhalation" => "INH",
        "intra-articular" => "IA",
        "intravesical" => "INTRAVESICAL",
        "topical" => "TOP",
        "intracameral" => "IC",
        _ => route,
    };
}
