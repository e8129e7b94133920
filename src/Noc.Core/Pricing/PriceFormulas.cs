namespace Noc.Pricing;

/// <summary>How Medicare makes a payment limit out of prices. Dollars a unit, or whatever the prices are for.</summary>
/// <remarks>Sources: Social Security Act s. 1847A; 42 CFR 414.904; Inflation Reduction Act ss. 11402, 11403.</remarks>
public static class PriceFormulas
{
    /// <summary>First day of the three percent for drugs without a price by sales.</summary>
    public static readonly DateOnly InitialThreePercentFrom = new(2019, 1, 1);

    private const decimal AddOn = 0.06m, BiosimilarAddOn = 0.08m, InitialAddOn = 0.03m, AwpPart = 0.95m;
    private const decimal AmpThreshold = 0.05m, AmpPart = 1.03m, Discount340B = 0.225m;

    private static readonly DateOnly EightFrom = new(2022, 10, 1), EightKnownTo = new(2027, 9, 30);
    private static readonly DateOnly EightLastStart = new(2027, 12, 31);
    private static readonly DateOnly BiosimilarInitialFrom = new(2024, 7, 1);
    private static readonly DateOnly Cut340BFrom = new(2018, 1, 1), Cut340BTo = new(2022, 9, 27);

    /// <summary>Average sales price with six percent.</summary>
    public static decimal OfAsp(decimal asp) => Rounding.Limit(asp * (1 + AddOn));

    /// <summary>Acquisition cost at wholesale with three percent in the first quarters, six percent later and before
    /// 2019.</summary>
    /// <param name="wac">The cost.</param>
    /// <param name="isInitial">True in the first quarters of a product.</param>
    /// <param name="day">Date of service.</param>
    public static decimal OfWac(decimal wac, bool isInitial, DateOnly day) =>
        Rounding.Limit(wac * WacFactor(isInitial, day));

    /// <summary>1.03 or 1.06.</summary>
    public static decimal WacFactor(bool isInitial, DateOnly day) =>
        1 + (isInitial && day >= InitialThreePercentFrom ? InitialAddOn : AddOn);

    /// <summary>The lesser of both ways for a single-source drug that has both prices.</summary>
    public static decimal OfSingleSource(decimal asp, decimal wac) =>
        Math.Min(OfAsp(asp), Rounding.Limit(wac * (1 + AddOn)));

    /// <summary>95 percent of average wholesale price.</summary>
    public static decimal OfAwp(decimal awp) => Rounding.Limit(awp * AwpPart);

    /// <summary>Whether a biosimilar has eight percent of the reference product added on a day.</summary>
    /// <param name="asp">Its price.</param>
    /// <param name="reference">That of the reference product.</param>
    /// <param name="day">Date of service.</param>
    /// <param name="firstPaid">First day of the first quarter that was paid by its sales price; null where it was paid
    /// so before October 2022, or where not known.</param>
    /// <remarks>Five years: from October 2022 for those paid by then, else from the first such quarter, which must
    /// begin by the end of 2027.</remarks>
    public static bool HasEightPercent(decimal asp, decimal reference, DateOnly day, DateOnly? firstPaid = null)
    {
        if (asp > reference || day < EightFrom) return false;
        if (firstPaid is not { } first || first < EightFrom) return day <= EightKnownTo;
        return first <= EightLastStart && day >= first && day < first.AddYears(5);
    }

    /// <summary>A biosimilar: its own price and a part of the reference product's.</summary>
    public static decimal OfBiosimilar(decimal asp, decimal reference, bool hasEightPercent) =>
        Rounding.Limit(asp + (hasEightPercent ? BiosimilarAddOn : AddOn) * reference);

    /// <summary>A biosimilar in its first quarters: 103 percent of its wholesale cost; since July 2024 no more than the
    /// reference product's limit.</summary>
    public static decimal OfNewBiosimilar(decimal wac, decimal referenceAsp, DateOnly day)
    {
        var own = OfWac(wac, isInitial: true, day);
        return day < BiosimilarInitialFrom ? own : Math.Min(own, OfAsp(referenceAsp));
    }

    /// <summary>Whether the manufacturers' average price takes the place of the sales price.</summary>
    /// <param name="asp">Average sales price.</param>
    /// <param name="amp">Average manufacturer price.</param>
    /// <param name="isLasting">True where it was so in two quarters running, or three of four.</param>
    /// <param name="isShort">True for drugs in short supply.</param>
    public static bool IsAmpUsed(decimal asp, decimal amp, bool isLasting, bool isShort) =>
        isLasting && !isShort && amp > 0 && asp > amp * (1 + AmpThreshold) && OfAmp(amp) < OfAsp(asp);

    /// <summary>103 percent of the manufacturers' average price.</summary>
    public static decimal OfAmp(decimal amp) => Rounding.Limit(amp * AmpPart);

    /// <summary>Average over the packages of a code, a billing unit; null where nothing was sold.</summary>
    /// <param name="packages">Price and billing units of a package, and how many were sold.</param>
    public static decimal? WeightedAsp(IEnumerable<(decimal AspUsd, decimal Units, decimal Sold)> packages)
    {
        var (sales, units) = (0m, 0m);
        foreach (var (asp, each, sold) in packages) (sales, units) = (sales + asp * sold, units + each * sold);
        return units > 0 ? sales / units : null;
    }

    /// <summary>Whether hospitals were paid less for drugs bought under 340B on a day.</summary>
    /// <param name="status">OPPS status indicator.</param>
    /// <param name="hasJg">True where the line carries JG.</param>
    /// <param name="day">Date of service.</param>
    public static bool IsCut340B(string status, bool hasJg, DateOnly day) =>
        hasJg && status == "K" && day >= Cut340BFrom && day <= Cut340BTo;

    /// <summary>Average sales price less 22.5 percent.</summary>
    public static decimal Of340B(decimal asp) => Rounding.Limit(asp * (1 - Discount340B));

    /// <summary>The sales price inside a payment limit of 106 percent.</summary>
    public static decimal AspIn(decimal limit) => limit / (1 + AddOn);

    /// <summary>What a provider keeps above a price, in percent of it, once sequestration is taken.</summary>
    /// <param name="factor">Allowed amount over price, such as 1.06.</param>
    /// <param name="coinsurancePercent">The patient's part.</param>
    /// <param name="sequestrationPercent">Kept back of the rest.</param>
    public static decimal NetPercentOver(decimal factor, decimal coinsurancePercent, decimal sequestrationPercent)
    {
        var patient = coinsurancePercent / 100;
        return Rounding.FinePercent(
            (factor * (patient + (1 - patient) * (1 - sequestrationPercent / 100)) - 1) * 100);
    }

    /// <summary>Coinsurance in percent of the limit where prices rose faster than inflation: 20 percent of the adjusted
    /// amount.</summary>
    /// <param name="limit">The payment limit of a unit.</param>
    /// <param name="adjusted">The limit as inflation would have made it; null where not told.</param>
    /// <param name="day">Date of service.</param>
    /// <remarks>Not rounded. Source: Inflation Reduction Act s. 11101; since April 2023.</remarks>
    public static decimal AdjustedCoinsurancePercent(decimal limit, decimal? adjusted, DateOnly day) =>
        adjusted is { } amount && limit > amount && amount >= 0 && day >= new DateOnly(2023, 4, 1)
            ? 20 * amount / limit : 20;

    /// <summary>Cost of one package on an invoice: what was paid for the goods, without shipping, by packages; null
    /// where there are none.</summary>
    public static decimal? InvoiceUnitCost(decimal total, decimal shipping, decimal discount, decimal packages) =>
        packages > 0 ? (total - shipping - discount) / packages : null;
}
