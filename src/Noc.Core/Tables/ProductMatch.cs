namespace Noc.Tables;

/// <summary>The products that a text may name.</summary>
/// <param name="Products">All products the name fits; empty where none does.</param>
/// <param name="Kind">How they were named.</param>
/// <param name="Start">First character of the name in the text.</param>
/// <param name="Length">Length of the name.</param>
public readonly record struct ProductMatch(Items<Product> Products, NameKind Kind, int Start, int Length)
{
    /// <summary>True where no product was found.</summary>
    public bool IsNone => Products.Count == 0;

    /// <summary>The substance that all the products hold, lower case; empty where they hold different ones, or there
    /// is none.</summary>
    public string Substance
    {
        get
        {
            if (IsNone) return "";
            var substance = Products[0].Substance;
            foreach (var other in Products)
                if (other.Substance != substance) return "";
            return substance;
        }
    }
}
