namespace Noc.Tables;

/// <summary>What one unit of a drug code is measured by.</summary>
public enum CodeUnitKind : byte
{
    /// <summary>The text names no unit, or it is not understood.</summary>
    None,

    /// <summary>A fixed amount, such as 10 mg or 100,000 units.</summary>
    Exact,

    /// <summary>Any amount up to a limit is one unit, such as up to 50 mg.</summary>
    UpTo,

    /// <summary>One item, such as a vial, a dose or an implant, whatever it holds.</summary>
    Item,

    /// <summary>An amount for each kilogram of body weight.</summary>
    PerKilogram,

    /// <summary>Fixed amounts of several ingredients at once, such as 200 mg and 25 mg.</summary>
    Combination,

    /// <summary>One of several codes for ranges of a dose or of days, such as more than 100 mg.</summary>
    Range,
}
