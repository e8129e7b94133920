namespace Noc.Coding;

/// <summary>Whether Medicaid gets rebates for an NDC.</summary>
public enum RebateStatus
{
    /// <summary>The rebate list is not loaded for the day, or is an extract without it.</summary>
    NotCovered,

    /// <summary>The NDC is listed on the day.</summary>
    Listed,

    /// <summary>The NDC is listed, but ended before the day.</summary>
    Ended,

    /// <summary>The labeler takes part with other products, not with this one.</summary>
    OtherProducts,

    /// <summary>The labeler is not in the list: Medicaid pays nothing.</summary>
    NotInProgramme,
}
