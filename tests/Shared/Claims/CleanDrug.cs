namespace Noc.Tests;

/// <summary>A drug on a clean claim: what was given, and how it is billed.</summary>
/// <param name="Name">Name in the text.</param>
/// <param name="Dose">Dose given, with its unit.</param>
/// <param name="Route">Route in the text.</param>
/// <param name="Ndc">Eleven digits.</param>
/// <param name="Quantity">CTP04 and CTP05.</param>
/// <param name="Administration">The code that gives it.</param>
internal sealed record CleanDrug(
    string Name, string Dose, string Route, string Ndc, string Quantity, string Administration)
{
    private const string Solution = "INJECTION, SOLUTION", Powder = "INJECTION, POWDER, LYOPHILIZED, FOR SOLUTION";

    /// <summary>Form in the directory.</summary>
    public string Form { get; init; } = Solution;

    /// <summary>Strength in the directory; empty where it has none.</summary>
    public string Strength { get; init; } = "";

    /// <summary>Unclassified code.</summary>
    public string Code { get; init; } = "J3490";

    /// <summary>Diagnosis.</summary>
    public string Diagnosis { get; init; } = "G35";

    /// <summary>Date of service.</summary>
    public string Date { get; init; } = "20260310";

    /// <summary>Of nobody; they stand in the directory of the tests beside EXAMPLAZOLE.</summary>
    public static readonly CleanDrug[] Invented =
    [
        new("PLACEBOLIN", "200MG", "IV", "99999060001", "2*UN", "96365") { Form = Powder },
        new("SAMPLIMAB", "40MG", "SC", "99999060101", "0.8*ML", "96372")
        {
            Code = "J3590", Diagnosis = "M0579", Strength = "SAMPLIMAB 50 mg/mL",
        },
        new("TESTODRUGIN", "250MG", "IM", "99999060201", "1*ML", "96372")
        {
            Diagnosis = "N186", Strength = "TESTODRUGIN 250 mg/mL",
        },
        new("EXEMPLIZUMAB", "2MG", "IVT", "99999060301", "0.05*ML", "67028")
        {
            Code = "J3590", Diagnosis = "H353211", Strength = "EXEMPLIZUMAB 40 mg/mL",
        },
        new("MOCKATINIB", "90MG", "IV", "99999060401", "1*UN", "96413")
        {
            Form = Powder, Code = "J9999", Diagnosis = "C50911",
        },
    ];

    /// <summary>Units of a code of its own; empty on an unclassified one.</summary>
    public string OwnUnits { get; init; } = "";

    /// <summary>True for an antibody against amyloid, which Medicare covers in a registry only.</summary>
    public bool IsOfRegistry => Name is "LEQEMBI";

    /// <summary>True where the code names the drug.</summary>
    public bool HasOwnCode => OwnUnits.Length > 0;

    /// <summary>All, with two real ones before they had a code, and three by codes of their own.</summary>
    public static readonly CleanDrug[] All =
    [
        new("EXAMPLAZOLE", "150MG", "IV", TestNdcs.Examplazole, "3*ML", "96365"), .. Invented,
        new("TEVIMBRA", "200MG", "IV", "", "", "96413") { Code = "J9999", Diagnosis = "C159", Date = "20240601" },
        new("LEQEMBI", "700MG", "IV", "", "", "96413") { Code = "J3590", Diagnosis = "G309", Date = "20230701" },
        new("LEQEMBI", "700MG", "IV", TestNdcs.Leqembi, "7*ML", "96413")
        {
            Code = "J0174", OwnUnits = "700", Diagnosis = "G309",
        },
        new("PEMETREXED", "500MG", "IV", TestNdcs.Powder, "1*UN", "96413")
        {
            Code = "J9305", OwnUnits = "50", Diagnosis = "C3490",
        },
        new("PEMBROLIZUMAB", "200MG", "IV", "", "", "96413")
        {
            Code = "J9271", OwnUnits = "200", Diagnosis = "C3490", Date = "20250310",
        },
    ];

    /// <summary>Loop 2410; empty where the drug has no NDC here.</summary>
    public string Lin => Ndc.Length > 0 ? $"LIN**N4*{Ndc}~CTP****{Quantity}~" : "";
}
