using Noc.Drugs;

namespace Noc.Coding;

/// <summary>Amounts of a dose that are recorded in millilitres, as amounts of drug.</summary>
/// <remarks>A code counts milligrams or units, and so does a narrative; 6 mL of 25 mg/mL is 150 mg. Codes that count
/// millilitres themselves, such as contrast, keep them. Source: coding guide B4.</remarks>
internal static class DoseVolumes
{
    /// <summary>The dose with its amounts in the unit of the drug, where its strength is known; unchanged otherwise.
    /// </summary>
    public static DoseToBill AsDrug(DoseToBill dose, DoseCode code)
    {
        if (code.IsCompound || (!code.Unit.IsNone && code.Unit.In("ML") is not null)) return dose;
        if (dose.Dose.In("ML") is null && dose.Opened.In("ML") is null && dose.Discarded.In("ML") is null) return dose;
        var per = DoseNdc.DrugInMillilitre(code);
        return per.IsNone || per.In("ML") is not null ? dose : dose with
        {
            Dose = Converted(dose.Dose, per),
            Opened = Converted(dose.Opened, per),
            Discarded = Converted(dose.Discarded, per),
        };
    }

    private static Amount Converted(Amount amount, Amount per) =>
        amount.In("ML") is >= 0 and <= 1e6m and var volume ? new(volume * per.Value, per.Unit) : amount;
}
