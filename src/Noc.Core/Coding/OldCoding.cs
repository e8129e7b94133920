using Noc.Drugs;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>What a drug was billed by in a setting until the day before its new code.</summary>
/// <param name="Setting">Where.</param>
/// <param name="Code">The unclassified code, or the code that ended.</param>
/// <param name="Row">The code that ended, with its unit; null for an unclassified code.</param>
public sealed record OldCoding(Setting Setting, HcpcsCode Code, ProductCode? Row)
{
    /// <summary>True where it was billed by an unclassified code.</summary>
    public bool IsUnclassified => Row is null;
}
