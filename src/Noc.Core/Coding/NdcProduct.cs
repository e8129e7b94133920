namespace Noc.Coding;

/// <summary>A product of the FDA's directory, its texts at hand.</summary>
/// <param name="Brand">Brand or trade name.</param>
/// <param name="Generic">Generic names.</param>
/// <param name="Form">Dosage form.</param>
/// <param name="Routes">Routes, comma between.</param>
/// <param name="Strength">Ingredients with strengths, semicolon between.</param>
/// <param name="Category">Marketing category, such as NDA.</param>
/// <param name="Application">Application number; empty where it has none.</param>
/// <param name="Labeler">Labeler.</param>
/// <param name="Exclusion">E expired, U unfinished, I inactive; NUL otherwise.</param>
/// <remarks>Source: FDA, NDC directory, product.txt. Empty where the file says nothing.</remarks>
public sealed record NdcProduct(
    string Brand, string Generic, string Form, string Routes, string Strength, string Category, string Application,
    string Labeler, char Exclusion)
{
    /// <summary>True for clotting factors that are labelled in international units.</summary>
    public bool IsClottingFactor =>
        (Generic.Contains("factor", StringComparison.OrdinalIgnoreCase)
            || Generic.Contains("willebrand", StringComparison.OrdinalIgnoreCase))
        && Strength.Contains("[iU]", StringComparison.Ordinal);
}
