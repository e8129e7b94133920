using System.Globalization;
using Noc.Coding;
using Noc.Drugs;
using Noc.Tables;

namespace Noc.Pricing;

/// <summary>Medicare's payment limits, and what counts where there is none.</summary>
internal static class MedicareMethods
{
    public static readonly Source AspRule = new("42 CFR 414.904 (SSA s. 1847A)", "payment limits by quarter",
        "https://www.cms.gov/medicare/payment/part-b-drugs/asp-pricing-files", new(2005, 1, 1));

    private static readonly Source WacRule = new("SSA s. 1847A(c)(4); Claims Processing Manual ch. 17", "20.1.3", null,
        PriceFormulas.InitialThreePercentFrom);

    private static readonly Source AwpRule = new("Claims Processing Manual ch. 17", "20.1.2, 90.3", null,
        new(2004, 1, 1));

    private static readonly Source InvoiceRule = new("Claims Processing Manual ch. 17", "20.1.3 (contractors' pricing)",
        null, new(2005, 1, 1));

    public static bool HasLimit(PriceLine line, ReferenceTables tables) =>
        tables.Image.Rows<LimitRecord>().Of(TableKey.Of(line.Code)).On(line.Day) is not null;

    public static Price? PaymentLimit(Reckoning work)
    {
        if (work.IsUnclassified) return null;   // no such code has ever a row
        if (FromAddendum(work) is { } rate) return rate;
        if (LimitOf(work, work.Line.Code) is not var (row, limit)) return null;
        var (line, percent) = (work.Line, row.CoinsurancePercent.Value ?? 20);
        work.Step($"${limit:0.000###} a unit x {line.Units:#,##0.###} units = ${limit * line.Units:#,##0.00####}");
        if (row.Marks.HasFlag(LimitNotes.AdjustedCoinsurance) || percent is > 0 and < 20)
            work.Flag("adjusted-coinsurance", $"Coinsurance is {percent:0.###}% instead of 20%: prices rose faster "
                + $"than inflation (file of {work.Quarter}).");
        return work.Priced(PriceMethod.PaymentLimit, Label(work, row), limit * line.Units, AspRule,
            coinsurancePercent: percent);
    }

    /// <summary>The limit of the line's code by the quarter's own file, else by Addendum B; null where neither tells.
    /// </summary>
    public static decimal? AnyLimitOf(Reckoning work) =>
        RateOf(work)?.RateUsd.Value ?? LimitOf(work, work.Line.Code)?.Usd;

    private static Price? FromAddendum(Reckoning work)
    {
        var line = work.Line;
        if (RateOf(work) is not { RateUsd.Value: { } rate } row) return null;
        work.Step($"${rate:0.000###} a unit x {line.Units:#,##0.###} units = ${rate * line.Units:#,##0.00####}");
        return work.Priced(PriceMethod.PaymentLimit, "payment limit (by Addendum B)", rate * line.Units, AspRule,
            coinsurancePercent: row.CoinsurancePercent.Value ?? 20);
    }

    // Addendum B prints the same limits for drugs paid apart: it serves where the quarter's own file is not loaded.
    private static OppsRecord? RateOf(Reckoning work)
    {
        var (line, image) = (work.Line, work.Tables.Image);
        if (HasLimit(line, work.Tables) || work.Tables.Coverage.Of(Dataset.AspPrices, line.Day) is CoverageKind.Complete
            || image.Rows<OppsRecord>().Of(TableKey.Of(line.Code)).On(line.Day) is not { RateUsd.Value: { } rate } row
            || !SeparatePayment.IsApart(image.Text(row.Status))) return null;
        work.Row($"OPPS Addendum B {line.Code} {row.Days}: ${rate:#,##0.00####}");
        work.Flag("from-addendum-b", $"The payment limit file of {work.Quarter} is not loaded; Addendum B prints the "
            + $"limit for hospitals, which is the same.");
        return row;
    }

    /// <summary>The limit of a code on the day of the line; null where the file has none.</summary>
    public static (LimitRecord Row, decimal Usd)? LimitOf(Reckoning work, HcpcsCode code)
    {
        var (image, day) = (work.Tables.Image, work.Line.Day);
        var rows = image.Rows<LimitRecord>().Of(TableKey.Of(code));
        for (var i = rows.Length - 1; i >= 0; i--)
        {
            if (!rows[i].Days.Include(day)) continue;
            var printed = rows[i].LimitUsd.Value ?? rows[i].VaccineLimitUsd.Value ?? rows[i].BloodLimitUsd.Value;
            if (printed is not { } limit)
            {
                work.Miss($"the file of {work.Quarter} prints no number for {code} "
                    + $"({image.Text(rows[i].LimitText).Split(';')[0]})",
                    "the contractor's price");
                return null;
            }
            work.Row($"payment limit {code} {rows[i].Days}: ${limit:0.000###} per {image.Text(rows[i].DosageText)}");
            if (PrintedUnit.OfCode(work, rows, i, limit) is { } reckoned) return (rows[i], reckoned);
            PriceJump.Check(work, $"limit of {code}", limit, At(rows, i - 1, i), At(rows, i + 1, i));
            return (rows[i], limit);
        }
        work.Miss($"{Missing(work.Tables, Dataset.AspPrices, day, work.Quarter, $"a payment limit of {code}")}",
            work.Tables.Coverage.Of(Dataset.AspPrices, day) is CoverageKind.Complete ? ""
                : $"the payment limit file of {work.Quarter} (`noc data import`)");
        return null;
    }

    // The limit of a neighbouring quarter; null where the unit of the code was another.
    private static decimal? At(ReadOnlySpan<LimitRecord> rows, int index, int own) =>
        index >= 0 && index < rows.Length && rows[index].UnitValue == rows[own].UnitValue
            ? rows[index].LimitUsd.Value : null;

    /// <summary>Why a row is not there: it does not exist, or its quarter is not loaded.</summary>
    public static string Missing(
        ReferenceTables tables, Dataset dataset, DateOnly day, string quarter, string what) =>
        tables.Coverage.Of(dataset, day) switch
        {
            CoverageKind.Complete => $"the file of {quarter} has not {what}",
            CoverageKind.Partial => $"only a part of the file of {quarter} is loaded, without {what}",
            _ => $"no file of {quarter} is loaded that would hold {what}",
        };

    private static string Label(Reckoning work, in LimitRecord row)
    {
        if (work.Class is PriceClass.Vaccine && row.VaccineLimitUsd.Value is not null)
            return "payment limit of a vaccine (95% of AWP)";
        return row.Marks.HasFlag(LimitNotes.EightPercent) ? "payment limit (ASP + 8% of reference)"
            : row.Marks.HasFlag(LimitNotes.ManufacturerPrice) ? "payment limit (AMP instead of ASP)"
            : row.Marks.HasFlag(LimitNotes.LesserOf) ? "payment limit (lesser of)" : "payment limit (ASP + 6%)";
    }

    public static Price? Wac(Reckoning work)
    {
        if (FromList(work, work.Inputs.Wac, "WAC", "--wac") is not { } wac) return null;
        var (line, isInitial) = (work.Line, IsInitial(work));
        var factor = PriceFormulas.WacFactor(isInitial, line.Day);
        work.Step($"${wac:#,##0.00####} x {factor:0.00} = ${wac * factor:#,##0.00####}");
        return work.Priced(PriceMethod.Wac, factor == 1.03m ? "WAC + 3%" : "WAC + 6%", wac * factor, WacRule);
    }

    // Sales of a product count from its first full quarter on and reach the limits two quarters later.
    private static bool IsInitial(Reckoning work)
    {
        var line = work.Line;
        if (line.IsInitialPeriod is { } told) return told;
        var first = line.FirstSold ?? MarketStart(work) ?? line.Approved;
        if (first is not { } sold)
        {
            work.Flag("first-sale", $"The first sale is not known; a new drug is taken (+3%). Once it has been sold "
                + $"for three quarters it is +6% (`--first-sold`).");
            return true;
        }
        var start = CalendarQuarter.FirstDay(sold);
        var end = start.AddMonths(sold == start ? 6 : 9);
        work.Step($"first sold {sold:yyyy-MM-dd}: +3% before {end:yyyy-MM-dd}, +6% from then on");
        return line.Day < end;
    }

    private static DateOnly? MarketStart(Reckoning work)
    {
        if (work.Line.Ndc.IsNone) return null;
        var rows = work.Tables.Image.Rows<NdcProductRecord>().Of(work.Line.Ndc.LabelerProduct);
        return rows.IsEmpty ? null : rows[0].Days.From;
    }

    public static Price? Awp(Reckoning work)
    {
        if (Published(work) is not { } awp)
        {
            if (FromList(work, work.Inputs.Awp, "AWP", "--awp") is not { } listed) return null;
            awp = listed;
        }
        work.Step($"${awp:#,##0.00####} x 95% = ${awp * 0.95m:#,##0.00####}");
        return work.Priced(PriceMethod.Awp, "95% of AWP", awp * 0.95m, AwpRule);
    }

    // The limit file publishes the AWP of few codes, a unit, where it has no limit. A list of the user counts before.
    private static decimal? Published(Reckoning work)
    {
        var (line, image) = (work.Line, work.Tables.Image);
        if (work.ListedIn(work.Inputs.Awp) is not null
            || image.Rows<LimitRecord>().Of(TableKey.Of(line.Code)).On(line.Day) is not { } row
            || AwpIn(image.Text(row.LimitText)) is not { } awp) return null;
        work.Row($"payment limit file {line.Code} {row.Days}: no limit, but 100% AWP ${awp:0.000###} per "
            + $"{image.Text(row.DosageText)}");
        work.Flag("published-awp", $"The file of {work.Quarter} prints an AWP in place of a limit; the contractor "
            + $"decides, and may ask for the invoice.");
        work.Step($"${awp:0.000###} a unit x {line.Units:#,##0.###} units = ${awp * line.Units:#,##0.00####}");
        return awp * line.Units;
    }

    private static decimal? AwpIn(string text)
    {
        const string Mark = "AWP = $";
        var at = text.IndexOf(Mark, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var rest = text.AsSpan(at + Mark.Length);
        var end = rest.IndexOf(';');
        return decimal.TryParse(end < 0 ? rest : rest[..end], NumberStyles.Number, CultureInfo.InvariantCulture,
            out var usd) && usd > 0 ? usd : null;
    }

    public static Price? Invoice(Reckoning work)
    {
        if (work.Line.InvoiceUsd is not { } invoice)
        {
            work.Miss($"there is no invoice", "an invoice (`--invoice` or `--invoices FILE`)");
            return null;
        }
        work.Step($"invoice, net of discount and shipping, for what the line bills: ${invoice:#,##0.00####}");
        return work.Priced(PriceMethod.Invoice, "invoice", invoice, InvoiceRule);
    }

    /// <summary>The price of what a line bills by a list of the user; null where it tells none.</summary>
    public static decimal? FromList(Reckoning work, PriceList list, string name, string option)
    {
        var line = work.Line;
        if (line.Ndc.IsNone) return work.Miss($"without an NDC no {name} can be found", "the NDC of the line");
        if (work.ListedIn(list) is not { } price)
            return work.Miss($"no {name} is known for NDC {line.Ndc.Hyphenated} on {line.Day:yyyy-MM-dd}",
                $"its {name} (`{option} FILE`)");
        if (LineQuantity.In(price.Unit, line, work.Tables) is not { } quantity)
            return work.Miss($"the {name} is for {price.Unit}, and the line does not tell how many",
                $"the NDC quantity in {price.Unit}");
        work.Row(price.Row(name));
        work.Step($"{name} ${price.PriceUsd:#,##0.00####} / {price.Quantity:0.######} {price.Unit} x "
            + $"{quantity:#,##0.######} {price.Unit} = ${price.UnitUsd * quantity:#,##0.00####}");
        return price.UnitUsd * quantity;
    }
}
