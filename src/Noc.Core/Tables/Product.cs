using Noc.Drugs;

namespace Noc.Tables;

/// <summary>A drug as sold under one approval: what it is, how it is given, which codes it has or had.</summary>
public sealed class Product
{
    private static readonly string[] SubstanceEnds = [" injection", " oral", " infusion", " (", ","];

    private string[]? _names;

    private string? _substance;

    /// <summary>Id in the seed.</summary>
    public required string Id { get; init; }

    /// <summary>Ingredient name, lower case, with what sets the product apart (suffix, route, strength).</summary>
    public required string Ingredient { get; init; }

    /// <summary>The ingredient without its form and what stands in parentheses, lower case: of "ondansetron injection"
    /// and "leuprolide depot (oncology)" the words before.</summary>
    public string Substance => _substance ??= SubstanceOf(Ingredient);

    /// <summary>Brand names.</summary>
    public Items<string> Brands { get; init; } = [];

    /// <summary>Brands and ingredient, lower case, for policies that name drugs.</summary>
    public Items<string> Names => _names ??= [.. Brands.Append(Ingredient).Select(
        static name => name.ToLowerInvariant())];

    /// <summary>BLA, NDA, ANDA, compounded, unapproved-marketed or device.</summary>
    public string Pathway { get; init; } = "";

    /// <summary>True where it is an antineoplastic; null where not known.</summary>
    public bool? IsAntineoplastic { get; init; }

    /// <summary>True where it is a biologic; null where not known.</summary>
    public bool? IsBiologic { get; init; }

    /// <summary>What it is, where its kind decides codes.</summary>
    public ProductKind Kind { get; init; }

    /// <summary>Pharmacological class in our words, for people and for the search.</summary>
    public string Class { get; init; } = "";

    /// <summary>Usual routes, as routes of narratives are spelled (IV, SC, IM, IVT ...).</summary>
    public Items<string> Routes { get; init; } = [];

    /// <summary>Forms it is sold in, in our words: solution, powder, tablet or capsule ...; empty where not known.
    /// </summary>
    public Items<string> Forms { get; init; } = [];

    /// <summary>What it is sold in, as the table writes it, such as <c>100MG/4ML; 400MG/16ML</c>; empty where not
    /// known.</summary>
    public string StrengthText { get; init; } = "";

    /// <summary>How it is packed.</summary>
    public ContainerKind Container { get; init; }

    /// <summary>First approval; null where not known.</summary>
    public DateOnly? Approved { get; init; }

    /// <summary>True where the approval date was checked against a source.</summary>
    public bool IsApprovalVerified { get; init; }

    /// <summary>The unclassified code for it in the office when it has no code of its own.</summary>
    public HcpcsCode Fallback { get; init; }

    /// <summary>True where patients usually give it to themselves; null where not known.</summary>
    public bool? IsSelfAdministered { get; init; }

    /// <summary>True where it is a radiopharmaceutical.</summary>
    public bool IsRadiopharmaceutical => Kind is ProductKind.Radiotherapy or ProductKind.TumorTracer
        or ProductKind.PetTracer or ProductKind.Tracer;

    /// <summary>True where it is swallowed.</summary>
    public bool IsOral { get; init; }

    /// <summary>Codes it has or had, by code.</summary>
    public Items<ProductCode> Codes { get; init; } = [];

    /// <summary>How sure the facts are.</summary>
    public Confidence Confidence { get; init; }

    /// <summary>True where the product is made by compounding or repackaging.</summary>
    public bool IsCompounded => Pathway == "compounded";

    /// <summary>The brand with the ingredient behind it, or the ingredient alone.</summary>
    public string DisplayName => Brands.Count > 0 ? Under(Brands[0]) : Ingredient;

    /// <summary>A brand with the ingredient behind it, without what the brand says already: Lupron Depot (leuprolide
    /// depot), not leuprolide depot (oncology).</summary>
    /// <param name="brand">One of the brands.</param>
    public string Under(string brand) =>
        $"{brand} ({(Ingredient.IndexOf(" (", StringComparison.Ordinal) is > 0 and var end ? Ingredient[..end]
            : Ingredient)})";

    private static string SubstanceOf(string ingredient)
    {
        var end = ingredient.Length;
        foreach (var form in SubstanceEnds)
            if (ingredient.IndexOf(form, StringComparison.OrdinalIgnoreCase) is > 0 and var at && at < end) end = at;
        return ingredient[..end].Trim().ToLowerInvariant();
    }

    /// <summary>The name of what one of the codes is for: the brand in its label before the ingredient, the ingredient
    /// alone where the label names a labeler or a form, else <see cref="DisplayName"/>.</summary>
    public string NameUnder(ProductCode code)
    {
        if (!code.IsForOneLabel) return DisplayName;
        foreach (var brand in Brands)
            if (code.Labels.Contains(brand, StringComparer.OrdinalIgnoreCase)) return Under(brand);
        return Ingredient;
    }
}
