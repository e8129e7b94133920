using Noc.Drugs;
using Noc.Payers;

namespace Noc.Pricing;

/// <summary>What Medicare patients pay no share of: vaccinations of Part B, and what prevents HIV.</summary>
/// <remarks>Sources: SSA s. 1833(a)(1)(B) and (b)(1); CMS national coverage determination 210.15.</remarks>
internal static class NoCostShare
{
    private static readonly DateOnly PreventionSince = new(2024, 9, 30);

    private static readonly HcpcsCode[] Vaccinations =
        [.. new[] { "G0008", "G0009", "G0010", "M0201", "90480" }.Select(HcpcsCode.Of)];

    private static readonly HcpcsCode[] HivPrevention =
    [
        .. new[] { "G0011", "G0012", "G0013", "J0738", "J0739", "J0750", "J0751" }.Select(HcpcsCode.Of),
        Codes.HivPrevention,
    ];

    /// <summary>Whether neither deductible nor coinsurance is due for a line.</summary>
    public static bool Includes(PriceLine line) =>
        line.Program is PayerProgram.Medicare or PayerProgram.MedicareDme or PayerProgram.MedicareAdvantage
        && (Array.IndexOf(Vaccinations, line.Code) >= 0
            || (line.Day >= PreventionSince && Array.IndexOf(HivPrevention, line.Code) >= 0));
}
