using Noc.Drugs;

namespace Noc.Claims;

/// <summary>One service line (loop 2400): one LX with what hangs on it.</summary>
public sealed class ServiceLine
{
    /// <summary>The line's number in the order of the claim, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>LX01 as written.</summary>
    public Field AssignedNumber { get; init; }

    /// <summary>SV101-1 or SV202-1: HC for HCPCS and CPT.</summary>
    public Field CodeQualifier { get; init; }

    /// <summary>SV101-2 or SV202-2 as written.</summary>
    public Field CodeText { get; init; }

    /// <summary>The procedure code; <c>default</c> where <see cref="CodeText"/> is absent or no code.</summary>
    public HcpcsCode Code { get; init; }

    /// <summary>SV101-3 to -6 or SV202-3 to -6: modifiers as written, in order; blanks left out.</summary>
    public Items<Field> ModifierTexts { get; init; } = [];

    /// <summary>The modifiers that are two letters or digits.</summary>
    public Items<Modifier> Modifiers { get; init; } = [];

    /// <summary>SV101-7 or SV202-7: the line's description, with all that stands behind it in the composite.</summary>
    public Field Description { get; init; }

    /// <summary>True where the description holds the separator of components: receivers cut it there.</summary>
    public bool IsDescriptionSplit { get; init; }

    /// <summary>SV201: revenue code; institutional only.</summary>
    public Field RevenueCode { get; init; }

    /// <summary>SV102 or SV203 as written.</summary>
    public Field ChargeText
    {
        get;
        init => (field, ChargeUsd) = (value, value.Number);
    }

    /// <summary>The charge in US dollars; null where absent or no number.</summary>
    public decimal? ChargeUsd { get; private init; }

    /// <summary>The charge that stands for none, where a payer's system refuses zero.</summary>
    public const decimal TokenUsd = 0.01m;

    /// <summary>True where the charge is zero or a token: the drug cost nothing.</summary>
    public bool HasTokenCharge => ChargeUsd is >= 0 and <= TokenUsd;

    /// <summary>SV103 or SV204: UN, MJ, DA, F2.</summary>
    public Field UnitKind { get; init; }

    /// <summary>SV104 or SV205 as written.</summary>
    public Field UnitsText
    {
        get;
        init => (field, BilledUnits) = (value, value.Number);
    }

    /// <summary>Billed units; null where absent or no number.</summary>
    public decimal? BilledUnits { get; private init; }

    /// <summary>SV105: place of service where it differs from the claim's.</summary>
    public Field PlaceOfService { get; init; }

    /// <summary>SV107-1 to -4: diagnosis pointers as written, in order; blanks left out. Professional only.</summary>
    public Items<Field> DiagnosisPointers { get; init; } = [];

    /// <summary>DTP*472 as written.</summary>
    public Field ServiceDateText { get; init; }

    /// <summary>First day of service, from DTP*472, else the claim's statement date (DTP*434); null where neither
    /// reads.</summary>
    public DateOnly? ServiceDate { get; init; }

    /// <summary>Last day of service; the first day where there is no range.</summary>
    public DateOnly? LastServiceDate { get; init; }

    /// <summary>Line notes (NTE) in order.</summary>
    public Items<Note> Notes { get; init; } = [];

    /// <summary>Line REF segments in order, without those of loop 2410.</summary>
    public Items<ReferenceNumber> References { get; init; } = [];

    /// <summary>Line PWK segments in order.</summary>
    public Items<Paperwork> Paperwork { get; init; } = [];

    /// <summary>K301 texts of the line in order.</summary>
    public Items<Field> FileInformation { get; init; } = [];

    /// <summary>Loop 2410: the product given; null where the line has no such loop.</summary>
    public DrugIdentification? Drug { get; init; }

    /// <summary>LIN02: qualifier of the product code, N4 for an NDC. Absent where the line has no loop 2410.</summary>
    public Field NdcQualifier => Drug?.Qualifier ?? default;

    /// <summary>LIN03 as written.</summary>
    public Field NdcText => Drug?.NdcText ?? default;

    /// <summary>The NDC where LIN03 is eleven digits; null otherwise.</summary>
    public Ndc11? Ndc => Drug?.Ndc;

    /// <summary>CTP04 as written.</summary>
    public Field NdcQuantityText => Drug?.QuantityText ?? default;

    /// <summary>NDC quantity in <see cref="NdcUnit"/>; null where absent or no number.</summary>
    public decimal? NdcQuantity => Drug?.Quantity;

    /// <summary>CTP05-1: UN, ML, GR, F2 or ME.</summary>
    public Field NdcUnit => Drug?.Unit ?? default;

    /// <summary>REF*XZ of loop 2410: prescription number.</summary>
    public Field PrescriptionNumber => Drug?.PrescriptionNumber ?? default;

    /// <summary>REF*VY of loop 2410: number that links the ingredients of a compound.</summary>
    public Field CompoundLink => Drug?.CompoundLink ?? default;

    /// <summary>How many LIN segments the line has; more than one is an error of the file.</summary>
    public int NdcCount => Drug?.Count ?? 0;

    /// <summary>Loop 2420A (professional): who rendered the line, where it differs from the claim.</summary>
    public Provider? Rendering { get; init; }

    /// <summary>Loop 2420C (professional): where the line was given, where it differs from the claim.</summary>
    public Provider? ServiceFacility { get; init; }

    /// <summary>Loop 2420E: who ordered.</summary>
    public Provider? Ordering { get; init; }

    /// <summary>Loop 2430: what earlier payers said of the line.</summary>
    public Items<LineAdjudication> Adjudications { get; init; } = [];

    /// <summary>True where the line carries <paramref name="modifier"/>.</summary>
    public bool Has(Modifier modifier)
    {
        foreach (var one in Modifiers)
            if (one == modifier) return true;
        return false;
    }
}
