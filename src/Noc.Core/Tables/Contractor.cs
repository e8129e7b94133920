namespace Noc.Tables;

/// <summary>The Medicare contractors of a state.</summary>
/// <param name="State">Two letters.</param>
/// <param name="Jurisdiction">Of Part A and B, such as J6.</param>
/// <param name="Name">Of Part A and B, such as NGS.</param>
/// <param name="DmeJurisdiction">A, B, C or D.</param>
/// <param name="DmeName">Of durable medical equipment.</param>
public sealed record Contractor(
    string State, string Jurisdiction, string Name, string DmeJurisdiction, string DmeName)
{
    /// <summary>Beginnings of the ZIP codes in which another contractor takes Part B claims; empty in nearly every
    /// state. Source: CMS, ZIP5 file.</summary>
    public IReadOnlyList<string> PartBZips { get; init; } = [];

    /// <summary>The one who takes them there; null where there is none.</summary>
    public Contractor? PartB { get; init; }

    /// <summary>The contractor of a claim; null where a ZIP code decides that is not known.</summary>
    /// <param name="isInstitutional">True for Part A, which one contractor has in the whole state.</param>
    /// <param name="zip">Five or nine digits of where the service was given; empty where not known.</param>
    public Contractor? Of(bool isInstitutional, string zip) => PartB is null || isInstitutional ? this
        : zip.Length < ZipDigits ? null
        : PartBZips.Any(start => zip.StartsWith(start, StringComparison.Ordinal)) ? PartB : this;

    private const int ZipDigits = 5;
}
