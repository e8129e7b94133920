
namespace Noc.Coding;

/// <summary>A drug as the FDA directory names it.</summary>
/// <param name="Brand">Brand or trade name; empty without one.</param>
/// <param name="Generic">Generic names; empty without one.</param>
public readonly record struct DirectoryName(string Brand, string Generic)
{
    /// <summary>The brand with the generic name behind it.</summary>
    public string Display => Brand.Length == 0 || Brand.Equals(Generic, StringComparison.OrdinalIgnoreCase) ? Generic
        : Generic.Length == 0 ? Brand : $"{Brand} ({Generic})";
}
