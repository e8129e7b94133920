namespace Noc.Formats.X837;

/// <summary>Which part of a transaction a loop belongs to.</summary>
public enum LoopLevel
{
    /// <summary>ST, BHT and the loops 1000.</summary>
    Header,

    /// <summary>Loop 2000A and below, up to the subscriber.</summary>
    Billing,

    /// <summary>Loop 2000B and below, up to the claim.</summary>
    Subscriber,

    /// <summary>Loop 2000C and below, up to the claim.</summary>
    Dependent,

    /// <summary>Loop 2300 and below, up to the service line.</summary>
    Claim,

    /// <summary>Loop 2400 and below.</summary>
    Line,
}
