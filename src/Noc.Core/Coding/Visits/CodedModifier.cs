
namespace Noc.Coding;

/// <summary>A modifier with its reason.</summary>
/// <param name="Code">Two characters.</param>
/// <param name="Reason">A clause.</param>
public sealed record CodedModifier(string Code, string Reason);
