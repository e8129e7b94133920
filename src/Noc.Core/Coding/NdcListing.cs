namespace Noc.Coding;

/// <summary>Where the tables know an NDC from.</summary>
public enum NdcListing
{
    /// <summary>Tables of that kind are not loaded, or are extracts without it: nobody can tell.</summary>
    NotCovered,

    /// <summary>The whole directory is loaded and has neither the package nor its product.</summary>
    NotListed,

    /// <summary>A package of the FDA's directory.</summary>
    Package,

    /// <summary>A container inside a package of the FDA's directory, such as the vial in a carton.</summary>
    Inside,

    /// <summary>The directory has the product, but not this package of it.</summary>
    Product,

    /// <summary>Files of CMS or Medicaid name it: crosswalk, NOC crosswalk, NADAC or rebate list. The directory has its
    /// product at most.</summary>
    PriceFile,
}
