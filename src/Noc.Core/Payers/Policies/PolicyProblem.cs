
namespace Noc.Payers;

/// <summary>What is wrong with a policy.</summary>
/// <param name="Place">Where.</param>
/// <param name="Message">What, and what would be right.</param>
public sealed record PolicyProblem(PolicyPlace Place, string Message)
{
    /// <summary>Place and message.</summary>
    public override string ToString() => $"{Place}: {Message}";
}
