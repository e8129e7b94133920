using Noc.Tables;

namespace Noc.Core.Tests.Tables;

public sealed class ProductNamesTests
{
    [Theory]
    [InlineData("LEQEMBI 700MG IV", NameKind.Brand, "lecanemab-irmb")]
    [InlineData("inj lecanemab-irmb, 700 mg", NameKind.Ingredient, "lecanemab-irmb")]
    [InlineData("LECANEMAB IRMB 700 MG", NameKind.Ingredient, "lecanemab-irmb")]
    [InlineData("Eylea HD 8mg", NameKind.Brand, "aflibercept-8-mg")]
    [InlineData("EYLEA 2MG", NameKind.Brand, "aflibercept")]
    [InlineData("AFLIBERCEPT (EYLEA HD) 8MG", NameKind.Brand, "aflibercept-8-mg")]
    [InlineData("AFLIBERCEPT 8 MG", NameKind.Ingredient, "aflibercept-8-mg")]
    [InlineData("aflibercept-ayyh 2mg", NameKind.Ingredient, "aflibercept-ayyh")]
    [InlineData("NATALIZUMAB-SZTN 300 MG", NameKind.Ingredient, "natalizumab-sztn")]
    [InlineData("iron sucrose 200mg", NameKind.Ingredient, "iron-sucrose")]
    [InlineData("COSENTYX IV 300", NameKind.Brand, "secukinumab-iv")]
    [InlineData("BCG LIVE INTRAVESICAL", NameKind.Ingredient, "bcg-live-intravesical")]
    [InlineData("vitamin b12 (cyanocobalamin) 1000 mcg", NameKind.Brand, "cyanocobalamin")]
    [InlineData("FARICIMAB 6MG IVT", NameKind.WithoutSuffix, "faricimab-svoa")]
    [InlineData("DOXORUBICIN 60MG IV", NameKind.Ingredient, "doxorubicin")]
    [InlineData("NOVOSEVEN 5MG", NameKind.Brand, "factor-viia-recombinant")]
    [InlineData("CATHFLO 2MG", NameKind.Brand, "alteplase")]
    [InlineData("BICILLIN LA 2400000 UNITS", NameKind.Brand, "penicillin-g-benzathine")]
    [InlineData("ADRENALIN 1MG", NameKind.Brand, "epinephrine")]
    [InlineData("SHINGRIX 0.5ML", NameKind.Brand, "zoster-vaccine-recombinant")]
    [InlineData("KENALOG 40MG IM", NameKind.Brand, "triamcinolone-acetonide")]
    [InlineData("Somatuline 120 mg deep SC", NameKind.Brand, "lanreotide")]
    [InlineData("EXONDYS 1500MG IV", NameKind.Brand, "eteplirsen")]
    [InlineData("liposomal doxorubicin 50 mg", NameKind.Ingredient, "doxorubicin-liposome")]
    [InlineData("Doxorubicin HCl liposomal 20mg/10mL", NameKind.Ingredient, "doxorubicin-liposome")]
    [InlineData("pegylated liposomal doxorubicin", NameKind.Ingredient, "doxorubicin-liposome")]
    [InlineData("liposomal amphotericin B", NameKind.Ingredient, "amphotericin-b-liposome")]
    [InlineData("liposomal cytarabine daunorubicin", NameKind.Ingredient, "daunorubicin-and-cytarabine-liposome")]
    [InlineData("nab-paclitaxel 100mg", NameKind.Ingredient, "paclitaxel-protein-bound")]
    [InlineData("factor VIII recombinant", NameKind.Ingredient, "factor-viii-recombinant")]
    [InlineData("recombinant factor VIII", NameKind.Ingredient, "factor-viii-recombinant")]
    [InlineData("VWF recombinant", NameKind.Ingredient, "vwf-recombinant")]
    [InlineData("oral cyclophosphamide 50 mg", NameKind.Ingredient, "cyclophosphamide-oral")]
    [InlineData("aripiprazole ER 960 mg", NameKind.Ingredient, "aripiprazole-er")]
    [InlineData("immune globulin IV lyophilized", NameKind.Ingredient, "immune-globulin-iv-lyophilised")]
    public void A_name_leads_to_its_product(string text, NameKind kind, string product)
    {
        var match = TestTables.Seed.FindProduct(text);
        Assert.Equal((kind, product), (match.Kind, string.Join(' ', match.Products.Select(p => p.Id))));
    }

    [Theory]
    [InlineData("AFLIBERCEPT 2MG", 8)]
    [InlineData("natalizumab 300 mg", 2)]
    [InlineData("efgartigimod 1000 mg", 2)]
    [InlineData("bevacizumab 1.25 mg", 8)]
    [InlineData("pegfilgrastim", 6)]
    public void A_name_that_several_products_share_lists_them_all(string text, int atLeast)
    {
        var match = TestTables.Seed.FindProduct(text);
        Assert.True(match.Products.Count >= atLeast, $"{match.Products.Count}");
    }

    [Fact]
    public void Every_ingredient_leads_to_its_own_product_before_any_other()
    {
        var wrong = TestTables.Seed.Products.Where(product => TestTables.Seed.FindProduct(product.Ingredient)
                is { IsNone: false, Products: [var first, ..] } && first.Ingredient != product.Ingredient)
            .Select(product => $"{product.Ingredient}: "
                + TestTables.Seed.FindProduct(product.Ingredient).Products[0].Ingredient);
        Assert.Empty(wrong);
    }

    [Fact]
    public void A_bare_name_is_the_first_one_licensed_before_its_biosimilars()
    {
        var products = TestTables.Seed.FindProduct("ustekinumab 90 mg").Products;
        Assert.All(products.Take(2), product => Assert.StartsWith("Stelara", product.Brands[0]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("UNCLASSIFIED DRUG")]
    [InlineData("NOT OTHERWISE CLASSIFIED BIOLOGIC SEE NOTES")]
    [InlineData("injection given in left arm, invoice attached")]
    [InlineData("iron 100 mg")]
    [InlineData("NORMAL SALINE 1000 ML")]
    [InlineData("vitamin and mineral with zinc")]
    [InlineData("insulin 10 units")]
    [InlineData("IV IM SC PO IVT MG ML UNITS")]
    [InlineData("PRELEQEMBIX 700 MG")]
    [InlineData("EYLEAHD")]
    [InlineData("patient in chair; administered over 30 minutes without reaction")]
    [InlineData("per therapeutic dose, single use vial, discarded amount 0")]
    [InlineData("CHEMO SUPPORT DRUG FOR NAUSEA")]
    public void Common_words_and_parts_of_words_are_no_names(string text) =>
        Assert.True(TestTables.Seed.FindProduct(text).IsNone, TestTables.Seed.FindProduct(text).IsNone ? ""
            : TestTables.Seed.FindProduct(text).Products[0].Id);

    [Fact]
    public void The_place_of_the_name_is_told()
    {
        const string text = "inj: Lecanemab-irmb 700 MG";
        var match = TestTables.Seed.FindProduct(text);
        Assert.Equal("Lecanemab-irmb", text.Substring(match.Start, match.Length));
    }

    [Fact]
    public void Every_brand_and_ingredient_leads_to_a_list_with_its_product()
    {
        var lost = new List<string>();
        foreach (var product in TestTables.Seed.Products)
            foreach (var brand in product.Brands)
            {
                var match = TestTables.Seed.FindProduct(brand);
                if (brand.Length >= 4 && (match.IsNone || !match.Products.Contains(product)))
                    lost.Add($"{product.Id}: {brand}");
            }
        Assert.True(lost.Count < 25, string.Join('\n', lost));
    }

    [Fact]
    public void Any_text_is_answered_and_nothing_is_allocated()
    {
        var random = new Random(20260105);
        var text = new char[1000];
        for (var i = 0; i < 2000; i++)
        {
            var length = random.Next(text.Length);
            for (var j = 0; j < length; j++) text[j] = (char)(random.Next(4) == 0 ? ' ' : random.Next(32, 0x17F));
            TestTables.Seed.FindProduct(text.AsSpan(0, length));
        }
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) TestTables.Seed.FindProduct("AFLIBERCEPT (EYLEA HD) 8MG WITH NO REACTION");
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
