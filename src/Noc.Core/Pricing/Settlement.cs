namespace Noc.Pricing;

/// <summary>How an allowed amount falls on payer and patient. All in US dollars and cents.</summary>
/// <remarks>The parts add up: allowed = deductible + coinsurance + payer's share before sequestration, and that share =
/// what is kept back + what is paid.</remarks>
/// <param name="AllowedUsd">What payer and patient owe together.</param>
/// <param name="DeductibleUsd">The patient's deductible in it.</param>
/// <param name="CoinsuranceUsd">The patient's coinsurance.</param>
/// <param name="SequestrationUsd">Kept back of the payer's share; nobody gets it.</param>
public readonly record struct Settlement(
    decimal AllowedUsd, decimal DeductibleUsd, decimal CoinsuranceUsd, decimal SequestrationUsd)
{
    /// <summary>The payer's share before anything is kept back.</summary>
    public decimal PayerShareUsd => AllowedUsd - DeductibleUsd - CoinsuranceUsd;

    /// <summary>What the payer pays.</summary>
    public decimal PayerPaysUsd => PayerShareUsd - SequestrationUsd;

    /// <summary>What the patient, or another insurer, owes.</summary>
    public decimal PatientOwesUsd => DeductibleUsd + CoinsuranceUsd;

    /// <summary>What the provider gets.</summary>
    public decimal ProviderKeepsUsd => PayerPaysUsd + PatientOwesUsd;

    /// <summary>Both together; totals are sums of lines, never reckoned anew.</summary>
    public static Settlement operator +(Settlement one, Settlement other) => Add(one, other);

    /// <summary>Both together.</summary>
    public static Settlement Add(Settlement one, Settlement other) => new(
        one.AllowedUsd + other.AllowedUsd, one.DeductibleUsd + other.DeductibleUsd,
        one.CoinsuranceUsd + other.CoinsuranceUsd, one.SequestrationUsd + other.SequestrationUsd);

    /// <summary>Divides an allowed amount.</summary>
    /// <param name="allowedUsd">The amount, in cents; below zero counts as zero.</param>
    /// <param name="deductibleLeftUsd">What the patient has left to pay before coverage; it is used up first.</param>
    /// <param name="coinsurancePercent">The patient's part of the rest, 0 to 100; not rounded before.</param>
    /// <param name="sequestrationPercent">Kept back of the payer's share.</param>
    /// <param name="coinsuranceCapUsd">The most coinsurance of the line; null for no limit.</param>
    public static Settlement Of(
        decimal allowedUsd, decimal deductibleLeftUsd, decimal coinsurancePercent, decimal sequestrationPercent,
        decimal? coinsuranceCapUsd = null)
    {
        var allowed = Math.Max(0, Rounding.Cents(allowedUsd));
        var deductible = Math.Min(allowed, Math.Max(0, Rounding.Cents(deductibleLeftUsd)));
        var rest = allowed - deductible;
        var coinsurance = Rounding.Cents(rest * Math.Clamp(coinsurancePercent, 0, 100) / 100);
        if (coinsuranceCapUsd is { } cap) coinsurance = Math.Min(coinsurance, Math.Max(0, Rounding.Cents(cap)));
        var kept = Rounding.Cents((rest - coinsurance) * Math.Clamp(sequestrationPercent, 0, 100) / 100);
        return new(allowed, deductible, coinsurance, kept);
    }
}
