using Noc.Drugs;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>A drug that got a code of its own.</summary>
/// <param name="Product">The drug.</param>
/// <param name="Row">The new code with unit, first and last day.</param>
/// <param name="Before">What it was billed by before, by setting.</param>
/// <param name="Ndcs">NDCs that the crosswalk lists with the code; empty where none is loaded.</param>
public sealed record NewCode(
    Product Product, ProductCode Row, IReadOnlyList<OldCoding> Before, IReadOnlyList<Ndc11> Ndcs)
{
    /// <summary>First day of service for which the new code counts.</summary>
    public DateOnly First => Row.From!.Value;

    /// <summary>True where the code counts from the approval on: the unclassified code was never right.</summary>
    public bool IsFromApproval => Product.Approved >= First;

    /// <summary>How sure the row is.</summary>
    public Confidence Confidence =>
        Product.Confidence < Row.Confidence ? Product.Confidence : Row.Confidence;
}
