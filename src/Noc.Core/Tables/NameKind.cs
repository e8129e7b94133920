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
