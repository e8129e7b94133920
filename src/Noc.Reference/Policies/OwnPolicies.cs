using Noc.Payers;

namespace Noc.Reference.Policies;

/// <summary>Policies of a user's folder over the shipped ones, as commands use them.</summary>
/// <param name="Set">All policies that are right.</param>
/// <param name="Problems">What is wrong with the others, each with its place and remedy.</param>
/// <param name="IsFromCache">True where no YAML was read.</param>
public sealed record OwnPolicies(PolicySet Set, IReadOnlyList<PolicyProblem> Problems, bool IsFromCache)
{
    private const int VersionLength = 12;

    /// <summary>Opens a folder or file of policies: what was compiled before if nothing has changed since, else the
    /// YAML.</summary>
    /// <param name="path">The folder or file.</param>
    /// <param name="dataFolder">The data folder that keeps what was compiled; it need not exist or be writable.</param>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be read.</exception>
    public static OwnPolicies Load(string path, string dataFolder)
    {
        var texts = PolicyFiles.Texts(path);
        var cache = new PolicyCache(dataFolder, texts);
        if (cache.Read() is { } compiled) return new(Joined(compiled, cache), [], IsFromCache: true);
        var all = PolicyFiles.Over([.. ShippedPolicies.Set.All], texts, out var problems);
        // Only what is right is kept: errors are told at every start.
        if (problems.Count == 0) cache.Write(all);
        return new(Joined(all, cache), problems, IsFromCache: false);
    }

    private static PolicySet Joined(IReadOnlyList<Policy> policies, PolicyCache cache) =>
        new(policies) { Version = $"own-{cache.Name[..VersionLength]}" };
}
