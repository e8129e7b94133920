using System.Globalization;
using System.Text.Json;
using Noc.Drugs;
using Noc.Pricing;
using Noc.Tables;

namespace Noc.App.RunCases;

/// <summary>The cases of prices: limits, money on payer and patient, and what is not paid.</summary>
internal static class PricingCases
{
    /// <summary>Runs a case.</summary>
    /// <param name="one">The case.</param>
    /// <param name="tables">Published limits and rates.</param>
    /// <param name="asOf">The day of a case that names none.</param>
    public static CaseResult Run(JsonElement one, ReferenceTables tables, DateOnly? asOf)
    {
        var input = new CaseInput(one.GetProperty("input")) { AsOf = asOf };
        return CaseAnswers.Compare(one.GetProperty("expected"), Answers(input, tables));
    }

    private static Dictionary<string, object?> Answers(
        CaseInput input, ReferenceTables tables, string? told = null)
    {
        var (answers, method) = (new Dictionary<string, object?>(StringComparer.Ordinal),
            told ?? input.Text("method"));
        switch (method)
        {
            case "asp-file" or "noc-file" or "noc-pricing-file" or "asp-noc-file":
                File(input, tables, answers);
                break;
            case var like when like.StartsWith("biosimilar", StringComparison.Ordinal):
                Biosimilar(input, answers);
                break;
            case "asp-amp":
                Amp(input, answers);
                break;
            case "invoice":
                Invoice(input, answers);
                break;
            case "medicaid-lower-of":
                Medicaid(input, answers);
                break;
            case "asp-weighted":
                Weighted(input, answers);
                break;
            case "opps-340b":
                Cut(input, answers);
                break;
            case not "opps" when input.Text("code") is "C9399" && input.HasNamed("awp"):
                Awp(input, answers);
                break;
            case var like when CaseWords.Has(like, "contract", "commercial", "percent") && !like.Contains("95"):
                Contracted(input, answers);
                break;
            case var like when CaseWords.Has(like, "single-source", "lesser"):
                SingleSource(input, answers);
                break;
            case "opps":
                Hospital(input, tables, answers);
                break;
            case var net when net.EndsWith("-net", StringComparison.Ordinal):
                Net(input, answers);
                break;
            case var list when list.StartsWith("wac", StringComparison.Ordinal):
                Wac(input, answers);
                break;
            case var list when list.StartsWith("awp", StringComparison.Ordinal)
                || list.StartsWith("c9399", StringComparison.OrdinalIgnoreCase):
                Awp(input, answers);
                break;
            default:
                if (told is null && Meant(input) is { } meant) return Answers(input, tables, meant);
                break;
        }
        return answers;
    }

    // A method in other words: the prices that are given tell it.
    private static string? Meant(CaseInput input) =>
        input.HasNamed("nadac") || input.HasNamed("aacPer") || input.HasNamed("usualAndCustomary")
            ? "medicaid-lower-of"
        : input.HasNamed("invoice") ? "invoice"
        : input.HasNamed("biosimilarAsp") ? "biosimilar"
        : input.Number("amp") is not null ? "asp-amp"
        : input.HasNamed("ndcs") ? "asp-weighted"
        : input.Text("modifier") is "JG" or "TB" ? "opps-340b"
        : input.HasNamed("statusIndicator") || input.HasNamed("paymentRate") ? "opps"
        : input.HasNamed("limit") ? "asp-file"
        : input.HasNamed("awp") ? "awp"
        : input.Number("asp") is not null ? "single-source"
        : input.HasNamed("wac") ? "wac" : null;

    // Units by the limit of the quarter of the date of service.
    private static void File(CaseInput input, ReferenceTables tables, Dictionary<string, object?> answers)
    {
        var day = Day(input);
        var quarter = string.Create(CultureInfo.InvariantCulture, $"{day.Year}Q{(day.Month + 2) / 3}");
        var limit = input.Inside("limitsByQuarter") is { } quarters
            ? quarters.Number(quarter, $"{quarter[..4]}-{quarter[4..]}", $"{quarter[4..]} {quarter[..4]}")
            : input.Number("limitPerUnit", "limit") ?? Published(input, day, tables);
        answers["quarter"] = quarter;
        if (limit is null && input.Number("asp") is not null)
        {
            SingleSource(input, answers);
            return;
        }
        answers["limit"] = answers["limitPerUnit"] = limit;
        if (limit is not { } unit) return;
        var lines = input.List("lines").Select(line => line.Number("units") ?? 1).DefaultIfEmpty(
            input.Number("units") ?? 1).Select(units => Rounding.Cents(unit * units)).ToList();
        var percent = input.Number("inflationAdjustedPerUnit") is { } adjusted
            ? PriceFormulas.AdjustedCoinsurancePercent(unit, adjusted, day) : Coinsurance(input);
        answers["coinsurancePercent"] = Rounding.Percent(percent);
        answers["lineAllowed"] = lines;
        Settle(input, lines, percent, answers);
    }

    private static decimal? Published(CaseInput input, DateOnly day, ReferenceTables tables) =>
        HcpcsCode.TryParse(input.Text("code"), out var code)
            ? tables.Image.Rows<LimitRecord>().Of(TableKey.Of(code)).On(day)?.LimitUsd.Value : null;

    private static void Wac(CaseInput input, Dictionary<string, object?> answers)
    {
        var wac = (input.NumberNamed("wac") ?? 0) * (input.Number("packages", "units", "packagesUsed") ?? 1);
        var isInitial = input.Given("initialPeriod") ?? input.Text("method").EndsWith("103", StringComparison.Ordinal);
        Settle(input, PriceFormulas.OfWac(wac, isInitial, Day(input)), answers);
    }

    private static void Awp(CaseInput input, Dictionary<string, object?> answers)
    {
        var awp = (input.NumberNamed("awp") ?? 0)
            * (input.Number("packages", "packagesUsed", "quantity", "ndcQuantity", "units") ?? 1);
        Settle(input, PriceFormulas.OfAwp(awp), answers);
    }

    private static void Biosimilar(CaseInput input, Dictionary<string, object?> answers)
    {
        var (reference, day) = (input.Number("referenceAsp") ?? 0, Day(input));
        var first = input.QuarterNamed("first") ?? input.QuarterNamed("since");
        var isInitial = input.Given("initialPeriod") ?? CaseWords.Has(input.Text("method"), "initial", "new");
        if (isInitial && input.NumberNamed("wac") is { } wac)
        {
            Settle(input, PriceFormulas.OfNewBiosimilar(wac, reference, day) * (input.Number("units") ?? 1), answers);
            answers["limit"] = PriceFormulas.OfNewBiosimilar(wac, reference, day);
            return;
        }
        var asp = input.Number("biosimilarAsp") ?? 0;
        var qualifies = PriceFormulas.HasEightPercent(asp, reference, day, first);
        answers["qualifies"] = qualifies;
        answers["limit"] = PriceFormulas.OfBiosimilar(asp, reference, qualifies);
    }

    private static void Amp(CaseInput input, Dictionary<string, object?> answers)
    {
        var (asp, amp) = (input.Number("asp") ?? 0, input.Number("amp") ?? 0);
        var isUsed = PriceFormulas.IsAmpUsed(asp, amp, input.Flag("ampExceededTwoQuarters")
            || input.Flag("ampExceededThreeOfFour"), input.Flag("onShortageList"));
        answers["limit"] = isUsed ? PriceFormulas.OfAmp(amp) : PriceFormulas.OfAsp(asp);
        answers["rule"] = isUsed ? "103% AMP" : "106% ASP";
    }

    // 106 percent of both prices, the lower one.
    private static void SingleSource(CaseInput input, Dictionary<string, object?> answers)
    {
        var (asp, wac) = (input.Number("asp", "aspPerUnit"), input.NumberNamed("wac"));
        var limit = asp is { } sales && wac is { } list ? PriceFormulas.OfSingleSource(sales, list)
            : asp is { } only ? PriceFormulas.OfAsp(only)
            : PriceFormulas.OfWac(wac ?? 0, input.Flag("initialPeriod"), Day(input));
        Settle(input, limit * (input.Number("units") ?? 1), answers);
        answers["limit"] = answers["limitPerUnit"] = limit;
        answers["rule"] = asp is { } a && limit == PriceFormulas.OfAsp(a) ? "106% ASP" : "106% WAC";
    }

    // A part of a price or of the charge, as a contract names it. No sequestration: that is Medicare's.
    private static void Contracted(CaseInput input, Dictionary<string, object?> answers)
    {
        var of = input.Text("percentOf") is { Length: > 0 } told ? told
            : input.Text("basis") is { Length: > 0 } basedOn ? basedOn
            : input.NameOf("percentOf") is { Length: > 9 } named ? named[9..].ToLowerInvariant()
            : CaseWords.Has(input.Text("method"), "awp") ? "awp" : CaseWords.Has(input.Text("method"), "wac") ? "wac"
            : CaseWords.Has(input.Text("method"), "invoice") ? "invoice"
            : CaseWords.Has(input.Text("method"), "charge") ? "charge" : "asp";
        var basis = of.Contains("charge", StringComparison.OrdinalIgnoreCase) ? input.Number("charge")
            : (input.Number(of, $"{of}PerUnit", $"{of}PerPackage") ?? input.NumberNamed(of)) is { } price
                ? price * (input.Number("units", "packages", "quantity") ?? 1) : null;
        if (basis is not { } amount || (input.Number("percent", "contractPercent", "rate")
            ?? input.NumberNamed("percent")) is not { } percent) return;
        var allowed = Rounding.Cents(amount * PartOf(percent));
        if (input.Number("floor") is { } floor) allowed = Math.Max(allowed, floor);
        if (input.Number("cap") is { } cap) allowed = Math.Min(allowed, cap);
        if (input.Number("charge") is { } charge && (input.Given("lesserOfCharge") ?? true))
            allowed = Math.Min(allowed, charge);
        answers["allowed"] = allowed;
    }

    // 85 and 0.85 are that part of a price, -15 is the price less 15 percent.
    private static decimal PartOf(decimal percent) =>
        percent < 0 ? 1 + (percent / 100) : percent <= 3 ? percent : percent / 100;

    private static void Invoice(CaseInput input, Dictionary<string, object?> answers)
    {
        var unit = PriceFormulas.InvoiceUnitCost(input.Number("invoiceTotal") ?? 0,
            input.Number("invoiceShipping") ?? 0, input.Number("invoiceDiscount") ?? 0,
            input.Number("invoicePackages") ?? 1);
        answers["unitCost"] = unit is { } cost ? Rounding.Cents(cost) : null;
        Settle(input, (unit ?? 0) * (input.Number("packagesUsed") ?? 1), answers);
    }

    private static void Medicaid(CaseInput input, Dictionary<string, object?> answers)
    {
        var cost = input.Number("nadacPerUnit", "aacPerUnit")
            ?? (input.Number("wacPerUnit") ?? 0) * PartOf(input.Number("wacPercent") ?? 100);
        var lower = MedicaidLowerOf.Of(cost,
            input.Number("ndcQuantity") ?? 1,
            input.Number("dispensingFee", "professionalFee", "professionalDispensingFee") ?? 0,
            input.Number("fulPerUnit", "federalUpperLimitPerUnit", "federalUpperLimit", "fulPerNdcUnit", "ful"),
            input.Number("usualAndCustomary", "charge"),
            input.Number("ceilingPricePerUnit", "ceilingPrice", "ceilingPerUnit"));
        answers["ingredient"] = lower.IngredientUsd;
        answers["aacPlusFee"] = lower.CostWithFeeUsd;
        answers["ful"] = answers["fulPlusFee"] = lower.UpperLimitUsd;
        answers["allowed"] = lower.AllowedUsd;
    }

    private static void Weighted(CaseInput input, Dictionary<string, object?> answers)
    {
        var asp = PriceFormulas.WeightedAsp(input.List("ndcs").Select(ndc => (ndc.Number("aspPerPackage") ?? 0,
            ndc.Number("billingUnitsPerPackage") ?? 1, ndc.Number("packagesSold") ?? 0)));
        answers["asp"] = asp is { } average ? Rounding.Limit(average) : null;
        answers["limit"] = asp is { } value ? PriceFormulas.OfAsp(value) : null;
    }

    // What is left over a price once the payer has kept its part back.
    private static void Net(CaseInput input, Dictionary<string, object?> answers)
    {
        var (wac, asp) = (input.NumberNamed("wac"), input.Number("asp") ?? 0);
        var day = Day(input);
        var limit = wac is { } cost ? PriceFormulas.OfWac(cost, input.Given("initialPeriod") ?? true, day)
            : input.Number("referenceAsp") is { } reference ? PriceFormulas.OfBiosimilar(asp, reference,
                PriceFormulas.HasEightPercent(asp, reference, day))
            : input.NumberNamed("addOn") is { } more ? Rounding.Limit(asp * (1 + (more < 1 ? more : more / 100)))
            : PriceFormulas.OfAsp(asp);
        var of = wac ?? asp;
        Settle(input, limit, answers);
        answers["netPercentOverAsp"] = answers["netPercentOverWac"] = of <= 0 ? null
            : PriceFormulas.NetPercentOver(limit / of, Coinsurance(input), Sequestration.PercentOn(day));
    }

    private static void Cut(CaseInput input, Dictionary<string, object?> answers)
    {
        var asp = input.Number("asp") ?? 0;
        var limit = PriceFormulas.IsCut340B(input.Text("statusIndicator"), input.Text("modifier") == "JG", Day(input))
            ? PriceFormulas.Of340B(asp) : PriceFormulas.OfAsp(asp);
        Settle(input, limit * (input.Number("units") ?? 1), answers);
        answers["limit"] = limit;
    }

    private static void Hospital(CaseInput input, ReferenceTables tables, Dictionary<string, object?> answers)
    {
        var status = input.Text("statusIndicator");
        var listed = HcpcsCode.TryParse(input.Text("code"), out var code)
            ? tables.Image.Rows<OppsRecord>().Of(TableKey.Of(code)).On(Day(input)) : null;
        if (status.Length == 0 && !code.IsNone)
            status = listed is { } row ? tables.Image.Text(row.Status) : tables.CatchAll(code)?.OppsStatus ?? "";
        var isPaid = OppsStatus.IsPaidApart(status);
        if (isPaid && input.NumberNamed("awp") is not null) Awp(input, answers);
        else if (isPaid && input.Number("ratePerUnit", "rate", "paymentRate", "limitPerUnit") is { } rate)
            Settle(input, rate * (input.Number("units") ?? 1), answers, isLesserOfCharge: false);
        else if (isPaid && (input.Number("asp") is not null || input.NumberNamed("wac") is not null))
            SingleSource(input, answers);
        else if (isPaid && listed is { RateUsd.Value: { } published })
            Settle(input, published * (input.Number("units") ?? 1), answers, isLesserOfCharge: false);
        else if (!isPaid) Settle(input, 0, answers);
        answers["separatelyPaid"] = isPaid;
        answers["advice"] = status is "N" ? OppsStatus.PackagedAdvice : OppsStatus.Refusal(status);
    }

    private static void Settle(
        CaseInput input, decimal limit, Dictionary<string, object?> answers, bool isLesserOfCharge = true)
    {
        answers["limit"] = limit;
        Settle(input, [Rounding.Cents(limit)], Coinsurance(input), answers, isLesserOfCharge);
    }

    // Each line by itself, then sums; a charge below them all counts for all.
    private static void Settle(CaseInput input, IReadOnlyList<decimal> lines, decimal percent,
        Dictionary<string, object?> answers, bool isLesserOfCharge = true)
    {
        if (isLesserOfCharge && input.Number("charge") is { } charge && charge < lines.Sum()) lines = [charge];
        var (left, kept) = (Deductible(input), Sequestration.PercentOn(Day(input)));
        var money = default(Settlement);
        foreach (var line in lines)
        {
            var one = Settlement.Of(line, left, percent, kept, Cap(input));
            left -= one.DeductibleUsd;
            money += one;
        }
        answers["allowed"] = money.AllowedUsd;
        answers["deductible"] = money.DeductibleUsd;
        answers["coinsurance"] = money.CoinsuranceUsd;
        answers["medicareBeforeSequestration"] = money.PayerShareUsd;
        answers["sequestration"] = money.SequestrationUsd;
        answers["medicarePaid"] = money.PayerPaysUsd;
        answers["patientOwes"] = money.PatientOwesUsd;
        answers["providerTotal"] = money.ProviderKeepsUsd;
    }

    // The patient's own for physicians' services; that of hospital stays caps what a drug may cost the patient.
    private static decimal Deductible(CaseInput input) => input.Number("deductibleRemaining", "deductible",
        "deductibleLeft", "remainingDeductible", "partBDeductibleRemaining", "deductibleDue", "deductibleUnmet")
        ?? (Cap(input) is null ? input.NumberNamed("deductible") : null) ?? 0;

    private static decimal? Cap(CaseInput input) => input.Number("inpatientDeductible", "copayCap", "coinsuranceCap",
        "inpatientDeductibleAmount", "copaymentCap");

    private static decimal Coinsurance(CaseInput input) =>
        input.Number("coinsurancePercent") ?? (input.Number("coinsuranceRate") ?? 0.20m) * 100;

    private static DateOnly Day(CaseInput input) => input.Day("date") ?? input.AsOf ?? throw new FormatException();
}
