namespace Noc.Tables;

/// <summary>How a name on a claim led to a product.</summary>
public enum NameKind
{
    /// <summary>Only the base of the ingredient was named; other products share it.</summary>
    Base,

    /// <summary>The ingredient name without the suffix of four letters that tells makers apart.</summary>
    WithoutSuffix,

    /// <summary>The whole ingredient name.</summary>
    Ingredient,

    /// <summary>A brand name.</summary>
    Brand,
}

/// <summary>The products that a text may name.</summary>
/// <param name="Products">All products the name fits; empty where none does.</param>
/// <param name="Kind">How they were named.</param>
/// <param name="Start">First character of the name in the text.</param>
/// <param name="Length">Length of the name.</param>
public readonly record struct ProductMatch(Items<Product> Products, NameKind Kind, int Start, int Length)
{
    /// <summary>True where no product was found.</summary>
    public bool IsNone => Products.Count == 0;
}
