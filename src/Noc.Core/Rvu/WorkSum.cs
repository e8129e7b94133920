namespace Noc.Rvu;

/// <summary>A sum of work units.</summary>
/// <param name="Name">Of what: a provider, a month, a code.</param>
/// <param name="Units">Procedures.</param>
/// <param name="Work">Work units.</param>
public readonly record struct WorkSum(string Name, decimal Units, decimal Work);
