namespace Noc.Payers.Expressions;

/// <summary>What an expression may ask of a line that does not stand on the claim as such: whoever audits knows
/// it.</summary>
/// <remarks>Null is not known. Leave out what you do not know: comparisons with it are then false.</remarks>
public sealed record ClaimLineFacts
{
    /// <summary>Nothing is known beyond the claim.</summary>
    public static ClaimLineFacts None { get; } = new();

    /// <summary>Medicare contractor jurisdiction of the service, such as <c>JE</c>; null where no contractor
    /// decides.</summary>
    public string? Jurisdiction { get; init => field = NotBlank(value); }

    /// <summary>Day on which the claim was, or will be, sent; null where not known.</summary>
    public DateOnly? Sent { get; init; }

    /// <summary>Day for which the claim is judged.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Brand and ingredient names of the products that the line may mean; empty where none was
    /// found.</summary>
    public IReadOnlyList<string> DrugNames { get; init; } = [];

    /// <summary>True where the drug was mixed by a pharmacy for this patient.</summary>
    public bool? IsCompounded { get; init; }

    /// <summary>True for a biologic, false for another drug; null where no one product was found.</summary>
    public bool? IsBiologic { get; init; }

    /// <summary>True for an anticancer drug, false for another; null where no one product was found.</summary>
    public bool? IsAntineoplastic { get; init; }

    /// <summary>Route by which it was given, such as <c>IV</c>; null where no text says so.</summary>
    public string? Route { get; init => field = NotBlank(value); }

    /// <summary>First day of approval of the product; null where not known.</summary>
    public DateOnly? Approved { get; init; }

    /// <summary>True where a text of the line names the drug; null where its texts were not read.</summary>
    public bool? TextHasName { get; init; }

    /// <summary>True where a text names the dose given.</summary>
    public bool? TextHasDose { get; init; }

    /// <summary>True where a text names the strength of the product.</summary>
    public bool? TextHasStrength { get; init; }

    /// <summary>True where a text names an amount per volume, such as <c>25MG/ML</c>.</summary>
    public bool? TextHasConcentration { get; init; }

    /// <summary>True where a text names the route.</summary>
    public bool? TextHasRoute { get; init; }

    /// <summary>True where a text names a price in US dollars.</summary>
    public bool? TextHasPrice { get; init; }

    /// <summary>US dollars that a text names; null where none does.</summary>
    public decimal? TextPrice { get; init; }

    /// <summary>True where a text names the manufacturer.</summary>
    public bool? TextHasManufacturer { get; init; }

    /// <summary>True where a text tells what was discarded.</summary>
    public bool? TextHasWaste { get; init; }

    /// <summary>The NDC that a text names, eleven digits; null where none does.</summary>
    public string? TextNdc { get; init => field = NotBlank(value); }

    /// <summary>True where the code is on the unclassified list on the date of service.</summary>
    public bool? IsUnclassified { get; init; }

    /// <summary>True where the code exists on the date of service; null where no table covers the day.</summary>
    public bool? IsCodeValid { get; init; }

    private static string? NotBlank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
