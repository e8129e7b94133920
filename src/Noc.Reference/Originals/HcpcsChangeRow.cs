using Noc.Drugs;

namespace Noc.Reference.Originals;

/// <summary>What happened to a HCPCS code in a release.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Code">The code; none where a modifier changed.</param>
/// <param name="Modifier">The modifier; none where a code changed.</param>
/// <param name="Action">As printed, such as <c>ADD</c> or <c>Long Description Change</c>; the print (.prn) cuts it off.
/// </param>
/// <remarks>Source: CMS, transaction report beside the HCPCS Level II file. Its descriptions are those of that file and
/// are not read twice; codes without a change are not rows.</remarks>
public sealed record HcpcsChangeRow(long Line, HcpcsCode Code, Modifier Modifier, string Action)
{
    /// <summary>True for a code that is new.</summary>
    public bool IsAdded => Action.StartsWith("ADD", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for a code that ended.</summary>
    public bool IsDiscontinued => Action.StartsWith("DISC", StringComparison.OrdinalIgnoreCase);
}
