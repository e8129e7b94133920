using Noc.Drugs;
using Noc.Tables;

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

    /// <summary>Form in words, such as liquid, powder or metered dose inhaler; empty where not known.</summary>
    public string Form { get; init; } = "";

    /// <summary>Route in lower case words or as narratives spell it; empty where not known.</summary>
    public string Route { get; init; } = "";

    /// <summary>True where it is an antineoplastic.</summary>
    public bool IsAntineoplastic { get; init; }

    /// <summary>True for a biologic that no licence names, such as one under an emergency authorization.</summary>
    public bool IsBiologic { get; init; }

    /// <summary>True where it was compounded.</summary>
    public bool IsCompounded { get; init; }

    /// <summary>True where it is neither approved nor lawfully marketed, or given free in a trial.</summary>
    public bool IsUnapproved { get; init; }

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

    /// <summary>The facts of a product in an encounter.</summary>
    /// <param name="product">The product.</param>
    /// <param name="day">Date of service.</param>
    /// <param name="setting">Where it was given.</param>
    /// <param name="isMedicare">True for original Medicare.</param>
    /// <param name="route">Route on the claim; null takes the product's where it has only one.</param>
    public static DrugFacts Of(
        Product product, DateOnly day, Setting setting, bool isMedicare, string? route = null) => new()
    {
        Day = day,
        Setting = setting,
        IsMedicare = isMedicare,
        Pathway = product.Pathway,
        Class = ClassOf(product),
        Route = route ?? (product.IsOral ? "PO" : product.Routes.Count == 1 ? product.Routes[0] : ""),
        IsAntineoplastic = product.IsAntineoplastic is true,
        IsBiologic = product is { IsBiologic: true, Pathway: "unapproved-marketed" },
        IsCompounded = product.IsCompounded,
        IsForEsrd = setting is Setting.Esrd,
        Approved = product.Approved,
        IsPet = product.Fallback.Value is "A9597" or "A9598",
        IsTumor = product.Fallback.Value is "A9597",
    };

    // The table of products knows the kind by the unclassified code that it names; its class words are free text.
    private static string ClassOf(Product product) => product.Fallback.Value switch
    {
        "90749" => "vaccine",
        "A9699" => "radiopharmaceutical-therapeutic",
        "A4641" or "A9597" or "A9598" => "radiopharmaceutical-diagnostic",
        "A9579" => "gadolinium contrast",
        "A9698" => "contrast",
        "J7199" => "clotting factor",
        "J1599" => "ivig liquid",
        "J1566" => "ivig powder",
        "J0799" => "hiv-prep",
        "J7599" => "transplant immunosuppressant",
        "Q0181" or "J8597" => "antiemetic",
        _ => product.Class,
    };
}

/// <summary>The code to bill and why.</summary>
/// <param name="Code">The code; <c>default</c> where the drug is not billed as a drug.</param>
/// <param name="Reason">One sentence.</param>
/// <param name="Row">Row of the decision table (coding guide A4), from 1.</param>
public readonly record struct CodeChoice(HcpcsCode Code, string Reason, int Row = 0);
