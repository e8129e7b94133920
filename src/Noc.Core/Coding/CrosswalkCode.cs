using Noc.Drugs;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>A code that an NDC is billed with.</summary>
/// <param name="Row">The line of the crosswalk, with package and units.</param>
/// <param name="Evidence">How well that is known for the day.</param>
public readonly record struct CrosswalkCode(NdcCodeRecord Row, NdcEvidence Evidence)
{
    /// <summary>The code.</summary>
    public HcpcsCode Code => Row.Code;
}
