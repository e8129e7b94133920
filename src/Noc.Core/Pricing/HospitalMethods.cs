using Noc.Drugs;
using Noc.Tables;

namespace Noc.Pricing;

/// <summary>Hospital outpatient departments: what is packaged, what is paid apart, at which rate.</summary>
internal static class HospitalMethods
{
    private static readonly Modifier JG = Modifier.Of("JG"), TB = Modifier.Of("TB");

    private static readonly Source Rule = new("42 CFR 419; CMS, OPPS Addendum B", "status and rate by quarter",
        "https://www.cms.gov/medicare/payment/prospective-payment-systems/hospital-outpatient-pps", new(2000, 8, 1));

    private static readonly Source Rule340B = new("CMS, OPPS final rules 2018 to 2022", "340B-acquired drugs", null,
        new(2018, 1, 1));

    // The inpatient deductible: the most coinsurance of one outpatient service (SSA s. 1833(t)(8)(C)).
    private static readonly (int Year, decimal Usd)[] Caps = [(2026, 1736), (2025, 1676), (2024, 1632), (2023, 1600)];

    private const int NearDays = 400;

    /// <summary>Zero for what is packaged; closes the line for what hospitals are not paid by code.</summary>
    public static Price? Packaged(Reckoning work)
    {
        var (line, status) = (work.Line, StatusOf(work));
        if (status.Length == 0)
        {
            work.Miss($"no status of {line.Code} in hospital outpatient departments is loaded",
                "OPPS Addendum B (`noc data import`)");
            return null;
        }
        if (status is "N")
        {
            work.Step($"status N: paid as part of other services, nothing apart");
            work.Flag("packaged", $"{line.Code} is packaged on hospital outpatient claims (status N).");
            if (work.IsUnclassified && IsOpen(line.Code))
                work.Advice = OppsStatus.PackagedAdvice;
            return work.Priced(PriceMethod.Packaged, "packaged (status N)", 0, Rule, isLesserOfCharge: false);
        }
        if (status is "Q1" && !line.PackagedInto.IsNone)
        {
            work.Step($"status Q1: paid as part of {line.PackagedInto} of the day, nothing apart");
            work.Flag("packaged", $"{line.Code} is packaged into {line.PackagedInto} (status Q1).");
            return work.Priced(PriceMethod.Packaged, "packaged (status Q1)", 0, Rule, isLesserOfCharge: false);
        }
        if (OppsStatus.Refusal(status) is { } why)
            work.Close($"{line.Code} has status {status} on the day: {why}",
                status is "E2" ? "a price of its own in a later Addendum B" : "the code of this setting");
        return null;
    }

    /// <summary>ASP less 22.5 percent, where the line says JG on days on which that counted, or the drug is known to be
    /// bought under 340B and no TB excepts the hospital.</summary>
    public static Price? Cut340B(Reckoning work)
    {
        var line = work.Line;
        var hasJg = line.Modifiers.Contains(JG);
        if (!hasJg && (!line.IsDiscounted340B || line.Modifiers.Contains(TB))) return null;
        if (!PriceFormulas.IsCut340B(StatusOf(work), hasJg: true, line.Day)) return null;
        if (MedicareMethods.LimitOf(work, line.Code) is not var (_, limit)) return null;
        if (!hasJg) work.Flag("340b-modifier", $"Bought under 340B: the line carries JG, or TB where the hospital is "
            + $"excepted, and then is paid in full.");
        var unit = PriceFormulas.Of340B(PriceFormulas.AspIn(limit));
        work.Step($"${limit:0.000###} / 1.06 x 77.5% = ${unit:0.000} a unit x {line.Units:#,##0.###} units = "
            + $"${unit * line.Units:#,##0.00####}");
        return work.Priced(PriceMethod.Opps340B, "340B: ASP - 22.5%", unit * line.Units, Rule340B,
            isLesserOfCharge: false);
    }

    /// <summary>The rate of Addendum B.</summary>
    public static Price? Rate(Reckoning work)
    {
        var line = work.Line;
        if (!OppsStatus.IsPaidByRate(StatusOf(work)) || RowOf(work, out var isOfDay) is not { } row) return null;
        var (status, isDrug) = (work.Tables.Image.Text(row.Status), work.Class is not PriceClass.Procedure);
        // Rates of drugs change by the quarter, of services by the year.
        var isRateOfDay = isOfDay || (!isDrug && row.Days.From?.Year == line.Day.Year);
        if (row.RateUsd.Value is not { } rate || !isRateOfDay)
        {
            if (!isDrug)
                work.Miss($"no rate of {line.Code} is loaded for {work.Quarter}",
                    "OPPS Addendum B (`noc data import`)");
            return null;
        }
        work.Row($"OPPS Addendum B {line.Code} {row.Days}: status {status}, ${rate:#,##0.00####}");
        work.Step($"${rate:#,##0.00####} x {line.Units:#,##0.###} units = ${rate * line.Units:#,##0.00####}");
        if (isDrug) CheckJump(work, row, rate);
        else Remark(work, status);
        return work.Priced(PriceMethod.OppsRate, $"OPPS rate (status {status})", rate * line.Units, Rule,
            isLesserOfCharge: false, coinsurancePercent: Coinsurance(work, row, isDrug));
    }

    private static void CheckJump(Reckoning work, OppsRecord own, decimal rate)
    {
        decimal? before = null, after = null;
        foreach (ref readonly var row in work.Tables.Image.Rows<OppsRecord>().Of(own.Key))
            if (row.Days.From < own.Days.From) before = row.RateUsd.Value;
            else if (row.Days.From > own.Days.From) after ??= row.RateUsd.Value;
        PriceJump.Check(work, $"rate of {work.Line.Code}", rate, before, after);
    }

    private static void Remark(Reckoning work, string status)
    {
        work.Flag("wage-index", $"The national rate; the hospital's wage index is not in it.");
        if (status is "Q1" or "Q2" or "Q3" or "J1" or "J2")
            work.Flag("conditional",
                $"Status {status}: paid apart only where no greater service of the claim takes it in.");
    }

    private static decimal Coinsurance(Reckoning work, OppsRecord row, bool isDrug)
    {
        if (row.CoinsurancePercent.Value is { } adjusted) return adjusted;
        if (!isDrug) return 20;
        return work.Tables.Image.Rows<LimitRecord>().Of(TableKey.Of(work.Line.Code)).On(work.Line.Day) is { } limit
            ? limit.CoinsurancePercent.Value ?? 20 : 20;
    }

    /// <summary>The most coinsurance of one service on a day: of a year not known yet, that of the year before it; null
    /// for years before the first known.</summary>
    public static decimal? CapOn(DateOnly day)
    {
        foreach (var (year, usd) in Caps)
            if (day.Year >= year) return usd;
        return null;
    }

    /// <summary>Whether the limit of a day is that of an earlier year: the deductible rises each year.</summary>
    public static bool IsCapOfEarlierYear(DateOnly day) => day.Year > Caps[0].Year;

    private static string StatusOf(Reckoning work)
    {
        if (RowOf(work, out var isOfDay) is { } row)
        {
            var status = work.Tables.Image.Text(row.Status);
            if (!isOfDay && !work.HasFlag("status-quarter"))
                work.Flag("status-quarter", $"Addendum B of {work.Quarter} is not loaded; status {status} is that of "
                    + $"{CalendarQuarter.Name(row.Days.From ?? work.Line.Day)}.");
            return status;
        }
        return work.Tables.CatchAll(work.Line.Code)?.OppsStatus ?? "";
    }

    // That of the day, else the nearest quarter before, else after, within about a year.
    private static OppsRecord? RowOf(Reckoning work, out bool isOfDay)
    {
        var day = work.Line.Day;
        var rows = work.Tables.Image.Rows<OppsRecord>().Of(TableKey.Of(work.Line.Code));
        var own = rows.On(day);
        isOfDay = own is not null;
        if (own is not null) return own;
        OppsRecord? best = null;
        var distance = NearDays;
        foreach (ref readonly var row in rows)
        {
            if (row.Days is not { From: { } from, To: { } to }) continue;
            var away = day > to ? day.DayNumber - to.DayNumber : from.DayNumber - day.DayNumber;
            if (away < distance) (best, distance) = (row, away);
        }
        return best;
    }

    private static bool IsOpen(HcpcsCode code) => code.Value is "J3490" or "J3590" or "J9999";
}
