namespace Noc.Payers;

/// <summary>Programs as policy files name them.</summary>
public static class ProgramNames
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "medicare", "medicare-dme", "medicare-advantage", "medicaid", "commercial", "federal", "workers-comp",
    ];

    /// <summary>The word of policy files for a program.</summary>
    public static string Of(PayerProgram program) => program switch
    {
        PayerProgram.Medicare => "medicare",
        PayerProgram.MedicareDme => "medicare-dme",
        PayerProgram.MedicareAdvantage => "medicare-advantage",
        PayerProgram.Medicaid => "medicaid",
        PayerProgram.Federal => "federal",
        PayerProgram.WorkersCompensation => "workers-comp",
        _ => "commercial",
    };
}
