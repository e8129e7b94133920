using Noc.Payers;
using Noc.Tables;

namespace Noc.Pricing;

/// <summary>One line while it is priced: what was looked up, reckoned and missed on the way.</summary>
internal sealed class Reckoning(PriceLine line, ReferenceTables tables, PriceInputs inputs)
{
    private readonly List<string> _rows = [], _steps = [], _reasons = [], _remedies = [];
    private readonly List<PriceFlag> _flags = [];

    public PriceLine Line => line;

    public ReferenceTables Tables => tables;

    public PriceInputs Inputs => inputs;

    /// <summary>True where the code leaves the drug open on the day.</summary>
    public bool IsUnclassified { get; } = tables.IsUnclassified(line.Code, line.Day);

    public required PriceClass Class { get; init; }

    public string Quarter { get; } = CalendarQuarter.Name(line.Day);

    public string Advice { get; set; } = "";

    /// <summary>Set where a method found that no other may be tried.</summary>
    public bool IsClosed { get; private set; }

    public void Row(InvariantText text) => _rows.Add(text.Take());

    public void Row(string text) => _rows.Add(text);

    public void Step(InvariantText text) => _steps.Add(text.Take());

    public bool HasFlag(string id) => _flags.Exists(flag => flag.Id == id);

    public void Flag(string id, InvariantText text) => _flags.Add(new(id, text.Take()));

    /// <summary>Remembers why a method gives no price.</summary>
    public decimal? Miss(InvariantText reason, string remedy)
    {
        _reasons.Add(reason.Take());
        if (remedy.Length > 0 && !_remedies.Contains(remedy)) _remedies.Add(remedy);
        return null;
    }

    /// <summary>No other method may be tried: the payer pays nothing by any.</summary>
    public void Close(InvariantText reason, string remedy)
    {
        _reasons.Clear();
        _remedies.Clear();
        Miss(reason, remedy);
        IsClosed = true;
    }

    public Price NotPriced()
    {
        if (_reasons.Count == 0)
            Miss($"no price is known for this payer and setting", "a contract (`--contracts FILE`)");
        return new Price.NotPriced($"{string.Join("; ", _reasons)}.",
            _remedies.Count == 0 ? "" : $"Would price it: {string.Join(", or ", _remedies)}.");
    }

    /// <summary>The price, divided between payer and patient.</summary>
    /// <param name="method">By which method.</param>
    /// <param name="label">The method for people.</param>
    /// <param name="amountUsd">What the method comes to, not rounded.</param>
    /// <param name="source">Where the method is laid down.</param>
    /// <param name="isLesserOfCharge">True where no more than the charge is paid.</param>
    /// <param name="coinsurancePercent">Coinsurance by Medicare's file or the contract; null where neither
    /// tells.</param>
    public Price Priced(
        PriceMethod method, string label, decimal amountUsd, Source source, bool isLesserOfCharge = true,
        decimal? coinsurancePercent = null)
    {
        var allowed = Rounding.Cents(amountUsd);
        if (NoCostShare.Includes(line))
        {
            coinsurancePercent = 0;
            Flag("no-cost-share", $"Medicare patients owe nothing for {line.Code}.");
        }
        // Hospitals are paid drugs by their own rules, whichever file tells the amount.
        if (line.System is PaySystem.HospitalOutpatient && line.Program is PayerProgram.Medicare
            && method is PriceMethod.PaymentLimit or PriceMethod.NocPriceFile or PriceMethod.Wac)
            isLesserOfCharge = false;
        if (isLesserOfCharge && line.ChargeUsd is { } charge && Rounding.Cents(charge) is var most && most < allowed)
        {
            Step($"the charge of ${most:#,##0.00} is less than ${allowed:#,##0.00}: it counts");
            Flag("charge-below", $"The charge is below what would be paid; raise it to get ${allowed:#,##0.00}.");
            allowed = Math.Max(0, most);
        }
        var (percent, kept) = Shares(coinsurancePercent);
        var deductible = percent == 0 && coinsurancePercent == 0 ? 0 : line.DeductibleLeftUsd ?? 0;
        // What another line of the dose took of the limit is gone: a line and that of its waste are one service.
        var cap = IsOfHospitalSystem(method) && HospitalMethods.CapOn(line.Day) is { } whole
            ? Math.Max(0, whole - line.CoinsuranceTakenUsd) : (decimal?)null;
        var money = Settlement.Of(allowed, deductible, percent, kept, cap);
        if (allowed > 0) Explain(money, percent, kept, cap);
        return new Price.Priced(money, new()
        {
            Method = method,
            Label = label,
            Tables = tables.Version,
            Quarter = Quarter,
            Rows = _rows,
            Steps = _steps,
            Flags = _flags,
            Advice = Advice,
            Source = source,
        })
        { CostUsd = CostOf() };
    }

    // Surgery centres and contracts have no limit of coinsurance by law.
    private bool IsOfHospitalSystem(PriceMethod method) => method is not PriceMethod.Contract
        && line.System is PaySystem.HospitalOutpatient
        && line.Program is PayerProgram.Medicare or PayerProgram.MedicareAdvantage;

    // Coinsurance and what is kept back of the payer's share, both in percent.
    private (decimal Coinsurance, decimal Kept) Shares(decimal? medicare)
    {
        if (line.Program is PayerProgram.Medicare or PayerProgram.MedicareDme)
            return (medicare ?? 20, Sequestration.PercentOn(line.Day));
        if (line.CoinsurancePercent is { } told) return (told, 0);
        if (line.Program is PayerProgram.Medicaid) return (medicare ?? 0, 0);
        if (line.Program is PayerProgram.MedicareAdvantage)
        {
            Flag("plan-share", $"The plan's own share of the patient is not known; Medicare's is shown.");
            return (medicare ?? 20, 0);
        }
        if (medicare is { } agreed) return (agreed, 0);
        Flag("patient-share", $"What the patient owes is not known; it is left with the payer (`--coinsurance`).");
        return (0, 0);
    }

    private void Explain(Settlement money, decimal percent, decimal kept, decimal? cap)
    {
        Step($"allowed ${money.AllowedUsd:#,##0.00}");
        if (money.DeductibleUsd > 0) Step($"deductible ${money.DeductibleUsd:#,##0.00}: the patient's");
        var rest = money.AllowedUsd - money.DeductibleUsd;
        if (cap is { } most && Rounding.Cents(rest * percent / 100) > money.CoinsuranceUsd)
        {
            Step($"coinsurance {percent:0.###}% of ${rest:#,##0.00}, no more than ${most:#,##0.00}");
            if (line.CoinsuranceTakenUsd > 0)
                Step($"${line.CoinsuranceTakenUsd:#,##0.00} of the limit stands on another line of the dose");
            Flag("coinsurance-cap", $"Coinsurance of a hospital service stops at the inpatient deductible.");
            if (HospitalMethods.IsCapOfEarlierYear(line.Day))
                Flag("cap-of-earlier-year", $"The deductible of {line.Day.Year} is not known: an earlier one counts.");
        }
        else Step($"coinsurance {percent:0.###}% of ${rest:#,##0.00} = ${money.CoinsuranceUsd:#,##0.00}");
        Step($"payer's share ${rest:#,##0.00} - ${money.CoinsuranceUsd:#,##0.00} = ${money.PayerShareUsd:#,##0.00}");
        if (kept > 0)
            Step($"sequestration {kept:0.##}% of ${money.PayerShareUsd:#,##0.00} = ${money.SequestrationUsd:#,##0.00}; "
                + $"paid ${money.PayerPaysUsd:#,##0.00}");
    }

    // What was told for the line, else the user's list by NDC.
    private decimal? CostOf()
    {
        if (line.CostUsd is { } told) return Rounding.Cents(told);
        if (inputs.Cost.Count == 0 || ListedIn(inputs.Cost) is not { } price) return null;
        if (LineQuantity.In(price.Unit, line, tables) is not { } quantity) return null;
        _rows.Add(price.Row("cost"));
        return Rounding.Cents(price.UnitUsd * quantity);
    }

    /// <summary>The price of the line's NDC, or of the package around it, in a list of the user.</summary>
    public ListedPrice? ListedIn(PriceList list) => list.Of(line.Ndc, line.Day) ?? list.Of(line.ListedNdc, line.Day);
}
