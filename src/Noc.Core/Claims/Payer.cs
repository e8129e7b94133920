namespace Noc.Claims;

/// <summary>The payer a claim is sent to (2010BB with the subscriber's SBR).</summary>
public sealed class Payer
{
    /// <summary>NM103: the payer's name.</summary>
    public Field Name { get; init; }

    /// <summary>NM109: the payer's id as sent.</summary>
    public Field Id { get; init; }

    /// <summary>SBR09: claim filing indicator, such as MB (Medicare Part B), MC (Medicaid), CI (commercial).</summary>
    public Field FilingIndicator { get; init; }

    /// <summary>SBR01: P primary, S secondary, T tertiary and so on.</summary>
    public Field Sequence { get; init; }

    /// <summary>SBR05: insurance type, which names Medicare as secondary (12, 13, 14, 15, 16, 41, 42, 43,
    /// 47).</summary>
    public Field InsuranceType { get; init; }

    /// <summary>SBR03: group or policy number.</summary>
    public Field GroupNumber { get; init; }

    /// <summary>N402 of the payer's address.</summary>
    public Field State { get; init; }
}
