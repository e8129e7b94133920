namespace Noc.Payers;

/// <summary>What a span of time counts.</summary>
public enum WindowUnit
{
    /// <summary>Calendar days.</summary>
    Days,

    /// <summary>Calendar months.</summary>
    Months,

    /// <summary>Years.</summary>
    Years,

    /// <summary>Until 31 December of the year after.</summary>
    EndOfNextYear,
}
