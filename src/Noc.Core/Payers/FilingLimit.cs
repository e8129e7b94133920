using Noc.Tables;

namespace Noc.Payers;

/// <summary>Until when a first claim must have reached the payer.</summary>
/// <param name="SendBy">The day by which it is safe: the payer's own limit, or the shortest that is common where the
/// contract or the state decides.</param>
/// <param name="Latest">The longest that law or rule allows; null where only the contract knows.</param>
/// <param name="Text">In words.</param>
/// <param name="Source">Where it comes from.</param>
/// <remarks>Defaults of programs; the rules of single payers may be shorter or longer.</remarks>
public sealed record FilingLimit(DateOnly SendBy, DateOnly? Latest, string Text, Source Source)
{
    private const int ShortestCommonDays = 90;

    private static readonly Source Medicare = new("Medicare, timely filing", "one calendar year",
        "https://med.noridianmedicare.com/web/jfb/topics/claim-submission/reason-code-guidance/timely-filing",
        new DateOnly(2010, 1, 1), new DateOnly(2022, 12, 9));

    private static readonly Source Medicaid = new("42 CFR", "447.45(d)", null, null, new DateOnly(2026, 11, 21));

    private static readonly Source Contracts = new("Filing limits of commercial payers", "90 to 180 days, one year",
        "https://www.medclaimsllc.com/blogs/timely-filing-is-vital-for-physicians-and-medical-billing-companies/", null,
        new DateOnly(2026, 11, 21));

    /// <summary>The limit for a day of service.</summary>
    /// <param name="policy">The payer; null where not known.</param>
    /// <param name="day">Date of service.</param>
    public static FilingLimit Of(PayerPolicy? policy, DateOnly day)
    {
        var year = day.AddYears(1);
        var common = day.AddDays(ShortestCommonDays);
        return policy?.Program switch
        {
            PayerProgram.Medicare or PayerProgram.MedicareDme =>
                new(year, year, $"Medicare takes a first claim until {year:yyyy-MM-dd}", Medicare),
            PayerProgram.Medicaid => new(common, year,
                $"the state sets the limit, {year:yyyy-MM-dd} at the latest; some end after 90 days, "
                + $"{common:yyyy-MM-dd}", Medicaid),
            _ => new(common, null, $"the contract sets the limit; the shortest common one ends {common:yyyy-MM-dd}",
                Contracts),
        };
    }
}
