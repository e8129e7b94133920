using Noc.Tables;

namespace Noc.Coding;

/// <summary>A code that names the drug, with the units of a dose.</summary>
/// <param name="Product">The product.</param>
/// <param name="Row">Its code.</param>
/// <param name="Units">Units of the dose, rounded up; null where dose or unit is not known.</param>
/// <param name="Arithmetic">How the units came about; empty without units.</param>
public sealed record SpecificCode(Product Product, ProductCode Row, decimal? Units, string Arithmetic);
