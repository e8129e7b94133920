
namespace Noc.Administrations;

/// <summary>What somebody should look at, in words.</summary>
/// <param name="Kind">What of.</param>
/// <param name="Text">One or two sentences.</param>
public sealed record AdministrationFlag(FlagKind Kind, string Text);
