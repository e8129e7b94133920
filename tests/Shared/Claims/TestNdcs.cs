using Noc.Drugs;
using Noc.Reference.Seed;
using Noc.Tables;

namespace Noc.Tests;

/// <summary>Facts of invented NDCs over the seed: a whole crosswalk of 2026 Q1, an extract of 2026 Q4, a directory.
/// </summary>
internal static class TestNdcs
{
    /// <summary>A solution of nobody's drug; in the directory only.</summary>
    public const string Examplazole = "99999012301";

    /// <summary>200 mg of lecanemab in 2 mL (J0174); in both crosswalks.</summary>
    public const string Leqembi = "99999017401";

    /// <summary>500 mg of pemetrexed powder of another maker (J9304), a code of its own.</summary>
    public const string Pemetrexed = "99999930401";

    /// <summary>A vial with 500 mg of dry pemetrexed (J9305).</summary>
    public const string Powder = "99999930501";

    /// <summary>A vial of 100 mg of eptinezumab (J3032), which comes in no other size.</summary>
    public const string Vyepti = "99999303201";

    /// <summary>Epoetin, with a code for dialysis and one for others.</summary>
    public const string Epoetin = "99999088501";

    /// <summary>In the extract of 2026 Q4 only.</summary>
    public const string Extracted = "99999017402";

    /// <summary>In the crosswalk of 2025 Q4 only.</summary>
    public const string Earlier = "99999017403";

    /// <summary>Vasopressin that CMS prices by name.</summary>
    public const string ByName = "99999259801";

    /// <summary>Left the market at the end of 2025.</summary>
    public const string Ended = "99999020101";

    /// <summary>Comes to the market in June 2026.</summary>
    public const string Coming = "99999020201";

    /// <summary>A carton of ten vials that have a code of their own.</summary>
    public const string Carton = "99999050001";

    /// <summary>A carton that the crosswalk lists, and not its vial.</summary>
    public const string ListedCarton = "99999050101";

    /// <summary>A kit of a vial and a syringe with codes of their own.</summary>
    public const string Kit = "99999099901";

    /// <summary>Its maker pays Medicaid no rebate any more.</summary>
    public const string WithoutRebate = "99999044401";

    /// <summary>Adalimumab, which patients give to themselves.</summary>
    public const string SelfGiven = "99999066601";

    /// <summary>A drug that only the directory has, by brand and generic name.</summary>
    public const string OfDirectory = "99999087701";

    /// <summary>Another package of a drug of that generic name, without a brand.</summary>
    public const string OfDirectoryToo = "99999087801";

    private static readonly Days First = new(new(2026, 1, 1), new(2026, 3, 31));
    private static readonly Days Fourth = new(new(2026, 10, 1), new(2026, 12, 31));
    private static readonly Days Day = new(new(2026, 3, 9), new(2026, 3, 9));
    private static readonly Days Before = new(new(2025, 10, 1), new(2025, 12, 31));

    /// <summary>The seed with these facts.</summary>
    /// <param name="isWhole">False for a directory that is an extract.</param>
    public static ReferenceTables Tables(bool isWhole = true) => SeedTables.Load("test", Image(isWhole), null);

    private static TableImage Image(bool isWhole)
    {
        var builder = new TableImageBuilder();
        CodeRow[] codes =
        [
            new(Leqembi, "J0174", "Leqembi", "1 MG", 2, 200, First),
            new(Leqembi, "J0174", "Leqembi", "1 MG", 2, 200, Fourth),
            new(Pemetrexed, "J9304", "Pemfexy", "10 MG", 20, 50, First),
            new(Epoetin, "J0885", "Epogen", "1000 UNITS", 1, 4, First),
            new(Epoetin, "Q4081", "Epogen", "100 UNITS", 1, 40, First),
            new(Powder, "J9305", "Alimta", "10 MG", 1, 50, First),
            new(Vyepti, "J3032", "Vyepti", "1 MG", 1, 100, First),
            new(ListedCarton, "J0174", "Leqembi", "1 MG", 2, 200, First),
            new(Extracted, "J0174", "Leqembi", "1 MG", 5, 500, Fourth),
            new(Earlier, "J0174", "Leqembi", "1 MG", 5, 500, Before),
        ];
        builder.Add(codes.Select(row => row.Record(builder.Texts)));
        builder.Add(codes.Select(row => new CodeNdcRecord { Code = HcpcsCode.Of(row.Code), Ndc = Of(row.Ndc),
            Days = row.Days }));
        builder.Add<NocNdcRecord>(
            [new() { Ndc = Of(ByName), Days = First, DrugName = builder.Texts.Add("Vasopressin") }]);
        builder.Add(Packages(builder.Texts));
        builder.Add<NdcProductRecord>(
        [
            Product(builder.Texts, Examplazole, "", "EXAMPLAZOLE", "INJECTION, SOLUTION"),
            Product(builder.Texts, Leqembi, "Leqembi", "lecanemab-irmb", "INJECTION, SOLUTION",
                labeler: "Oldmaker Ltd."),
            Product(builder.Texts, "99999030001", "", "Ketorolac Tromethamine", "INJECTION, SOLUTION"),
            Product(builder.Texts, SelfGiven, "Humira", "adalimumab", "INJECTION, SOLUTION"),
            Product(builder.Texts, Powder, "Alimta", "pemetrexed disodium",
                "INJECTION, POWDER, LYOPHILIZED, FOR SOLUTION"),
            Product(builder.Texts, OfDirectory, "Inventra", "inventomycin sodium", "INJECTION, SOLUTION"),
            Product(builder.Texts, OfDirectoryToo, "", "Inventomycin", "INJECTION, SOLUTION"),
            .. CleanDrug.Invented.Select(drug => Product(builder.Texts, drug.Ndc, "", drug.Name, drug.Form,
                drug.Strength, "Example Laboratories Inc.")),
        ]);
        builder.Add<RebateRecord>([new() { Ndc = Of(WithoutRebate), Days = Before }]);
        // Diagnoses of one day only, so that other tests need none.
        builder.Add<DiagnosisRecord>(
        [
            new() { Packed = TableKey.OfText("G43709"), Days = Day, IsBillable = 1 },
            new() { Packed = TableKey.OfText("C34"), Days = Day },
        ]);
        builder.Add<MueRecord>([Edit("J0174", 1000, 2), Edit("J9305", 150, 3), Edit("96365", 1, 3)]);
        builder.Add<LimitRecord>([new() { Code = HcpcsCode.Of("J9271"), LimitUsd = Micro.Of(56.5m),
            Days = new(new(2025, 1, 1), new(2025, 3, 31)) }]);
        var directory = isWhole ? LoadedKind.Complete : LoadedKind.Partial;
        builder.Add<LoadedRecord>(
        [
            new() { Dataset = Dataset.NdcCrosswalk, Days = Before, Kind = LoadedKind.Complete },
            new() { Dataset = Dataset.NdcCrosswalk, Days = First, Kind = LoadedKind.Complete },
            new() { Dataset = Dataset.NdcCrosswalk, Days = Fourth, Kind = LoadedKind.Partial },
            new() { Dataset = Dataset.NocCrosswalk, Days = First, Kind = LoadedKind.Complete },
            new() { Dataset = Dataset.Icd10Cm, Days = Day, Kind = LoadedKind.Complete },
            new() { Dataset = Dataset.NdcPackages, Kind = directory },
            new() { Dataset = Dataset.NdcProducts, Kind = directory },
        ]);
        return builder.Build("test");
    }

    private static IReadOnlyList<NdcPackageRecord> Packages(TextHeap texts) =>
    [
        Package(Examplazole, default), Package(Leqembi, new(new(2023, 1, 10), null)), Package(Pemetrexed, default),
        Package(Ended, new(new(2015, 1, 1), new(2025, 12, 31))), Package(Coming, new(new(2026, 6, 1), null)),
        Package(WithoutRebate, default),
        Package(Carton, default) with
        {
            Description = texts.Add(
                "10 VIAL in 1 CARTON (99999-0500-01) > 2 mL in 1 VIAL (99999-0500-02)"),
        },
        Package(ListedCarton, default) with
        {
            Description = texts.Add(
                "1 VIAL in 1 CARTON (99999-0501-01) > 2 mL in 1 VIAL (99999-0501-02)"),
        },
        Package(Kit, default) with
        {
            Description = texts.Add("1 KIT in 1 CARTON (99999-0999-01)  *  2 mL in 1 VIAL (99999-0999-02)"
                + "  *  5 mL in 1 SYRINGE (99999-0999-03)"),
        },
        Package("99999030001", default), Package(SelfGiven, default), Package(Powder, default),
        Package(OfDirectory, default), Package(OfDirectoryToo, default),
        .. CleanDrug.Invented.Select(drug => Package(drug.Ndc, default)),
    ];

    private sealed record CodeRow(
        string Ndc, string Code, string Name, string Dosage, decimal Size, decimal Units, Days Days)
    {
        public NdcCodeRecord Record(TextHeap texts) => new()
        {
            Ndc = Of(Ndc),
            Code = HcpcsCode.Of(Code),
            DrugName = texts.Add(Name),
            Labeler = texts.Add("Newmaker Inc."),   // the directory names another one
            DosageText = texts.Add(Dosage),
            PackageSize = Micro.Of(Size),
            PackageQuantity = Micro.Of(1),
            UnitsPerItem = Micro.Of(Units),
            UnitsPerPackage = Micro.Of(Units),
            Days = Days,
        };
    }

    private static MueRecord Edit(string code, decimal units, byte indicator) =>
        new() { Code = HcpcsCode.Of(code), Days = First, Units = Micro.Of(units), Indicator = indicator };

    private static NdcPackageRecord Package(string ndc, Days days) => new() { Ndc = Of(ndc), Days = days };

    private static NdcProductRecord Product(
        TextHeap texts, string ndc, string brand, string generic, string form, string strength = "",
        string labeler = "") => new()
    {
        Strength = texts.Add(strength),
        Labeler = texts.Add(labeler),
        LabelerProduct = Of(ndc).LabelerProduct,
        Brand = texts.Add(brand),
        Generic = texts.Add(generic),
        Form = texts.Add(form),
    };

    private static Ndc11 Of(string digits) =>
        Ndc11.TryParse(digits, out var ndc) ? ndc : throw new ArgumentException(digits, nameof(digits));
}
