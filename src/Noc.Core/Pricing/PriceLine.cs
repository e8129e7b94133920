using Noc.Drugs;
using Noc.Payers;

namespace Noc.Pricing;

/// <summary>A line to be priced: what is billed, to whom, where and when.</summary>
public sealed record PriceLine
{
    /// <summary>The code billed; none where only the NDC is known.</summary>
    public HcpcsCode Code { get; init; }

    /// <summary>Billed units.</summary>
    public decimal Units { get; init; } = 1;

    /// <summary>Date of service.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The NDC; none where not known.</summary>
    public Ndc11 Ndc { get; init; }

    /// <summary>The package that tables list where <see cref="Ndc"/> is a container inside it; none where it is the
    /// same or not known.</summary>
    public Ndc11 ListedNdc { get; init; }

    /// <summary>NDC quantity; null where not known.</summary>
    public decimal? NdcQuantity { get; init; }

    /// <summary>UN, ML, GR, F2 or ME; empty where not known.</summary>
    public string NdcUnit { get; init; } = "";

    /// <summary>Drug that the line bills, given or discarded; none where not known.</summary>
    public Amount Dose { get; init; }

    /// <summary>Modifiers of the line.</summary>
    public IReadOnlyList<Modifier> Modifiers { get; init; } = [];

    /// <summary>Charge in US dollars; null where there is none yet.</summary>
    public decimal? ChargeUsd { get; init; }

    /// <summary>The payer's program.</summary>
    public PayerProgram Program { get; init; }

    /// <summary>Policy id of the payer; empty where not known.</summary>
    public string Payer { get; init; } = "";

    /// <summary>The payer's name; empty where not known.</summary>
    public string PayerName { get; init; } = "";

    /// <summary>The payment system.</summary>
    public PaySystem System { get; init; }

    /// <summary>Two digits, professional claims; empty where not known.</summary>
    public string PlaceOfService { get; init; } = "";

    /// <summary>Two letters of where the service was given; empty where not known.</summary>
    public string State { get; init; } = "";

    /// <summary>Five or nine digits of where the service was given; empty where not known.</summary>
    public string Zip { get; init; } = "";

    /// <summary>Number of the Medicare locality, with <see cref="Contractor"/>; null where not told.</summary>
    public int? Locality { get; init; }

    /// <summary>Number of the Part B contractor of <see cref="Locality"/>; null where not told.</summary>
    public int? Contractor { get; init; }

    /// <summary>What the patient has left of the deductible in US dollars; null where not known.</summary>
    public decimal? DeductibleLeftUsd { get; init; }

    /// <summary>What other lines of the same dose took of the most coinsurance that a hospital may ask, in US dollars.
    /// </summary>
    public decimal CoinsuranceTakenUsd { get; init; }

    /// <summary>The patient's coinsurance in percent, of plans that are not original Medicare; null where not known.
    /// </summary>
    public decimal? CoinsurancePercent { get; init; }

    /// <summary>Invoice price of what the line bills, net of discounts and shipping, in US dollars; null without
    /// invoice.</summary>
    public decimal? InvoiceUsd { get; init; }

    /// <summary>What the drug of the line cost the provider in US dollars; null where not known.</summary>
    public decimal? CostUsd { get; init; }

    /// <summary>Day of the first sale of the product; null where not known.</summary>
    public DateOnly? FirstSold { get; init; }

    /// <summary>Day of approval of the product; null where not known.</summary>
    public DateOnly? Approved { get; init; }

    /// <summary>True where a price by sales has not begun yet, false where it has; null to tell it by
    /// <see cref="FirstSold"/>.</summary>
    public bool? IsInitialPeriod { get; init; }

    /// <summary>Name of the drug for prices by name; empty where not known.</summary>
    public string Drug { get; init; } = "";

    /// <summary>True where the drug is known to be bought under 340B, whatever modifiers the line has.</summary>
    public bool IsDiscounted340B { get; init; }

    /// <summary>True where a pharmacy mixed it.</summary>
    public bool IsCompounded { get; init; }

    /// <summary>The service of the same day on the claim that takes a code of status Q1 in; none where there is none,
    /// or the claim is not known.</summary>
    public HcpcsCode PackagedInto { get; init; }
}
