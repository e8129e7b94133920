using Noc.Coding;
using Noc.Drugs;
using Noc.Tables;

namespace Noc.App.FindCodes;

/// <summary>Puts the card of a drug together.</summary>
internal static class DrugCard
{
    private const int ShownKin = 8;

    /// <summary>The card of a drug on the day of the facts.</summary>
    /// <param name="facts">The tables.</param>
    /// <param name="product">The drug.</param>
    /// <param name="asked">The code that was asked for; <c>default</c> takes the drug's code of the day.</param>
    /// <param name="ndc">The package that was asked for; <c>default</c> for none.</param>
    /// <param name="named">The brand or maker that was asked for; empty for none.</param>
    public static Card Of(CardFacts facts, Product product, HcpcsCode asked, Ndc11 ndc, string named = "")
    {
        var head = Headline.Of(facts, product, asked, named);
        var code = !asked.IsNone ? asked : product.Codes.Any(row => row.Code == head.Code) ? head.Code
            : product.Codes.Count > 0 ? product.Codes[^1].Code : default;
        var siblings = Headline.Siblings(facts, product);
        CardSection?[] sections =
        [
            About(facts, product, ndc),
            Coding(facts, product),
            Forms(facts, siblings),
            ByDate(facts, product),
            code.IsNone ? null : CodeHistory.Of(facts, code, [product]),
            code.IsNone ? null : CodeHistory.ByQuarter(facts, code),
            code.IsNone ? null : Quarters.Prices(facts, code) ?? Quarters.NoPrice(facts),
            code.IsNone ? null : Quarters.Statuses(facts, code),
            code.IsNone ? null : Packages.Of(facts, code, ndc) ?? Packages.None(facts, code),
            Administration.Of(facts, product),
            Kin(facts, product),
            Specialties.Of(facts, product),
            facts.NotLoaded(),
        ];
        var isAlone = !asked.IsNone || siblings.Count == 0;
        return new("drug", product.Id, head.Name, isAlone ? head.Text : Together(facts, product, head, siblings),
            [.. sections.OfType<CardSection>()]);
    }

    // All routes of a brand, those with a code of their own first.
    private static string Together(CardFacts facts, Product product, Headline head, List<Product> siblings)
    {
        var all = siblings.ConvertAll(other => (Product: other, Head: Headline.Of(facts, other)));
        all.Insert(0, (product, head));
        return string.Join("; ", all.OrderBy(one => one.Product.Codes.Any(row => row.Code == one.Head.Code) ? 0 : 1)
            .Select(one => $"{one.Product.Brands[0]}: {one.Head.Text}"));
    }

    // The brand for other routes, under codes of their own.
    private static CardSection? Forms(CardFacts facts, List<Product> siblings) => siblings.Count == 0 ? null
        : new("forms", "The brand for other routes", [.. siblings.Select(other => new Statement(other.DisplayName,
            Headline.Of(facts, other).Text, facts.Seed("product-codes.csv", "product", other.Id))
        {
            Confidence = other.Confidence,
        })]);

    private static IReadOnlyList<Source> SourcesOf(CardFacts facts, Product product) => product.Id.Length > 0
        ? facts.Seed("products.csv", "id", product.Id) : [facts.File(Dataset.NdcProducts, facts.Day)];

    private static CardSection About(CardFacts facts, Product product, Ndc11 ndc)
    {
        var all = new List<Statement>();
        var sources = SourcesOf(facts, product);
        void Say(string label, string text)
        {
            if (text.Length > 0) all.Add(new(label, text, sources) { Confidence = product.Confidence });
        }
        Say("Ingredient", product.Ingredient);
        Say("Brands", string.Join(", ", product.Brands));
        Say("Class", product.Class);
        if (facts.Notes.Uses.GetValueOrDefault(product.Id) is { Use.Length: > 0 } use)
            all.Add(new("Given for", use.Use
                + (use.Diagnoses.Count > 0 ? $" ({string.Join(", ", use.Diagnoses)})" : ""),
                facts.Seed("product-uses.csv", "product", product.Id)) { Confidence = use.Confidence });
        Say("Approved", product.Approved is { } day
            ? $"{day:yyyy-MM-dd}{(product.IsApprovalVerified ? "" : ", from memory")}{Pathway(product)}"
            : Pathway(product).TrimStart(',', ' '));
        if (Suffix(product.Ingredient) is { } suffix)
            Say("Suffix", $"-{suffix}: four letters without meaning that tell this biologic from its kin.");
        Say("Given by", string.Join(", ", product.Routes));
        Say("Container", product.Container switch
        {
            ContainerKind.SingleDose => "single-dose: JW or JZ where it is paid apart",
            ContainerKind.MultiDose => "multiple-dose: no JW or JZ",
            _ => "",
        });
        Say("Self-given", product.IsSelfAdministered switch
        {
            true => "Usually yes: Medicare Part B does not pay it then; look it up on the contractor's list.",
            false => "Usually no.",
            _ => "Not known.",
        });
        if (!ndc.IsNone)
            all.Add(new("Package", $"{ndc.Hyphenated}: noc ndc {ndc.Hyphenated} tells about it.",
                facts.File(Dataset.NdcCrosswalk, facts.Day)));
        if (product.Id.Length == 0)
            all.Add(new("Mind", "Known from the FDA directory only: nobody curated its codes.", sources));
        return new("about", "The drug", all);
    }

    private static string Pathway(Product product) => (product.Pathway.Length > 0 ? $", {product.Pathway}" : "")
        + (product.IsBiologic is true ? ", biologic" : "")
        + (product.IsAntineoplastic is true ? ", against cancer" : "")
        + (product.IsRadiopharmaceutical ? ", radioactive" : "");

    private static string? Suffix(string ingredient)
    {
        var hyphen = ingredient.LastIndexOf('-');
        return hyphen > 4 && ingredient.Length - hyphen == 5
            && ingredient.AsSpan(hyphen + 1).IndexOfAnyExceptInRange('a', 'z') < 0 ? ingredient[(hyphen + 1)..] : null;
    }

    private static CardSection? Coding(CardFacts facts, Product product)
    {
        if (product.Id.Length == 0) return null;
        var (office, hospital) = (facts.Coding(product, Setting.Office), facts.Coding(product, Setting.Opps));
        var sources = facts.Seed("product-codes.csv", "product", product.Id);
        var all = new List<Statement>();
        if (office.Own.Count == 0 && hospital.Own.Count == 0 && product.Approved is { } approved
            && approved > facts.Day)
            all.Add(new("Mind", $"Approved on {approved:yyyy-MM-dd} only"
                + (product.IsApprovalVerified ? "" : ", from memory") + ": a dose before that day is one of a trial or "
                + "from abroad, and has no code for approved drugs.", SourcesOf(facts, product)));
        else
        {
            all.Add(new("Office", Say(product, office), office.Own.Count > 0 ? sources : [CardFacts.Decisions]));
            all.Add(new("Hospital", Say(product, hospital) + " (Medicare outpatient)",
                hospital.Own.Count > 0 ? sources : [CardFacts.Decisions]));
            if (office.Own.Count == 0 && !office.Unclassified.Code.IsNone)
                all.Add(new("Line", $"noc find {office.Unclassified.Code} tells what the line must say.",
                    CardFacts.Decisions));
        }
        foreach (var row in product.Codes)
            if (row.IsValidOn(facts.Day) && !office.Own.Concat(hospital.Own).Any(own => own.Row.Code == row.Code))
                all.Add(new(row.Code.Value, $"unit {row.UnitText}, {Headline.Limit(product, row)}"
                    + (row.Label.Length > 0 ? $", for {row.Label}" : ""), sources) { Confidence = row.Confidence });
        if (facts.IsBeyond)
            all.Add(new("Not covered", $"The tables end on {facts.Tables.CoveredTo:yyyy-MM-dd}: a code may have come "
                + "or ended since.", facts.TablesInUse));
        return new("coding", $"Code on {facts.Day:yyyy-MM-dd}", all);
    }

    private static string Say(Product product, DrugCoding coding) => coding.Own.Count > 0
        ? string.Join("; ", coding.Own.Select(own => $"{own.Row.Code}, unit {own.Row.UnitText}"
            + (Headline.Limit(product, own.Row) is { Length: > 0 } limit ? $", {limit}" : "")
            + (own.Row.Label.Length > 0 ? $", for {own.Row.Label}" : "")))
        : coding.Unclassified.Code.IsNone ? coding.Unclassified.Reason
        : $"{coding.Unclassified.Code}. {coding.Unclassified.Reason}";

    private static CardSection? ByDate(CardFacts facts, Product product)
    {
        if (product.Codes.Count == 0) return null;
        var sources = facts.Seed("product-codes.csv", "product", product.Id);
        var all = new List<Statement>();
        var first = product.Codes.Min(row => row.From);
        if (first is { } start && product.Approved < start && start > new DateOnly(1986, 1, 1))
        {
            var before = start.AddDays(-1);
            var office = CardFacts.Coding(product, Setting.Office, before).Unclassified;
            var hospital = CardFacts.Coding(product, Setting.Opps, before).Unclassified;
            if (!office.Code.IsNone)
                all.Add(new($"to {before:yyyy-MM-dd}", $"{office.Code}"
                    + (hospital.Code != office.Code && !hospital.Code.IsNone
                        ? $"; hospital {hospital.Code} (Medicare outpatient)" : "") + ": no code of its own",
                    CardFacts.Decisions));
        }
        foreach (var row in product.Codes.OrderBy(row => row.From ?? DateOnly.MinValue))
        {
            var isInferred = row.To is { } end && facts.IsEndInferred(row.Code, end);
            all.Add(new(row.From is { } from ? $"{from:yyyy-MM-dd}" : "always",
                $"{row.Code}, unit {row.UnitText}"
                + (row.Label.Length > 0 ? $", for {row.Label}" : "")
                + (row.IsOutpatientOnly ? ", hospital outpatient only" : "")
                + (row.To is { } to ? $", until {to:yyyy-MM-dd}" : "")
                + (isInferred ? $". {CardFacts.InferredEnd}" : ""), sources)
            {
                Confidence = isInferred ? Confidence.Low : row.Confidence,
            });
        }
        return new("codes", "Codes by date", all);
    }

    // Products of the same ingredient: biosimilars and other makers.
    private static CardSection? Kin(CardFacts facts, Product product)
    {
        var based = Base(product.Ingredient);
        if (based.Length < 5 || product.Id.Length == 0) return null;
        var all = new List<Statement>();
        foreach (var other in facts.Tables.Products)
            if (other != product && Base(other.Ingredient) == based)
                all.Add(new(other.DisplayName, Headline.Of(facts, other).Text,
                    new Source("Noc seed", "product-codes.csv", Read: new(2026, 11, 1)))
                {
                    Confidence = other.Confidence,
                });
        return all.Count == 0 ? null : new("kin", $"Same ingredient, other products ({all.Count})", all)
        {
            TextLimit = ShownKin,
        };
    }

    private static string Base(string ingredient) =>
        Suffix(ingredient) is { } suffix ? ingredient[..^(suffix.Length + 1)] : ingredient;
}
