using Noc.Coding;
using Noc.Tables;

namespace Noc.Audit;

/// <summary>One reason to take a line for a drug.</summary>
/// <param name="Kind">Where it stands.</param>
/// <param name="Value">The NDC, name or code.</param>
/// <param name="Products">Products that it can stand for.</param>
/// <param name="Confidence">How sure it is by itself.</param>
public sealed record DrugReason(
    DrugEvidence Kind, string Value, IReadOnlyList<Product> Products, Confidence Confidence)
{
    /// <summary>What people call it.</summary>
    public string Display => Products.Count == 1 ? Products[0].DisplayName : Value;

    /// <summary>Whether both can stand for one drug.</summary>
    public bool Fits(DrugReason other)
    {
        foreach (var product in Products)
            foreach (var one in other.Products)
                if (DrugNames.AreSameDrug(product, one)) return true;
        return false;
    }

    /// <summary>The place in words, at the beginning of a sentence.</summary>
    public static string Phrase(DrugEvidence kind) => kind switch
    {
        DrugEvidence.Ndc => "The NDC",
        DrugEvidence.Description => "The description",
        DrugEvidence.Parentheses => "the name in parentheses",
        DrugEvidence.LineNote => "the line note",
        DrugEvidence.ClaimNote => "the note of the claim",
        _ => "the code",
    };
}
