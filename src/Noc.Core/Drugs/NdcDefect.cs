namespace Noc.Drugs;

/// <summary>What is wrong with a text that should be an NDC.</summary>
public enum NdcDefect
{
    /// <summary>Nothing: eleven digits.</summary>
    None,

    /// <summary>No text.</summary>
    Missing,

    /// <summary>Hyphens, blanks, asterisks or other marks between the digits.</summary>
    Separators,

    /// <summary>The qualifier N4, or the word NDC, stands in front of the digits.</summary>
    Prefix,

    /// <summary>Ten digits with hyphens: the label form.</summary>
    LabelForm,

    /// <summary>Ten digits without hyphens: three codes are possible.</summary>
    AmbiguousTenDigits,

    /// <summary>Twelve digits, the form of labels from 2033 on.</summary>
    TwelveDigits,

    /// <summary>Twelve digits with a true six-digit labeler, for which no eleven-digit form exists.</summary>
    NoElevenDigitForm,

    /// <summary>Segments in no configuration that the FDA uses.</summary>
    BadSegments,

    /// <summary>Letters among the digits.</summary>
    Letters,

    /// <summary>A placeholder such as all zeros or all nines.</summary>
    Placeholder,

    /// <summary>Any other number of digits.</summary>
    WrongLength,

    /// <summary>Labeler and product alone, without the package that a claim names.</summary>
    ProductOnly,
}
