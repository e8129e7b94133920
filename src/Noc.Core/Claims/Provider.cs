namespace Noc.Claims;

/// <summary>A provider named on a claim: billing, rendering, attending, service facility, ordering.</summary>
public sealed class Provider
{
    /// <summary>NM103: last name or organisation.</summary>
    public Field Name { get; init; }

    /// <summary>NM109 where NM108 is XX: the ten-digit NPI.</summary>
    public Field Npi { get; init; }

    /// <summary>PRV03: taxonomy code.</summary>
    public Field Taxonomy { get; init; }

    /// <summary>N402: two-letter state.</summary>
    public Field State { get; init; }

    /// <summary>N403: ZIP code, five or nine digits.</summary>
    public Field Zip { get; init; }
}
