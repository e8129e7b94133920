using System.Text;
using Noc.Payers;

namespace Noc.Reference.Policies;

/// <summary>Opens policy files: the shipped ones, and those of a folder.</summary>
public static class PolicyFiles
{
    private const string Prefix = "payers/";

    /// <summary>The policies that ship with Noc, with their examples: read from YAML.</summary>
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

    /// <summary>The shipped policies with those of a folder over them, all with their examples.</summary>
    /// <param name="path">The folder or file; null for the shipped alone.</param>
    /// <param name="problems">What is wrong, each with its place; the policies concerned are left out.</param>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be read.</exception>
    public static IReadOnlyList<Policy> Over(string? path, out IReadOnlyList<PolicyProblem> problems)
    {
        var shipped = Shipped(out problems);
        return path is null ? shipped : Over(shipped, Texts(path), out problems);
    }

    /// <summary>The policies of a folder (*.yaml, *.yml) or of one file, by themselves.</summary>
    /// <param name="path">The folder or file.</param>
    /// <param name="problems">What is wrong, each with its place.</param>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be read.</exception>
    public static IReadOnlyList<Policy> Of(string path, out IReadOnlyList<PolicyProblem> problems) =>
        Read(Texts(path), out problems, out _);

    /// <summary>Whether a folder holds policy files.</summary>
    public static bool IsIn(string folder) => Directory.EnumerateFiles(folder).Any(IsPolicyFile);

    private static bool IsPolicyFile(string file) => Path.GetExtension(file) is ".yaml" or ".yml";

    /// <summary>Policies with those of files over them.</summary>
    internal static IReadOnlyList<Policy> Over(
        IReadOnlyList<Policy> shipped, IReadOnlyList<PolicyText> texts, out IReadOnlyList<PolicyProblem> problems)
    {
        var own = Read(texts, out var found, out var leftOut);
        var all = new List<PolicyProblem>(found);
        var ids = shipped.Concat(own).Select(policy => policy.Id).Concat(leftOut.Select(one => one.Id))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var (id, extends, place) in leftOut)
            if (extends.Length > 0 && !ids.Contains(extends))
                all.Add(new(place, $"{id} extends {extends}, which does not exist; nearest: "
                    + NearestWord.Of(extends, ids.Where(one => one != id))));
        var joined = PolicyOverlay.Join(shipped, own, all);
        problems = all;
        return joined;
    }

    /// <summary>The files of a folder, or one file, in the order of their names. A file that is too large has no bytes.
    /// </summary>
    internal static IReadOnlyList<PolicyText> Texts(string path)
    {
        var files = File.Exists(path) ? [path]
            : Directory.EnumerateFiles(path).Where(IsPolicyFile)
                .Order(StringComparer.Ordinal).Take(PolicyLimits.Files).ToList();
        return [.. files.Select(file => new PolicyText(file,
            new FileInfo(file).Length > PolicyLimits.FileBytes ? null : File.ReadAllBytes(file)))];
    }

    private static List<Policy> Read(
        IReadOnlyList<PolicyText> texts, out IReadOnlyList<PolicyProblem> problems,
        out List<(string Id, string Extends, PolicyPlace Place)> leftOut)
    {
        var reader = new PolicyReader();
        var policies = new List<Policy>();
        var more = new List<PolicyProblem>();
        foreach (var (file, bytes) in texts)
        {
            if (bytes is null)
                more.Add(new(new(file, 1, 1), $"the file has more than {PolicyLimits.FileBytes:N0} bytes; split it"));
            else if (PolicyEncoding.WhyNot(file, bytes) is { } problem) more.Add(problem);
            else policies.AddRange(reader.Read(file, PolicyEncoding.Text(bytes)));
        }
        problems = [.. more, .. reader.Problems];
        leftOut = reader.LeftOut;
        return policies;
    }
}

/// <summary>A policy file as it was found.</summary>
/// <param name="File">Its name, as the user would type it.</param>
/// <param name="Bytes">What is in it; null where it is larger than <see cref="PolicyLimits.FileBytes"/>.</param>
internal readonly record struct PolicyText(string File, byte[]? Bytes);
