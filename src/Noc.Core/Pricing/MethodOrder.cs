using Noc.Coding;
using Noc.Drugs;
using Noc.Payers;

namespace Noc.Pricing;

/// <summary>Which methods are tried for a line, and in which order: by payer, setting, kind of code and date.</summary>
/// <remarks>Sources: SSA 1847A(c)(4); 42 CFR 414.904, 419.64; Claims Processing Manual ch. 17 ss. 20.1.3, 90.3;
/// contractors' pages on unclassified drugs. A contract, where there is one, comes before all.</remarks>
public static class MethodOrder
{
    /// <summary>A row of the order: null and empty mean any.</summary>
    private sealed record Row(
        PayerProgram[] Programs, PaySystem[] Systems, PriceClass[] Classes, DateOnly? From,
        params PriceMethod[] Methods);

    private static readonly PayerProgram[] Medicare =
        [PayerProgram.Medicare, PayerProgram.MedicareDme, PayerProgram.MedicareAdvantage];

    private static readonly PayerProgram[] Medicaid = [PayerProgram.Medicaid];

    private static readonly PaySystem[] Outpatient = [PaySystem.HospitalOutpatient, PaySystem.SurgeryCentre];

    private static readonly PaySystem[] Suppliers = [PaySystem.Physician, PaySystem.Equipment];

    // The first row that fits counts.
    private static readonly Row[] Rows =
    [
        new(Medicare, Outpatient, [PriceClass.NewHospitalDrug], UnclassifiedChoice.OppsSince, PriceMethod.Awp,
            PriceMethod.Invoice),
        new(Medicare, [], [PriceClass.NewHospitalDrug], null),
        new(Medicare, [PaySystem.HospitalOutpatient], [PriceClass.Procedure], null, PriceMethod.Packaged,
            PriceMethod.OppsRate),
        // Procedures of surgery centres have a list of their own; drugs are paid there as in hospitals.
        new(Medicare, [PaySystem.SurgeryCentre], [PriceClass.Procedure], null),
        new(Medicare, Outpatient, [], null, PriceMethod.Packaged, PriceMethod.Opps340B, PriceMethod.OppsRate,
            PriceMethod.PaymentLimit, PriceMethod.NocPriceFile, PriceMethod.Wac, PriceMethod.Awp, PriceMethod.Invoice),
        new(Medicare, Suppliers, [PriceClass.Procedure], null, PriceMethod.FeeSchedule),
        new(Medicare, Suppliers, [PriceClass.Compound], null, PriceMethod.PaymentLimit, PriceMethod.Invoice),
        new(Medicare, Suppliers, [PriceClass.Radiopharmaceutical, PriceClass.Vaccine], null, PriceMethod.PaymentLimit,
            PriceMethod.Awp, PriceMethod.Invoice),
        new(Medicare, Suppliers, [], null, PriceMethod.PaymentLimit, PriceMethod.NocPriceFile, PriceMethod.Wac,
            PriceMethod.Invoice),
        new(Medicaid, [], [PriceClass.Procedure], null),
        new(Medicaid, [], [], null, PriceMethod.MedicaidLowerOf, PriceMethod.Invoice),
    ];

    /// <summary>The methods to try, the first first; empty where nothing but a contract tells a price.</summary>
    public static IReadOnlyList<PriceMethod> For(
        PayerProgram program, PaySystem system, PriceClass kind, DateOnly day)
    {
        foreach (var row in Rows)
            if (Fits(row.Programs, program) && Fits(row.Systems, system) && Fits(row.Classes, kind)
                && (row.From is not { } from || day >= from)) return row.Methods;
        return [];
    }

    /// <summary>What a code is, told by the code alone.</summary>
    public static PriceClass ClassOf(HcpcsCode code, bool isCompounded) => (code.Series, code.Number) switch
    {
        ('C', 9399) => PriceClass.NewHospitalDrug,
        _ when isCompounded || Is(CodeKind.Compound, code) => PriceClass.Compound,
        _ when Is(CodeKind.Radiopharmaceutical, code) => PriceClass.Radiopharmaceutical,
        ('9', 480) => PriceClass.Procedure,                              // giving a vaccine against COVID-19
        _ when Is(CodeKind.Vaccine, code) => PriceClass.Vaccine,
        ('9', >= 281 and <= 399) => PriceClass.Drug,                     // immune globulins
        (>= '0' and <= '9', >= 0) or ('G', _) => PriceClass.Procedure,
        _ => PriceClass.Drug,
    };

    private static bool Is(CodeKind kind, HcpcsCode code) => CodeClass.Includes(kind, code, isUnclassified: false);

    private static bool Fits<T>(T[] known, T value) => known.Length == 0 || Array.IndexOf(known, value) >= 0;
}
