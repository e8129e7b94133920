using Noc.Payers;

namespace Noc.Administrations;

/// <summary>Who pays, as far as the family of a drug depends on it.</summary>
public sealed record FamilyPayer
{
    /// <summary>Nobody known.</summary>
    public static FamilyPayer Unknown { get; } = new();

    /// <summary>The payer of a policy.</summary>
    public static FamilyPayer Of(PayerPolicy policy) => new()
    {
        IsMedicare = policy.IsMedicare,
        IsEquipment = policy.Program is PayerProgram.MedicareDme,
        Ids = [.. new[] { policy.Jurisdiction, policy.Id ?? "", policy.Wants?.Policy.Id ?? "" }
            .Where(id => id.Length > 0)],
    };

    /// <summary>True for original Medicare.</summary>
    public bool IsMedicare { get; init; }

    /// <summary>True for Medicare's contractors of equipment: their suppliers give nothing.</summary>
    public bool IsEquipment { get; init; }

    /// <summary>Medicare jurisdiction, such as J6, and ids of the payer and its policy; those that are known.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];
}
