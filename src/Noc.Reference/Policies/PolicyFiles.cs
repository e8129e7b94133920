using System.Text;
using Noc.Payers;

namespace Noc.Reference.Policies;

/// <summary>Opens policy files: the shipped ones, and those of a folder.</summary>
public static class PolicyFiles
{
    private const string Prefix = "payers/";

    /// <summary>The policies that ship with Noc.</summary>
    /// <param name="problems">What is wrong with them; nothing, as tests see to.</param>
    public static IReadOnlyList<Policy> Shipped(out IReadOnlyList<PolicyProblem> problems)
    {
        var reader = new PolicyReader();
        var policies = new List<Policy>();
        var assembly = typeof(PolicyFiles).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            if (!name.StartsWith(Prefix, StringComparison.Ordinal)) continue;
            using var stream = assembly.GetManifestResourceStream(name)!;
            policies.AddRange(reader.Read(name[Prefix.Length..], new StreamReader(stream, Encoding.UTF8).ReadToEnd()));
        }
        problems = reader.Problems;
        return policies;
    }

    /// <summary>The shipped policies, with those of a folder over them: one of the same id takes the other's place.
    /// </summary>
    /// <param name="path">The folder or file; null for the shipped alone.</param>
    /// <param name="problems">What is wrong, each with its place.</param>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static IReadOnlyList<Policy> Over(string? path, out IReadOnlyList<PolicyProblem> problems)
    {
        var shipped = Shipped(out problems);
        if (path is null) return shipped;
        var own = Of(path, out var more);
        problems = [.. problems, .. more];
        var ids = own.Select(policy => policy.Id).ToHashSet(StringComparer.Ordinal);
        return [.. shipped.Where(policy => !ids.Contains(policy.Id)), .. own];
    }

    /// <summary>The policies of a folder (*.yaml, *.yml) or of one file.</summary>
    /// <param name="path">The folder or file.</param>
    /// <param name="problems">What is wrong, each with its place.</param>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static IReadOnlyList<Policy> Of(string path, out IReadOnlyList<PolicyProblem> problems)
    {
        var reader = new PolicyReader();
        var policies = new List<Policy>();
        var more = new List<PolicyProblem>();
        var files = File.Exists(path) ? [path]
            : Directory.EnumerateFiles(path).Where(file => Path.GetExtension(file) is ".yaml" or ".yml")
                .Order(StringComparer.Ordinal).Take(PolicyLimits.Files).ToList();
        foreach (var file in files)
        {
            if (new FileInfo(file).Length > PolicyLimits.FileBytes)
                more.Add(new(new(file, 1, 1), $"the file has more than {PolicyLimits.FileBytes:N0} bytes"));
            else policies.AddRange(reader.Read(file, File.ReadAllText(file)));
        }
        problems = [.. more, .. reader.Problems];
        return policies;
    }
}
