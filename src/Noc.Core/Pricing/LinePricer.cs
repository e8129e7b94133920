using Noc.Payers;
using Noc.Tables;

namespace Noc.Pricing;

/// <summary>Prices lines: tries the methods of payer, setting and date in order, and shows its arithmetic.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
/// <param name="tables">Reference facts.</param>
/// <param name="inputs">Lists and contracts of the user.</param>
public sealed class LinePricer(ReferenceTables tables, PriceInputs inputs)
{
    private const decimal MostUnits = 1_000_000_000m, MostUsd = 1_000_000_000_000m;

    /// <summary>The expected payment of a line, or why there is none. Never throws for its values.</summary>
    public Price Of(PriceLine line)
    {
        if (line.Units is < 0 or > MostUnits || line.NdcQuantity is < 0 or > MostUnits
            || IsFar(line.ChargeUsd) || IsFar(line.InvoiceUsd) || IsFar(line.CostUsd) || IsFar(line.DeductibleLeftUsd)
            || line.Dose is { IsNone: false, Value: > MostUsd })
            return new Price.NotPriced("A number of the line is negative or beyond any real one.",
                "Check units, quantity, charge, cost and deductible.");
        if (AskedDenial.Of(line) is { } denied) return denied;
        var kind = MethodOrder.ClassOf(line.Code, line.IsCompounded);
        if (kind is not PriceClass.Procedure && FeeScheduleMethod.IsProcedure(line, tables))
            kind = PriceClass.Procedure;
        else if (kind is PriceClass.Procedure && MedicareMethods.HasLimit(line, tables)) kind = PriceClass.Drug;
        var work = new Reckoning(line, tables, inputs) { Class = kind };
        if (ContractPricing.Of(work) is { } agreed) return agreed;
        foreach (var method in MethodOrder.For(line.Program, line.System, kind, line.Day))
        {
            if (Try(method, work) is { } price) return price;
            if (work.IsClosed) return work.NotPriced();
        }
        Explain(work);
        return work.NotPriced();
    }

    /// <summary>Containers that a line bills, parts of one as a fraction; null where the line and the crosswalk do not
    /// tell.</summary>
    public static decimal? Containers(PriceLine line, ReferenceTables tables) =>
        LineQuantity.Items(line, tables, out _);

    private static Price? Try(PriceMethod method, Reckoning work) => method switch
    {
        PriceMethod.Packaged => HospitalMethods.Packaged(work),
        PriceMethod.Opps340B => HospitalMethods.Cut340B(work),
        PriceMethod.OppsRate => HospitalMethods.Rate(work),
        PriceMethod.PaymentLimit => MedicareMethods.PaymentLimit(work),
        PriceMethod.NocPriceFile => NocPriceMethod.Of(work),
        PriceMethod.Wac => MedicareMethods.Wac(work),
        PriceMethod.Awp => MedicareMethods.Awp(work),
        PriceMethod.Invoice => MedicareMethods.Invoice(work),
        PriceMethod.MedicaidLowerOf => MedicaidMethod.Of(work),
        PriceMethod.FeeSchedule => FeeScheduleMethod.Of(work),
        _ => null,
    };

    // What the order itself leaves out.
    private static void Explain(Reckoning work)
    {
        var line = work.Line;
        if (line.Program is PayerProgram.Medicare or PayerProgram.MedicareAdvantage or PayerProgram.MedicareDme)
        {
            if (line.System is PaySystem.AtCost)
                work.Miss($"bills of this type are not paid by code: critical access hospitals are paid at cost, stays "
                    + $"and visits to clinics as a whole", "the facility's own rate");
            else if (line.System is PaySystem.Dialysis)
                work.Miss($"dialysis facilities are paid by the treatment; this line is part of it or an add-on that "
                    + $"Noc does not hold", "the contractor's add-on list");
            else if (work.Class is PriceClass.NewHospitalDrug
                && line.System is not (PaySystem.HospitalOutpatient or PaySystem.SurgeryCentre))
                work.Miss($"{line.Code} is for hospital outpatient departments and surgery centres only",
                    "the unclassified code of this setting");
            else if (line.System is PaySystem.SurgeryCentre && work.Class is PriceClass.Procedure)
                work.Miss($"rates of surgery centres are not loaded", "a fee list (`--contracts FILE`)");
        }
        else if (line.Program is PayerProgram.Medicaid && work.Class is PriceClass.Procedure)
            work.Miss($"the state's fee schedule is not loaded", "a fee list (`--contracts FILE`)");
        else if (line.Program is not PayerProgram.Medicaid)
            work.Miss($"no contract of this payer speaks for {line.Code} on {line.Day:yyyy-MM-dd}",
                "a contract (`--contracts FILE`)");
    }

    private static bool IsFar(decimal? usd) => usd is < 0 or > MostUsd;
}
