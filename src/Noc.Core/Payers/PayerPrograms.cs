namespace Noc.Payers;

/// <summary>The programs of the payers in the directory.</summary>
public static class PayerPrograms
{
    /// <summary>The program of a type of the directory (<see cref="Tables.PayerEntry.Type"/>);
    /// <see cref="PayerProgram.Other"/> for commercial payers and for what is no payer.</summary>
    public static PayerProgram OfType(string? type) => type switch
    {
        "medicare" or "medicare_mac" => PayerProgram.Medicare,
        "medicare_dme" => PayerProgram.MedicareDme,
        "commercial_ma" => PayerProgram.MedicareAdvantage,
        "medicaid" or "medicaid_mco" => PayerProgram.Medicaid,
        "federal" => PayerProgram.Federal,
        "workers_comp" => PayerProgram.WorkersCompensation,
        _ => PayerProgram.Other,
    };
}
