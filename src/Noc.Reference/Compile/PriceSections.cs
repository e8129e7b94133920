using Noc.Coding;
using Noc.Reference.Originals;

namespace Noc.Reference.Compile;

/// <summary>Sections of prices: payment limits, hospital outpatient rates, pharmacy costs.</summary>
internal static class PriceSections
{
    public static TableSection<LimitRecord> Limits() =>
        new TableSection<LimitRecord>(Layers.ByPeriod) { Subject = row => row.Code.Value }
            .Of<PaymentLimitRow>(Dataset.AspPrices, Limit);

    public static TableSection<NocPriceRecord> NocPrices() =>
        new TableSection<NocPriceRecord>(Layers.ByPeriod).Of<NocPriceRow>(Dataset.NocPrices, static (row, to) => new()
        {
            DrugName = to.Text(row.Name),
            DosageText = to.Text(row.DosageText),
            Notes = to.Text(row.Notes),
            Days = to.Days,
            LimitUsd = Micro.Of(row.LimitUsd),
        });

    public static TableSection<OppsRecord> Opps() =>
        new TableSection<OppsRecord>(Layers.ByPeriod) { Subject = row => row.Code.Value }
            .Of<OppsRow>(Dataset.OppsAddendumB, static (row, to) => new()
        {
            Status = to.Text(row.Status),
            Apc = to.Text(row.Apc),
            Code = row.Code,
            Days = to.Days,
            RateUsd = Micro.Of(row.PaymentUsd),
            CopaymentUsd = Micro.Of(row.MinimumCopaymentUsd),
            CoinsurancePercent = Micro.Of(row.CoinsurancePercent),
            PassThroughEnds = row.PassThroughEnds ? (byte)1 : (byte)0,
        });

    public static TableSection<NadacRecord> Nadac() =>
        new TableSection<NadacRecord>(Layers.All).Of<NadacRow>(Dataset.Nadac, static (row, to) => row.Ndc is not { } ndc
            ? null
            : new()
            {
                Description = to.Text(row.Description),
                Unit = to.Text(row.PricingUnit),
                Class = to.Text(row.Classification),
                Ndc = ndc,
                Days = new(row.EffectiveDate ?? row.AsOf, null),
                UnitUsd = Micro.Of(row.PerUnitUsd),
            });

    private static LimitRecord? Limit(PaymentLimitRow row, RowContext to)
    {
        var unit = CodeUnitText.Parse(row.DosageText);
        return new()
        {
            DosageText = to.Text(row.DosageText),
            Unit = to.Text(unit.Amount.Unit),
            Notes = to.Text(row.Notes.ReplaceLineEndings(" ")),
            LimitText = to.Text(row.LimitUsd is null ? InsteadOf(row) : ""),
            Code = row.Code,
            Days = to.Days,
            LimitUsd = Micro.Of(row.LimitUsd),
            CoinsurancePercent = Micro.Of(row.CoinsurancePercent),
            VaccineLimitUsd = Micro.Of(row.VaccineLimitUsd),
            BloodLimitUsd = Micro.Of(row.BloodLimitUsd),
            UnitValue = unit.Amount.IsNone ? Micro.None : Micro.Of(unit.Amount.Value),
            UnitKind = unit.Kind,
            Marks = Marks(row),
        };
    }

    // What stands in place of a limit; the notes may publish list prices there.
    private static string InsteadOf(PaymentLimitRow row)
    {
        var notes = string.Join("; ", row.Notes.Split(["\r\n", "\n", "\r"], StringSplitOptions.TrimEntries
            | StringSplitOptions.RemoveEmptyEntries));
        return Says(row, "AWP") ? $"{row.LimitText}; {notes}" : row.LimitText;
    }

    private static LimitNotes Marks(PaymentLimitRow row)
    {
        var marks = row.IsClottingFactor ? LimitNotes.ClottingFactor : LimitNotes.None;
        if (Says(row, "adjusted coinsurance")) marks |= LimitNotes.AdjustedCoinsurance;
        if (Says(row, "8%")) marks |= LimitNotes.EightPercent;
        if (Says(row, "lesser of")) marks |= LimitNotes.LesserOf;
        if (Says(row, "AMP")) marks |= LimitNotes.ManufacturerPrice;
        return marks;
    }

    private static bool Says(PaymentLimitRow row, string words) =>
        row.Notes.Contains(words, StringComparison.OrdinalIgnoreCase);
}
