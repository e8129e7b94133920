using Noc.Drugs;

namespace Noc.Reference.Originals;

/// <summary>How hospital outpatient departments are paid for a code in a quarter.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Code">The code; CPT numbers too.</param>
/// <param name="ShortDescription">CMS's short description; empty for CPT and CDT numbers.</param>
/// <param name="Status">Status indicator, such as K or G for drugs paid apart, N for what is part of another payment;
/// empty where not given.</param>
/// <param name="Apc">Payment group, four digits; empty for most.</param>
/// <param name="RelativeWeight">Weight of the group; null for drugs.</param>
/// <param name="PaymentUsd">US dollars for one unit of the code; null where none is paid apart.</param>
/// <param name="NationalCopaymentUsd">Copayment of the group; null where none.</param>
/// <param name="MinimumCopaymentUsd">Least copayment; null where none.</param>
/// <param name="CoinsurancePercent">Percent of an inflation-adjusted drug; null for others.</param>
/// <param name="AdjustedCopaymentUsd">Copayment once adjusted; null where none.</param>
/// <param name="PassThroughEnds">True where the pass-through ends within the year.</param>
/// <param name="Note">Notes as printed.</param>
/// <param name="IsChanged">True where the row differs from the release before.</param>
/// <remarks>Source: CMS, OPPS Addendum B, section 508 version.</remarks>
public sealed record OppsRow(
    long Line, HcpcsCode Code, string ShortDescription, string Status, string Apc, decimal? RelativeWeight,
    decimal? PaymentUsd, decimal? NationalCopaymentUsd, decimal? MinimumCopaymentUsd, decimal? CoinsurancePercent,
    decimal? AdjustedCopaymentUsd, bool PassThroughEnds, string Note, bool IsChanged);
