
namespace Noc.Drugs;

/// <summary>What is wrong with a text that should be an NDC quantity.</summary>
public enum NdcQuantityDefect
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>No text.</summary>
    Missing,

    /// <summary>Letters, blanks, thousands separators or other marks.</summary>
    NotANumber,

    /// <summary>Zero or below: nothing was used.</summary>
    NotPositive,

    /// <summary>More than three decimals.</summary>
    TooManyDecimals,

    /// <summary>More than anyone was ever given: above ten million.</summary>
    TooLarge,

    /// <summary>Needless zeros behind the decimals, such as 1.50: the same quantity, not as the guide writes
    /// it.</summary>
    TrailingZeros,
}
