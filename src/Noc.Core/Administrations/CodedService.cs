using Noc.Drugs;

namespace Noc.Administrations;

/// <summary>One line of administration as a claim carries it.</summary>
public sealed record CodedService
{
    /// <summary>The code.</summary>
    public required HcpcsCode Code { get; init; }

    /// <summary>Its units.</summary>
    public required int Units { get; init; }

    /// <summary>Its modifiers, in their order.</summary>
    public required IReadOnlyList<Modifier> Modifiers { get; init; }

    /// <summary>Date of service.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Numbers of the events that it stands for.</summary>
    public required IReadOnlyList<int> Events { get; init; }

    /// <summary>How sure the least sure of its events is.</summary>
    public required CodingBasis Basis { get; init; }
}
