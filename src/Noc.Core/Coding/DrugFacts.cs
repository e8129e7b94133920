using Noc.Drugs;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>What decides the unclassified code of a drug: facts about the product and the encounter.</summary>
public sealed record DrugFacts
{
    /// <summary>The route of a metered dose inhaler.</summary>
    public const string MeteredDose = "MDI";

    /// <summary>Date of service.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Where it was given.</summary>
    public required Setting Setting { get; init; }

    /// <summary>True for original Medicare.</summary>
    public bool IsMedicare { get; init; }

    /// <summary>A code of its own that is valid; <c>default</c> where there is none.</summary>
    public HcpcsCode SpecificCode { get; init; }

    /// <summary>What it is.</summary>
    public ProductKind Kind { get; init; }

    /// <summary>Route as narratives spell it (PO, INH, rectal ...) or <see cref="MeteredDose"/>; empty where not known.
    /// </summary>
    public string Route { get; init; } = "";

    /// <summary>True where it is an antineoplastic.</summary>
    public bool IsAntineoplastic { get; init; }

    /// <summary>True where it is licensed as a biologic, or is one that no licence names, such as one under an
    /// emergency authorization.</summary>
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
        Kind = product.Kind,
        Route = route ?? (product.IsOral ? "PO" : product.Routes.Count == 1 ? product.Routes[0] : ""),
        IsAntineoplastic = product.IsAntineoplastic is true,
        IsBiologic = product.Pathway is "BLA" || product is { IsBiologic: true, Pathway: "unapproved-marketed" },
        IsCompounded = product.IsCompounded,
        IsForEsrd = setting is Setting.Esrd,
        Approved = product.Approved,
    };
}
