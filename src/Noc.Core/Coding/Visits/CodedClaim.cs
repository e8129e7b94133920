namespace Noc.Coding;

/// <summary>One claim of a visit.</summary>
public sealed record CodedClaim
{
    /// <summary>Which part this is, from 1.</summary>
    public int Part { get; init; } = 1;

    /// <summary>Of how many.</summary>
    public int Parts { get; init; } = 1;

    /// <summary>The lines in order.</summary>
    public IReadOnlyList<CodedLine> Lines { get; init; } = [];

    /// <summary>Note of the claim (NTE of loop 2300): the remarks of an institutional claim; empty without.</summary>
    public string Note { get; init; } = "";

    /// <summary>Sum of the lines in US dollars; null where one has no charge.</summary>
    public decimal? ChargeUsd => Lines.Any(line => line.ChargeUsd is null) ? null : Lines.Sum(line => line.ChargeUsd);
}
