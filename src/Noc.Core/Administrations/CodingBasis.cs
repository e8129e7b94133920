
namespace Noc.Administrations;

/// <summary>How sure it is that payers see it the same way.</summary>
public enum CodingBasis
{
    /// <summary>A rule text says so.</summary>
    Settled,

    /// <summary>Common practice, without a single rule text.</summary>
    Convention,

    /// <summary>Payers differ.</summary>
    PayerDependent,
}
