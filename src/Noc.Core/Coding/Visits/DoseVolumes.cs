using Noc.Drugs;

namespace Noc.Coding;

/// <summary>Amounts of a dose in the measure that its code counts.</summary>
/// <remarks>Most codes count milligrams or units, and so does a narrative: 6 mL of 25 mg/mL is 150 mg. Codes that count
/// millilitres, such as those of contrast, bill 150 mg of 25 mg/mL as 6 mL. Source: coding guide B4.</remarks>
internal static class DoseVolumes
{
    /// <summary>The dose with its amounts as the code counts them, where its strength is known; unchanged otherwise.
    /// </summary>
    public static DoseToBill AsCounted(DoseToBill dose, DoseCode code)
    {
        if (code.IsCompound) return dose;
        if (!code.Unit.IsNone && code.Unit.In("ML") is not null) return AsVolume(dose, code);
        if (dose.Dose.In("ML") is null && dose.Opened.In("ML") is null && dose.Discarded.In("ML") is null) return dose;
        var per = DoseNdc.DrugInMillilitre(code);
        return per.IsNone || per.In("ML") is not null ? dose : dose with
        {
            Dose = AsDrug(dose.Dose, per),
            Opened = AsDrug(dose.Opened, per),
            Discarded = AsDrug(dose.Discarded, per),
        };
    }

    private static DoseToBill AsVolume(DoseToBill dose, DoseCode code)
    {
        if (dose.Dose.IsNone || dose.Dose.In("ML") is not null) return dose;
        var per = DoseNdc.DrugInMillilitre(code);
        if (per.IsNone || per.Value <= 0 || AsVolume(dose.Dose, per) is not { Unit: "ML" } volume) return dose;
        return dose with
        {
            Dose = volume,
            Opened = AsVolume(dose.Opened, per),
            Discarded = AsVolume(dose.Discarded, per),
            VolumeReason = $"{dose.Dose} / {per} in 1 ML = {volume}",
        };
    }

    private static Amount AsDrug(Amount amount, Amount per) =>
        amount.In("ML") is >= 0 and <= 1e6m and var volume ? new(volume * per.Value, per.Unit) : amount;

    // What a strength does not divide evenly is no reason for one more unit.
    private static Amount AsVolume(Amount amount, Amount per) =>
        !amount.IsNone && amount.In(per.Unit) is >= 0 and <= 1e9m and var drug
            ? new(Rounding.Quantity(drug / per.Value), "ML") : amount;
}
