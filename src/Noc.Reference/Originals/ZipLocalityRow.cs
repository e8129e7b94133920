namespace Noc.Reference.Originals;

/// <summary>The Part B contractor and payment locality of one ZIP code.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="State">Two letters of CMS, not of the post: EK and WK are Kansas, EM and WM Missouri.</param>
/// <param name="Zip">Five digits.</param>
/// <param name="Contractor">Five digits of the Part B contractor.</param>
/// <param name="Locality">Two digits.</param>
/// <param name="Rural">R rural, B super rural; null urban (ambulance payment).</param>
/// <param name="LabLocality">Z1, Z2 or Z9: competitive bidding of laboratories.</param>
/// <param name="NeedsPlusFour">True where the last four digits decide the locality (file ZIP9).</param>
/// <param name="PartBIndicator">Part B payment indicator; null where blank.</param>
/// <remarks>Source: ZIP5 file of CMS, "Zip Code to Carrier Locality", and its record layout.</remarks>
public sealed record ZipLocalityRow(
    long Line, string State, string Zip, string Contractor, string Locality, char? Rural, string? LabLocality,
    bool NeedsPlusFour, char? PartBIndicator);
