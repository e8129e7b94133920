using Noc.Coding;
using Noc.Drugs;
using Noc.Tables;

namespace Noc.App.FindCodes;

/// <summary>What a drug goes by on a day, in one line.</summary>
/// <param name="Code">The code that leads; <c>default</c> where none does.</param>
/// <param name="Name">The drug, by the brand that was asked for or that the code is for.</param>
/// <param name="Text">The code with its unit and to what it is limited, or why there is none.</param>
/// <param name="Short">The same without the leading code, for lists.</param>
internal sealed record Headline(HcpcsCode Code, string Name, string Text, string Short)
{
    private const int MostCodes = 3, Limited = 10, Outpatient = 20, Rare = 30, OtherMaker = 5;

    /// <summary>The line for a product.</summary>
    /// <param name="facts">The tables and the day.</param>
    /// <param name="product">The drug.</param>
    /// <param name="asked">The code that was asked for: it leads whenever it is one of the drug; <c>default</c> for
    /// none.</param>
    /// <param name="named">The maker, brand or form that was asked for; empty for none.</param>
    public static Headline Of(CardFacts facts, Product product, HcpcsCode asked = default, string named = "")
    {
        if (!asked.IsNone) return OfCode(facts, product, asked, named);
        var rows = Best(facts, product, named, out var rank);
        if (rows.Count == 0) return WithoutCode(facts, product, named);
        var name = NameOf(product, rows[0], named);
        var codes = Listed(product, rows, name, isLead: true);
        if (rank >= Outpatient && facts.Coding(product, Setting.Office).Unclassified is { Code.IsNone: false } office)
            return new(office.Code, name, $"{office.Code} in the office, no code of its own there; {codes}{On(facts)}",
                $"no code of its own in the office; {codes}");
        var dialysis = Dialysis(facts, product, rows[0]);
        return new(rows[0].Code, name, codes + dialysis + On(facts),
            Listed(product, rows, name, isLead: false) + dialysis);
    }

    /// <summary>Products that are sold under the brand for another route, such as Stelara IV beside Stelara.</summary>
    public static List<Product> Siblings(CardFacts facts, Product product)
    {
        var found = new List<Product>();
        if (product.Id.Length == 0) return found;
        var word = FirstWord(product.Ingredient);
        foreach (var other in facts.Tables.Products)
            if (other != product && FirstWord(other.Ingredient) == word && product.Brands.Any(brand =>
                other.Brands.Any(longer => Begins(longer, brand) || Begins(brand, longer)))) found.Add(other);
        return found;
    }

    /// <summary>To what a code is limited, in our words; empty where it serves every setting and route.</summary>
    public static string Limit(Product product, ProductCode row) => row.Use switch
    {
        CodeUse.Esrd => "for dialysis patients",
        CodeUse.NotEsrd => "not on dialysis",
        CodeUse.Oral => product.IsOral ? "" : "swallowed",
        CodeUse.Intravenous => "into a vein",
        CodeUse.Subcutaneous => "under the skin",
        CodeUse.Intramuscular => "into a muscle",
        CodeUse.Intrathecal => "into the spinal canal",
        CodeUse.InhaledDme or CodeUse.Dme => "through an equipment supplier",
        CodeUse.HivPrevention => "to prevent HIV",
        CodeUse.HivTreatment => "to treat HIV",
        CodeUse.Hospitalised => "for hospitalised patients with COVID-19",
        _ => row.IsOutpatientOnly ? "in the hospital outpatient department"
            : row.Code.Series == 'S' ? "for payers that take S codes" : "",
    };

    /// <summary>The unit for people; empty where the tables do not know it.</summary>
    public static string Unit(ProductCode row) => row.UnitText is "unknown" ? "" : row.UnitText;

    private static Headline OfCode(CardFacts facts, Product product, HcpcsCode asked, string named)
    {
        ProductCode? row = null;
        foreach (var one in product.Codes)
            if (one.Code == asked && (row is null || one.IsValidOn(facts.Day))) row = one;
        if (row is null)
            return new(asked, NameOf(product, null, named), $"{asked}{On(facts)}", "");
        var name = NameOf(product, row, named);
        if (row.IsValidOn(facts.Day))
            return new(asked, name, Listed(product, [row], name, isLead: true) + On(facts),
                Listed(product, [row], name, isLead: false));
        var when = row.From > facts.Day ? $"from {row.From:yyyy-MM-dd} on" : $"until {row.To:yyyy-MM-dd}";
        var label = row.IsForOneLabel ? row.Label : "";
        return new(asked, name, $"{Listed(product, [row], name, isLead: true)}, valid {when} only; "
            + Of(facts, product, named: label).Text, $"valid {when} only");
    }

    // The codes of the day that come first: for whom was named, in the office, else where they are valid.
    private static List<ProductCode> Best(CardFacts facts, Product product, string named, out int best)
    {
        var rows = new List<ProductCode>();
        best = int.MaxValue;
        foreach (var row in product.Codes)
        {
            if (!row.IsValidOn(facts.Day)) continue;
            var rank = Rank(product, row, named);
            if (rank > best) continue;
            if (rank < best) rows.Clear();
            best = rank;
            rows.Add(row);
        }
        rows.Sort(static (one, other) => (one.Narrowness, char.IsAsciiDigit(one.Code.Series), one.Code.Value)
            .CompareTo((other.Narrowness, char.IsAsciiDigit(other.Code.Series), other.Code.Value)));
        return rows;
    }

    private static int Rank(Product product, ProductCode row, string named)
    {
        var label = named.Length > 0 && row.Label == named ? 0
            : !row.IsForOneLabel || (product.Brands.Count > 0 && product.Brands.All(brand => IsBrandOf(row, brand))) ? 1
            : OtherMaker;
        if (row.Use is CodeUse.Hospitalised || row.Code.Series == 'S') return Rare + label;
        if (row.IsOutpatientOnly) return Outpatient + label;
        return SpecificCodes.Fits(product, row, Setting.Office, null) ? label : Limited + label;
    }

    private static Headline WithoutCode(CardFacts facts, Product product, string named)
    {
        var name = NameOf(product, null, named);
        if (product.Approved > facts.Day)
            return new(default, name, $"not approved yet on {facts.Day:yyyy-MM-dd}, "
                + $"but on {product.Approved:yyyy-MM-dd}"
                + (product.IsApprovalVerified ? "" : " (from memory)") + ": no code", "not approved yet");
        if (product.Fallback.IsNone) return new(default, name, "no code known; its kind is not known", "no code known");
        var office = facts.Coding(product, Setting.Office).Unclassified;
        var code = office.Code.IsNone ? "" : $"{office.Code} in the office";
        return facts.IsBeyond
            ? new(office.Code, name, $"no code of its own known to {facts.Tables.CoveredTo:yyyy-MM-dd}{And(code)}"
                + $"{On(facts)}", "no code of its own known")
            : new(office.Code, name, $"no code of its own on {facts.Day:yyyy-MM-dd}{And(code)}", "no code of its own");
    }

    private static string And(string text) => text.Length > 0 ? $"; {text}" : "";

    private static string On(CardFacts facts) => facts.IsBeyond
        ? $"; {facts.Day:yyyy-MM-dd} is not covered, the tables end on {facts.Tables.CoveredTo:yyyy-MM-dd}"
        : $", on {facts.Day:yyyy-MM-dd}";

    private static string Listed(Product product, List<ProductCode> rows, string name, bool isLead)
    {
        var said = new List<string>();
        for (var i = 0; i < Math.Min(rows.Count, MostCodes); i++)
        {
            string[] parts =
            [
                i > 0 || isLead ? rows[i].Code.Value : "", Unit(rows[i]),
                ForWhom(rows[i], name), Limit(product, rows[i]),
            ];
            said.Add(string.Join(", ", parts.Where(part => part.Length > 0)));
        }
        if (rows.Count > MostCodes) said.Add($"{rows.Count - MostCodes} more");
        return string.Join("; ", said);
    }

    // Nothing where the name of the drug says it.
    private static string ForWhom(ProductCode row, string name) =>
        !row.IsForOneLabel || name.StartsWith(row.Label, StringComparison.OrdinalIgnoreCase) ? ""
        : row.Label is "compounded" ? row.Label : $"for {row.Label}";

    // "J0881, 1 mcg, not on dialysis; J0882 for dialysis patients".
    private static string Dialysis(CardFacts facts, Product product, ProductCode lead)
    {
        if (lead.Use is not CodeUse.NotEsrd) return "";
        foreach (var row in product.Codes)
            if (row.Use is CodeUse.Esrd && row.Label == lead.Label && row.IsValidOn(facts.Day))
                return $"; {row.Code}, {Unit(row)}, for dialysis patients";
        return "";
    }

    // A brand that the code is for; without one, the first brand that no other code is for.
    private static string NameOf(Product product, ProductCode? row, string named)
    {
        foreach (var brand in product.Brands)
            if (brand.Equals(named, StringComparison.OrdinalIgnoreCase)
                || (row is { IsForOneLabel: true } && IsBrandOf(row, brand))) return product.Under(brand);
        if (row is { IsForOneLabel: true } && product.Codes.Any(other => other.Label != row.Label))
            return $"{product.Ingredient} ({row.Label})";
        foreach (var brand in product.Brands)
            if (!product.Codes.Any(other => other.IsForOneLabel && IsBrandOf(other, brand)))
                return product.Under(brand);
        return row is { IsForOneLabel: false } ? product.Ingredient : product.DisplayName;
    }

    private static bool IsBrandOf(ProductCode row, string brand) =>
        row.Label.Contains(brand, StringComparison.OrdinalIgnoreCase);

    private static string FirstWord(string name) => name.Split(' ', '(')[0];

    private static bool Begins(string longer, string brand) =>
        longer.StartsWith(brand, StringComparison.OrdinalIgnoreCase)
        && (longer.Length == brand.Length || longer[brand.Length] == ' ');
}
