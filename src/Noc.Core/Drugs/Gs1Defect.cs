
namespace Noc.Drugs;

/// <summary>What is wrong with the text of a barcode.</summary>
public enum Gs1Defect
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It holds no GTIN.</summary>
    NoGtin,

    /// <summary>The last digit of the GTIN does not fit the others: a digit was misread.</summary>
    CheckDigit,

    /// <summary>The GTIN does not stand for a drug of the United States: no 03 behind its first digit.</summary>
    NotNdc,

    /// <summary>A part cannot be read; what stands in front of it was.</summary>
    Unreadable,
}
