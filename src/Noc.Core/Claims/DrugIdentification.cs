using Noc.Drugs;

namespace Noc.Claims;

/// <summary>Loop 2410 of a line: which product was given, and how much of it.</summary>
public sealed class DrugIdentification
{
    /// <summary>LIN02: N4 for an NDC.</summary>
    public Field Qualifier { get; init; }

    /// <summary>LIN03 as written.</summary>
    public Field NdcText { get; init; }

    /// <summary>The NDC where LIN03 is eleven digits; null otherwise.</summary>
    public Ndc11? Ndc { get; init; }

    /// <summary>CTP04 as written.</summary>
    public Field QuantityText
    {
        get;
        init => (field, Quantity) = (value, value.Number);
    }

    /// <summary>The quantity in <see cref="Unit"/>; null where absent or no number.</summary>
    public decimal? Quantity { get; private init; }

    /// <summary>CTP05-1: UN, ML, GR, F2 or ME.</summary>
    public Field Unit { get; init; }

    /// <summary>REF*XZ: prescription number.</summary>
    public Field PrescriptionNumber { get; init; }

    /// <summary>REF*VY: number that links the ingredients of a compound.</summary>
    public Field CompoundLink { get; init; }

    /// <summary>How many LIN segments the line has; the first one counts, more than one is an error of the
    /// file.</summary>
    public int Count { get; init; } = 1;
}
