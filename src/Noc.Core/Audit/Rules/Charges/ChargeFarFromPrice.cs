using Noc.Audit.Evidence;
using Noc.Claims;
using Noc.Coding;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit.Rules.Charges;

/// <summary>CHG004 charge-far-from-price: the charge of a drug with its own code is far from Medicare's payment limit
/// for the units.</summary>
/// <remarks>
/// <para>Why it matters: payers pay the lesser of charge and allowance, so a charge a decimal place too low is lost;
/// one too high, or units in milligrams, is denied or paid back.</para>
/// <para>What to do: check the decimal point of the charge, and the units.</para>
/// <para>Source: CMS ASP payment limits by quarter; 42 CFR 414.904; the payer's policy (charge.basis).</para>
/// <para>Silent when: no limit of the quarter is loaded, the line has no units or charge, the drug was free or charged
/// a token, or the charge lies between a tenth of the limit and ten times it (fifty times on hospital bills, and up to
/// $1,000). Other payers than Medicare pay by their own prices: for them it speaks only where two decimal places are
/// off, below a hundredth or above five hundred times. On unclassified lines: no text names a price, the line bills
/// waste or a part, or the charge lies between the price and a hundred times it. Only information where a charge to
/// Part B lies below the limit by less: what is missing is not paid. A payer that wants the acquisition cost is asked
/// for no more where the record tells no invoice price of every container, or the charge is not above their sum.</para>
/// </remarks>
public static class ChargeFarFromPrice
{
    private const decimal Lowest = 0.1m, Highest = 10m, HighestOfHospitals = 50m, LowestElsewhere = 0.01m,
        HighestElsewhere = 500m, LeastUsd = 1m, MostOfPrice = 100m, SmallUsd = 1000m;

    // What lies nearer is no slip of the point.
    private const decimal MostBelowCost = 5m;

    // Limits are rounded, and so are charges made of them.
    private const decimal NearlyAll = 0.99m;

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("CHG004", "charge-far-from-price", "pricing", Severity.Warn,
        "Payers pay the lesser of charge and allowance.", Sources.PaymentLimits);

    /// <summary>A warning, but where the payer wants the charge to be what the drug cost.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (drug.Evidence is not null && context.Wants(PolicyKeys.ChargeBasis) is { } wanted)
        {
            CheckCost(context, findings, wanted);
            return;
        }
        if (drug.IsUnclassified)
        {
            CheckText(context, findings);
            return;
        }
        if (LimitOf(context, drug) is not { } limit) return;
        var (charge, units) = (drug.Line.ChargeUsd!.Value, drug.Line.BilledUnits!.Value);
        var expected = limit * units;
        var isFar = IsFarAbove(context, charge, expected)
            || charge < expected * (IsOwn(context) ? Lowest : LowestElsewhere);
        if (!isFar && (charge >= NearlyAll * expected || !IsCappedByCharge(context))) return;
        findings.Add(Info, context, context.ChargeElement,
            Texts.Of($"${charge:#,0.00} for {units:0.###} unit{(units == 1 ? "" : "s")}; Medicare's limit is ")
            + Texts.Of($"{units:0.###} x ${limit:#,0.###} = ${expected:#,0.00}. ")
            + (isFar ? "Check the decimal point and the units." : "Part B pays no more than the charge."),
            drug.Line.ChargeText, severity: isFar ? null : Severity.Info);
    }

    private static void CheckCost(in RuleContext context, FindingSink findings, PolicyEntry wanted)
    {
        var drug = context.Drug!;
        if (AcquisitionCost.Of(drug, context.Tables) is not { } cost || drug.Line.ChargeUsd is not { } charge
            || charge <= cost) return;
        findings.Add(Info, context, wanted, context.ChargeElement,
            Texts.Of($"${charge:#,0.00} is charged; this payer wants what the drug cost, by the invoice ")
            + Texts.Of($"${cost:#,0.00}."),
            drug.Line.ChargeText, new() { Text = Texts.Of($"{cost:0.##}") },
            new(CorrectionSafety.Review, Texts.Of($"set the charge to {cost:0.##}")));
    }

    /// <summary>Whether the charge of a line is far above the limit for its units; false where no limit is known.
    /// </summary>
    internal static bool IsFarAbove(in RuleContext context, DrugLine drug) => LimitOf(context, drug) is { } limit
        && IsFarAbove(context, drug.Line.ChargeUsd!.Value, limit * drug.Line.BilledUnits!.Value);

    private static bool IsFarAbove(in RuleContext context, decimal charge, decimal expected) => charge >= SmallUsd
        && charge > expected * (!IsOwn(context) ? HighestElsewhere
            : context.Claim.Type is ClaimType.Institutional ? HighestOfHospitals : Highest);

    private static bool IsOwn(in RuleContext context) =>
        context.Policy.Program is PayerProgram.Medicare or PayerProgram.MedicareAdvantage;

    private static bool IsCappedByCharge(in RuleContext context) => context.Drug!.Setting is Setting.Office
        && context.Claim.Type is ClaimType.Professional && context.Policy.Program is PayerProgram.Medicare;

    // The limit of one unit; null where none is known, or the line has no units or charge.
    private static decimal? LimitOf(in RuleContext context, DrugLine drug) => !drug.IsUnclassified
        && drug.Day is { } day && drug.Line is { BilledUnits: > 0 and < 1_000_000,
            ChargeUsd: >= LeastUsd and < 1_000_000_000 }
        && context.Tables.Image.Rows<LimitRecord>().Of(TableKey.Of(drug.Line.Code)).On(day) is { } row
        && row.LimitUsd.Value is > 0 and var limit ? limit : null;

    // The price of one container: less than that is lost, and nobody charges a hundred times as much.
    private static void CheckText(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var told = drug.DescriptionFacts?.PriceUsd ?? drug.NoteFacts?.PriceUsd;
        if (told is not (>= LeastUsd and < 1_000_000 and var price)
            || drug.Line.ChargeUsd is not (>= LeastUsd and < 1_000_000_000 and var charge)
            || drug.IsWaste || drug.IsSplit || (charge >= price && charge < price * MostOfPrice)
            || WasteLines.Of(context, drug) is not null) return;
        findings.Add(Info, context, context.ChargeElement,
            Texts.Of($"${charge:#,0.00} is charged; the text names a price of ${price:#,0.00}. ")
                + (charge < price && charge * MostBelowCost > price
                    ? "That is below cost, and no payer pays more than the charge." : "Check the decimal point."),
            drug.Line.ChargeText);
    }
}
