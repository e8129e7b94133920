using System.Globalization;
using Noc.Reference.Originals;

namespace Noc.Reference.Compile;

/// <summary>Sections of the physician fee schedule and of the places it is paid for.</summary>
internal static class FeeSections
{
    public static TableSection<FeeRecord> Fees() =>
        new TableSection<FeeRecord>(Layers.ByPeriod) { Afterwards = WithBothFactors }
            .Of<FeeScheduleRow>(Dataset.FeeSchedule, Fee, static row => row.Track.ToString());

    public static TableSection<LocalityPaymentRecord> Payments() =>
        new TableSection<LocalityPaymentRecord>(Layers.ByPeriod).Of<LocalityPaymentRow>(
            Dataset.LocalityPayments, static (row, to) => new()
            {
                Code = row.Code,
                Modifier = row.Modifier ?? default,
                Contractor = NumberOf(row.Contractor),
                Locality = NumberOf(row.Locality),
                Days = to.Days,
                NonFacilityUsd = Micro.Of(row.NonFacilityUsd),
                FacilityUsd = Micro.Of(row.FacilityUsd),
            });

    public static TableSection<LocalityRecord> Localities() =>
        new TableSection<LocalityRecord>(Layers.ByPeriod).Of<GpciRow>(Dataset.Gpci, static (row, to) => new()
        {
            State = to.Text(row.State),
            Name = to.Text(row.Name),
            Contractor = NumberOf(row.Contractor),
            Locality = NumberOf(row.Locality),
            Days = to.Days,
            WorkWithFloor = Micro.Of(row.WorkWithFloor),
            WorkWithoutFloor = Micro.Of(row.WorkWithoutFloor),
            PracticeExpense = Micro.Of(row.PracticeExpense),
            Malpractice = Micro.Of(row.Malpractice),
        });

    public static TableSection<CountyRecord> Counties() =>
        new TableSection<CountyRecord>(Layers.ByPeriod).Of<LocalityRow>(Dataset.Localities, static (row, to) => new()
        {
            State = to.Text(row.State),
            Area = to.Text(row.FeeScheduleArea),
            Counties = to.Text(row.Counties),
            Contractor = NumberOf(row.Contractor),
            Locality = NumberOf(row.Locality),
            Days = to.Days,
        });

    public static TableSection<ZipRecord> Zips() =>
        new TableSection<ZipRecord>(Layers.ByPeriod).Of<ZipLocalityRow>(
            Dataset.ZipLocalities, static (row, to) => new()
            {
                State = to.Text(row.State),
                Zip = NumberOf(row.Zip),
                Contractor = NumberOf(row.Contractor),
                Locality = NumberOf(row.Locality),
                Days = to.Days,
                Flags = row.NeedsPlusFour ? (byte)1 : (byte)0,
            });

    public static TableSection<ContractorRecord> Contractors() =>
        new TableSection<ContractorRecord>(Layers.ByPeriod).Of<ContractorRow>(
            Dataset.Contractors, static (row, to) => new()
            {
                State = to.Text(row.State),
                Jurisdiction = to.Text(row.Jurisdiction),
                Name = to.Text(row.Contractor),
                PartBNumbers = to.Text(string.Join(' ', row.PartBNumbers)),
                DmeJurisdiction = to.Text(row.DmeJurisdiction),
                DmeName = to.Text(row.DmeContractor),
                Days = to.Days,
            });

    // NA stands beside a number that nobody is paid by: that of the other place.
    private static FeeRecord? Fee(FeeScheduleRow row, RowContext to) => new()
    {
        Status = to.Text(row.StatusCode),
        GlobalDays = to.Text(row.GlobalDays),
        PcTc = to.Text(row.PcTcIndicator),
        MultipleProcedure = to.Text(row.MultipleProcedure),
        Bilateral = to.Text(row.Bilateral),
        Supervision = to.Text(row.DiagnosticSupervision),
        Code = row.Code,
        Modifier = row.Modifier ?? default,
        Days = to.Days,
        Work = Micro.Of(row.WorkRvu),
        NonFacilityExpense = Micro.Of(row.IsNotDoneOutsideFacility ? null : row.NonFacilityPeRvu),
        FacilityExpense = Micro.Of(row.IsNotDoneInFacility ? null : row.FacilityPeRvu),
        Malpractice = Micro.Of(row.MalpracticeRvu),
        NonFacilityTotal = Micro.Of(row.IsNotDoneOutsideFacility ? null : row.NonFacilityTotalRvu),
        FacilityTotal = Micro.Of(row.IsNotDoneInFacility ? null : row.FacilityTotalRvu),
        ConversionFactor = Micro.Of(row.Track is FeeScheduleTrack.Qualifying ? null : row.ConversionFactorUsd),
        QualifyingFactor = Micro.Of(row.Track is FeeScheduleTrack.Qualifying ? row.ConversionFactorUsd : null),
    };

    // From 2026 on one file has the factor of qualifying participants, another the factor of all others.
    private static List<FeeRecord> WithBothFactors(List<FeeRecord> records)
    {
        var known = new Dictionary<FeeRecord, int>(records.Count);
        var merged = new List<FeeRecord>(records.Count);
        foreach (var record in records)
        {
            var units = record with { ConversionFactor = default, QualifyingFactor = default };
            if (!known.TryGetValue(units, out var at))
            {
                known[units] = merged.Count;
                merged.Add(record);
            }
            else if (record.ConversionFactor.Value is null)
                merged[at] = merged[at] with { QualifyingFactor = record.QualifyingFactor };
            else merged[at] = record with { QualifyingFactor = merged[at].QualifyingFactor };
        }
        return merged;
    }

    private static int NumberOf(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
