using Noc.Drugs;

namespace Noc.Coding;

/// <summary>One service line as it is billed.</summary>
public sealed record CodedLine
{
    /// <summary>What it bills.</summary>
    public required CodedLineKind Kind { get; init; }

    /// <summary>JSON pointers to the administrations behind it.</summary>
    public IReadOnlyList<string> Administrations { get; init; } = [];

    /// <summary>The drug by the name that people know; empty on administration lines.</summary>
    public string Drug { get; init; } = "";

    /// <summary>The code.</summary>
    public required HcpcsCode Code { get; init; }

    /// <summary>Why this code, in a sentence.</summary>
    public string CodeReason { get; init; } = "";

    /// <summary>True where the code leaves the drug open.</summary>
    public bool IsUnclassified { get; init; }

    /// <summary>True for a drug that cost nothing.</summary>
    public bool IsFree { get; init; }

    /// <summary>Modifiers in their order, at most four.</summary>
    public IReadOnlyList<CodedModifier> Modifiers { get; init; } = [];

    /// <summary>Billed units; null where dose or unit is not known.</summary>
    public decimal? Units { get; init; }

    /// <summary>How the units come about; empty without.</summary>
    public string UnitsReason { get; init; } = "";

    /// <summary>What the line bills of the drug; none where not known.</summary>
    public Amount Amount { get; init; }

    /// <summary>LIN03; none where not known, or not told on this line.</summary>
    public Ndc11 Ndc { get; init; }

    /// <summary>LIN03 where it is no NDC of a product, such as that of a compounding fee; else empty.</summary>
    public string PseudoNdc { get; init; } = "";

    /// <summary>CTP05-1: UN, ML, GR or F2; empty without an NDC.</summary>
    public string NdcUnit { get; init; } = "";

    /// <summary>CTP04, at most three decimals; null where not known.</summary>
    public decimal? NdcQuantity { get; init; }

    /// <summary>How the quantity comes about; empty without.</summary>
    public string NdcReason { get; init; } = "";

    /// <summary>REF*VY: ties the ingredients of a compound; empty elsewhere.</summary>
    public string CompoundLink { get; init; } = "";

    /// <summary>Day of service.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Revenue code of an institutional claim; empty on a professional one.</summary>
    public string Revenue { get; init; } = "";

    /// <summary>Charge in US dollars; null where nobody has told it.</summary>
    public decimal? ChargeUsd { get; init; }

    /// <summary>Where the charge comes from; empty without.</summary>
    public string ChargeReason { get; init; } = "";

    /// <summary>Numbers of the diagnoses, from 1; empty on institutional claims.</summary>
    public IReadOnlyList<int> Diagnoses { get; init; } = [];

    /// <summary>The texts for every place that the payer may read; null where the line needs none.</summary>
    public ComposedNarrative? Narrative { get; init; }

    /// <summary>SV101-7 or SV202-7; empty without.</summary>
    public string Description { get; init; } = "";

    /// <summary>NTE of the line; empty without, and on institutional claims.</summary>
    public string Note { get; init; } = "";

    /// <summary>What is worth knowing of an administration line: what became of each event.</summary>
    public string Remark { get; init; } = "";

    /// <summary>Whether a modifier stands on the line.</summary>
    public bool Has(string modifier)
    {
        for (var i = 0; i < Modifiers.Count; i++)
            if (Modifiers[i].Code == modifier) return true;
        return false;
    }
}
