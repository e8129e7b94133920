namespace Noc.Reference.Originals;

/// <summary>One place of service.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Code">Two digits.</param>
/// <param name="Name">Name of the place.</param>
/// <param name="IsFacilityRate">True where the physician fee schedule pays the facility amount; null where not known.
/// </param>
/// <remarks>Source: place of service code set of CMS; the rate column is compiled, to be checked before use.</remarks>
public sealed record PlaceOfServiceRow(long Line, string Code, string Name, bool? IsFacilityRate);
