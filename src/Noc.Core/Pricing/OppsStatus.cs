namespace Noc.Pricing;

/// <summary>What the status of a code in hospital outpatient departments means for pay.</summary>
/// <remarks>Source: CMS, OPPS Addendum D1; in our words.</remarks>
public static class OppsStatus
{
    /// <summary>What to do where an unclassified code is packaged.</summary>
    public const string PackagedAdvice =
        "use C9399 when the drug is FDA-approved on/after 2004-01-01 and has no code";

    /// <summary>Whether a rate is paid for the code.</summary>
    public static bool IsPaidByRate(string status) => status is "G" or "K" or "K1" or "R" or "U" or "S" or "S1" or "T"
        or "V" or "P" or "Q1" or "Q2" or "Q3" or "J1" or "J2";

    /// <summary>Whether anything may be paid for the code beside other services, by a rate or otherwise.</summary>
    public static bool IsPaidApart(string status) => status is "A" or "F" or "H" or "L" || IsPaidByRate(status);

    /// <summary>Why nothing is paid by rate; null where something may be, and for packaged codes.</summary>
    public static string? Refusal(string status) => status switch
    {
        "B" => "Medicare does not take the code on hospital outpatient bills",
        "C" => "paid for inpatients only",
        "D" => "the code has ended",
        "E1" => "Medicare does not pay it",
        "E2" => "no price is known to Medicare, so it pays nothing yet",
        "F" or "L" => "paid at reasonable cost, not by rate",
        "M" => "not billable to this contractor",
        "Y" => "billed to the equipment contractor",
        _ => null,
    };
}
