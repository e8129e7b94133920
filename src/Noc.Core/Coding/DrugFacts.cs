using Noc.Drugs;

namespace Noc.Coding;

/// <summary>What decides the unclassified code of a drug: facts about the product and the encounter.</summary>
public sealed record DrugFacts
{
    /// <summary>Date of service.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Where it was given.</summary>
    public required Setting Setting { get; init; }

    /// <summary>True for original Medicare.</summary>
    public bool IsMedicare { get; init; }

    /// <summary>A code of its own that is valid; <c>default</c> where there is none.</summary>
    public HcpcsCode SpecificCode { get; init; }

    /// <summary>BLA, NDA, ANDA, compounded and so on; empty where not known.</summary>
    public string Pathway { get; init; } = "";

    /// <summary>Pharmacological class in lower case; empty where not known.</summary>
    public string Class { get; init; } = "";

    /// <summary>Route in lower case words or as narratives spell it; empty where not known.</summary>
    public string Route { get; init; } = "";

    /// <summary>True where it is an antineoplastic.</summary>
    public bool IsAntineoplastic { get; init; }

    /// <summary>True where it was compounded.</summary>
    public bool IsCompounded { get; init; }

    /// <summary>Approval date; null where not known.</summary>
    public DateOnly? Approved { get; init; }

    /// <summary>True where a dialysis patient gets it for the kidney disease.</summary>
    public bool IsForEsrd { get; init; }

    /// <summary>True within 48 hours of chemotherapy, as full replacement of an intravenous antiemetic.</summary>
    public bool IsWithin48HoursOfChemotherapy { get; init; }

    /// <summary>True where a diagnostic radiopharmaceutical is a PET tracer.</summary>
    public bool IsPet { get; init; }

    /// <summary>True where a PET tracer looks for tumours.</summary>
    public bool IsTumor { get; init; }
}

/// <summary>The code to bill and why.</summary>
/// <param name="Code">The code.</param>
/// <param name="Reason">One sentence.</param>
public readonly record struct CodeChoice(HcpcsCode Code, string Reason);
