using Noc.Tables;

namespace Noc.Audit;

/// <summary>Tells the kind of product on a line: by the products of its name, else by words of the name.</summary>
internal static class ProductKinds
{
    private static readonly (string Word, ProductKind Kind)[] Words =
    [
        ("INFLUENZA VACCINE", ProductKind.FluVaccine), ("FLU VACCINE", ProductKind.FluVaccine),
        ("VACCINE", ProductKind.Vaccine), ("TOXOID", ProductKind.Vaccine),
        ("ALLERGEN", ProductKind.AllergenicExtract), ("SKIN TEST", ProductKind.SkinTest),
        ("SKIN SUBSTITUTE", ProductKind.SkinSubstitute),
    ];

    // Brands that no list of drugs has, by the first word, where it is a brand of nothing else. Vaccines: FDA, vaccines
    // licensed for use in the United States; skin substitutes: HCPCS Level II, Q4101 and on.
    private static readonly (ProductKind Kind, HashSet<string> Words)[] Branded =
    [
        (ProductKind.FluVaccine, Set("AFLURIA FLUAD FLUARIX FLUBLOK FLUCELVAX FLULAVAL FLUMIST FLUZONE")),
        (ProductKind.Vaccine, Set("ABRYSVO ACTHIB AREXVY BEXSERO BIOTHRAX CAPVAXIVE COMIRNATY CYFENDUS DAPTACEL "
            + "DENGVAXIA ENGERIX ERVEBO GARDASIL HEPLISAV HIBERIX INFANRIX IXCHIQ IXIARO JYNNEOS KINRIX MENACTRA "
            + "MENQUADFI MENVEO MNEXSPIKE MRESVIA NUVAXOVID PEDIARIX PEDVAXHIB PENBRAYA PENMENVY PENTACEL PNEUMOVAX "
            + "PREHEVBRIO PREVNAR PRIORIX PROQUAD QUADRACEL RECOMBIVAX ROTARIX ROTATEQ SPIKEVAX TICOVAC TRUMENBA "
            + "TWINRIX TYPHIM VARIVAX VAXCHORA VAXELIS VAXNEUVANCE VIMKUNYA VIVOTIF ZOSTAVAX")),
        (ProductKind.SkinSubstitute, Set("AMNIOBAND AMNIOEXCEL APLIGRAF BIODFENCE CYTAL DERMAGRAFT EPIFIX GAMMAGRAFT "
            + "GRAFIX GRAFTJACKET HELICOLL KERECIS NUSHIELD PRIMATRIX PURAPLY STRAVIX THERASKIN")),
    ];

    // A name that begins so is of nothing else: EXAMPLAZOLE IN NORMAL SALINE is a drug.
    private static readonly string[] Fluids =
    [
        "STERILE WATER", "BACTERIOSTATIC WATER", "WATER FOR INJ", "STERILE SALINE", "NORMAL SALINE", "SALINE",
        "BACTERIOSTATIC SALINE", "SODIUM CHLORIDE FLUSH", "NS FLUSH",
    ];

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>The kind; a drug where nothing tells another one.</summary>
    public static ProductKind Of(DrugLine drug) => IsFluid(drug) ? ProductKind.Fluid
        : drug.Match.IsNone ? OfName(drug) : OfProducts(drug.Match.Products);

    /// <summary>True for what goes by codes of its kind, whatever its name, and by none of a drug.</summary>
    public static bool HasOtherCodes(ProductKind kind) => kind is ProductKind.Vaccine or ProductKind.FluVaccine
        or ProductKind.AllergenicExtract or ProductKind.SkinTest or ProductKind.SkinSubstitute or ProductKind.Fluid;

    private static bool IsFluid(DrugLine drug)
    {
        if (drug.DescriptionFacts is not { Name.IsEmpty: false, OtherNames.Count: 0 } facts || drug.IsCompound)
            return false;
        var name = facts.Name.Of(drug.Description);
        foreach (var fluid in Fluids)
            if (name.StartsWith(fluid, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static ProductKind OfName(DrugLine drug)
    {
        if (drug.DescriptionFacts is not { Name.IsEmpty: false } facts) return ProductKind.Drug;
        var name = facts.Name.Of(drug.Description);
        foreach (var (word, kind) in Words)
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase)) return kind;
        var end = name.IndexOfAny(" -,(");
        var first = end < 0 ? name : name[..end];
        foreach (var (kind, words) in Branded)
            if (words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(first)) return kind;
        return ProductKind.Drug;
    }

    private static ProductKind OfProducts(Items<Product> products)
    {
        var kind = products[0].Kind;
        for (var i = 1; i < products.Count && kind is not ProductKind.Drug; i++)
            if (products[i].Kind != kind) return ProductKind.Drug;
        return kind;
    }
}
