using Noc.Payers;
using Noc.Reference.Seed;

namespace Noc.Reference.Policies;

/// <summary>The policies that ship with Noc.</summary>
public static class ShippedPolicies
{
    private static readonly Lazy<PolicySet> Shared = new(() =>
        new(PolicyBytes.Read(SeedImage.Load().BytesOf(PolicyBytes.Section).Span)));

    /// <summary>The policies, opened once: as the build compiled them, without examples.</summary>
    public static PolicySet Set => Shared.Value;
}
