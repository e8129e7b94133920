using Noc.Administrations;
using Noc.Claims;
using Noc.Drugs;
using Noc.Tables;

namespace Noc.Pricing;

/// <summary>The physician fee schedule: relative values, locality, facility or not.</summary>
internal static class FeeScheduleMethod
{
    private static readonly Source Rule = new("42 CFR 414 subpart B", "physician fee schedule",
        "https://www.cms.gov/medicare/payment/fee-schedules/physician", new(1992, 1, 1));

    /// <summary>Whether the schedule pays the code, so that it is no drug.</summary>
    public static bool IsProcedure(PriceLine line, ReferenceTables tables) =>
        RowOf(line, tables) is { } row && tables.Image.Text(row.Status) is "A" or "R" or "T" or "C";

    public static Price? Of(Reckoning work)
    {
        var line = work.Line;
        var isFacility = PaySystems.IsFacility(line.PlaceOfService);
        if (isFacility && IsHospitals(line))
        {
            work.Miss($"in place of service {line.PlaceOfService} the facility is paid for {line.Code}, not the "
                + $"physician", "");
            return null;
        }
        if (UnitOf(work) is not { } whole) return null;
        var amount = FeeModifiers.Apply(work, whole, BilateralOf(work));
        if (line.Units != 1)
            work.Step($"${amount:#,##0.00} x {line.Units:#,##0.###} units = ${amount * line.Units:#,##0.00}");
        return work.Priced(PriceMethod.FeeSchedule, isFacility ? "fee schedule (facility)" : "fee schedule",
            amount * line.Units, Rule);
    }

    /// <summary>What the schedule pays for one unit; null where it tells nothing.</summary>
    public static decimal? UnitOf(Reckoning work)
    {
        var (line, isFacility) = (work.Line, PaySystems.IsFacility(work.Line.PlaceOfService));
        // Files of amounts repeat that of the other place where the schedule says that the service is not for this one.
        if (RowOf(line, work.Tables) is { } row && work.Tables.Image.Text(row.Status) is "A" or "R" or "T"
            && (isFacility ? row.FacilityExpense : row.NonFacilityExpense).Value is null)
            return work.Miss($"the fee schedule calls {line.Code} not applicable (NA) {(isFacility
                ? $"in a facility (place of service {line.PlaceOfService})" : "outside a facility")}",
                "the contractor's price");
        var place = LocalityChoice.Of(line, work.Tables);
        return OfLocality(work, place, isFacility) ?? OfValues(work, place, isFacility);
    }

    private static string BilateralOf(Reckoning work) =>
        RowOf(work.Line, work.Tables) is { } row ? work.Tables.Image.Text(row.Bilateral) : "";

    // Administration of drugs is the hospital's in its places: CPT's introduction to these codes, NCCI manual ch. 11.
    private static bool IsHospitals(PriceLine line) => InfusionCodes.IsBarredInFacility(line.Code)
        && PlacesOfService.IsHospitalOrSurgeryCentre(line.PlaceOfService);

    private static decimal? OfLocality(Reckoning work, LocalityChoice place, bool isFacility)
    {
        if (place.Contractor is not { } contractor) return null;
        var rows = work.Tables.Image.Rows<LocalityPaymentRecord>();
        foreach (ref readonly var row in rows.Of(TableKey.Of(work.Line.Code)))
        {
            if (row.Contractor != contractor || row.Locality != place.Locality || row.Modifier != PartOf(work.Line)
                || !row.Days.Include(work.Line.Day)) continue;
            var amount = isFacility ? row.FacilityUsd.Value : row.NonFacilityUsd.Value;
            if (amount is not { } usd) continue;
            work.Row($"fee schedule amount {work.Line.Code} {row.Days}: contractor {contractor:00000}, locality "
                + $"{place.Locality:00}, ${usd:#,##0.00}");
            return usd;
        }
        return null;
    }

    private static decimal? OfValues(Reckoning work, LocalityChoice place, bool isFacility)
    {
        var (line, image) = (work.Line, work.Tables.Image);
        if (RowOf(line, work.Tables) is not { } row)
            return work.Miss($"{MedicareMethods.Missing(
                work.Tables, Dataset.FeeSchedule, line.Day, work.Quarter, $"relative values of {line.Code}")}",
                $"the fee schedule of {line.Day.Year} (`noc data import`)");
        if (image.Text(row.Status) is var status && status is not ("A" or "R" or "T"))
            return work.Miss($"the fee schedule has no price of {line.Code} (status {status})",
                status is "C" ? "the contractor's price" : "");
        var expense = isFacility ? row.FacilityExpense.Value : row.NonFacilityExpense.Value;
        if (expense is not { } pe || row.Work.Value is not { } effort || row.Malpractice.Value is not { } risk
            || row.ConversionFactor.Value is not { } factor)
            return work.Miss($"the fee schedule has no {(isFacility ? "facility " : "")}value of {line.Code}", "");
        work.Row($"fee schedule {line.Code} {row.Days}: work {effort:0.00##}, expense {pe:0.00##}, malpractice "
            + $"{risk:0.00##}, factor {factor:0.0000}");
        if (!row.Days.Include(line.Day))
            work.Flag("fee-release", $"The release of {work.Quarter} is not loaded; values are those of "
                + $"{CalendarQuarter.Name(row.Days.From ?? line.Day)}, of the same year.");
        var total = effort + pe + risk;
        if (place.Row is { } local && (local.WorkWithFloor.Value ?? local.WorkWithoutFloor.Value) is { } work1
            && local.PracticeExpense.Value is { } expense1 && local.Malpractice.Value is { } risk1)
        {
            work.Row($"locality {image.Text(local.Name)} {local.Days}: work {work1:0.000}, expense {expense1:0.000}, "
                + $"malpractice {risk1:0.000}");
            total = effort * work1 + pe * expense1 + risk * risk1;
            work.Step($"{effort:0.00##} x {work1:0.000} + {pe:0.00##} x {expense1:0.000} + {risk:0.00##} x "
                + $"{risk1:0.000} = {total:0.######}");
        }
        else
            work.Flag("national", $"The national amount: {place.Why}.");
        var amount = Rounding.Cents(total * factor);
        work.Step($"{total:0.######} x {factor:0.0000} = ${amount:#,##0.00}");
        return amount;
    }

    // The physician's or the technical part has a row of its own.
    private static Modifier PartOf(PriceLine line) =>
        line.Modifiers.FirstOrDefault(static one => one.Value is "26" or "TC");

    private static FeeRecord? RowOf(PriceLine line, ReferenceTables tables)
    {
        // Values and factor are made for a year: another release of it serves where that of the day is not loaded.
        FeeRecord? best = null, sameYear = null;
        foreach (ref readonly var row in tables.Image.Rows<FeeRecord>().Of(TableKey.Of(line.Code)))
        {
            if (row.Modifier != PartOf(line)) continue;
            if (row.Days.Include(line.Day)) best = row;
            else if (row.Days.From?.Year == line.Day.Year) sameYear ??= row;
        }
        return best ?? sameYear;
    }
}

/// <summary>The Medicare locality of a line.</summary>
/// <param name="Contractor">Number of the Part B contractor; null where not known.</param>
/// <param name="Locality">Number of the locality.</param>
/// <param name="Row">Its cost indices; null where not loaded.</param>
/// <param name="Why">Why there are none; empty where there are.</param>
internal readonly record struct LocalityChoice(int? Contractor, int Locality, LocalityRecord? Row, string Why)
{
    /// <summary>As told, else by ZIP code, else by a state of one locality.</summary>
    public static LocalityChoice Of(PriceLine line, ReferenceTables tables)
    {
        var image = tables.Image;
        if (line.Locality is { } told && line.Contractor is { } contractor)
            return At(contractor, told, line.Day, image);
        if (line.Zip.Length >= 5 && int.TryParse(line.Zip.AsSpan(0, 5), out var zip)
            && image.Rows<ZipRecord>().Of((ulong)zip).On(line.Day) is { } found)
            return At(found.Contractor, found.Locality, line.Day, image);
        var noZip = ZipMissing(line, tables);
        if (line.State.Length != 2)
            return new(null, 0, null, noZip.Length > 0 ? noZip : "the line does not tell its locality");
        LocalityRecord? only = null;
        var count = 0;
        foreach (ref readonly var row in image.Rows<LocalityRecord>().All)
            if (row.Days.Include(line.Day) && image.Text(row.State) == line.State && (line.Locality is not { } number
                || number == row.Locality)) (only, count) = (row, count + 1);
        return count switch
        {
            1 => new(only!.Value.Contractor, only.Value.Locality, only, ""),
            0 => new(null, 0, null, "no localities are loaded for the day (`noc data import` of GPCI and ZIP files)"),
            _ => new(null, 0, null, noZip.Length > 0 ? $"{line.State} has {count} localities, and {noZip}"
                : $"{line.State} has {count} localities; tell the ZIP code"),
        };
    }

    // Why a ZIP code that was told gives no locality; empty where none was told.
    private static string ZipMissing(PriceLine line, ReferenceTables tables)
    {
        if (line.Zip.Length == 0) return "";
        if (line.Zip.Length < 5 || !int.TryParse(line.Zip.AsSpan(0, 5), out _))
            return $"ZIP code {line.Zip} is not one of five digits";
        if (tables.Coverage.Of(Dataset.ZipLocalities, line.Day) is CoverageKind.Complete or CoverageKind.Partial)
            return $"the ZIP codes of {CalendarQuarter.Name(line.Day)} do not hold {line.Zip[..5]}";
        return $"no ZIP codes of {CalendarQuarter.Name(line.Day)} are loaded for {line.Zip[..5]} (`noc data import` of "
            + "the ZIP5 file)";
    }

    private static LocalityChoice At(int contractor, int locality, DateOnly day, TableImage image) =>
        image.Rows<LocalityRecord>().Of(TableKey.Of(contractor, locality)).On(day) is { } row
            ? new(contractor, locality, row, "")
            : new(contractor, locality, null, "the cost indices of the locality are not loaded");
}
