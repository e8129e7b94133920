
namespace Noc.Payers;

/// <summary>Whom a policy matches.</summary>
/// <param name="Payers">Ids of the payer directory.</param>
/// <param name="Programs">Programs, such as medicaid.</param>
/// <param name="States">States, for programs; empty for all.</param>
public sealed record PolicyMatch(
    IReadOnlyList<string> Payers, IReadOnlyList<string> Programs, IReadOnlyList<string> States)
{
    /// <summary>Payer ids as claims send them (NM109), for payers that the directory does not have.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>Payer names as claims send them (NM103), upper and lower case alike; the whole name.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];
}
