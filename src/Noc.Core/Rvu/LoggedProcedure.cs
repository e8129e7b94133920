using Noc.Drugs;

namespace Noc.Rvu;

/// <summary>A procedure that somebody did.</summary>
/// <param name="Day">Day of service.</param>
/// <param name="Provider">Who did it: a number or name; empty where not known.</param>
/// <param name="Code">Its code.</param>
/// <param name="Modifiers">Its modifiers.</param>
/// <param name="Units">How often; may be negative where an entry takes another back.</param>
public sealed record LoggedProcedure(
    DateOnly Day, string Provider, HcpcsCode Code, IReadOnlyList<Modifier> Modifiers, decimal Units);
