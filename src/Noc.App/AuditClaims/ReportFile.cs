namespace Noc.App.AuditClaims;

/// <summary>The file that gets a report.</summary>
public static class ReportFile
{
    /// <summary>Why a report must not or cannot go to a file, and what to do; null where nothing speaks against
    /// it.</summary>
    /// <param name="target">The file as the user named it.</param>
    /// <param name="inputs">What the audit reads.</param>
    public static string? Objection(string target, IReadOnlyList<string> inputs)
    {
        if (target.Length == 0) return "the report needs the name of a file.";
        if (Directory.Exists(target))
            return $"{target} is a folder. Name a file in it, such as {Path.Combine(target, "report.txt")}.";
        if (Path.GetDirectoryName(Path.GetFullPath(target)) is { } folder && !Directory.Exists(folder))
            return $"the report cannot go to {target}: there is no folder {folder}. Make it first.";
        if (inputs.Any(input => input != "-" && InputFiles.SamePath(input, target)))
            return $"{target} is both read and written. Name another file for the report.";
        // Whatever its name, a link to it, or a folder that holds it.
        if (new FileInfo(target) is { Exists: true, Length: > 0 } && InputFiles.HoldsClaims(target, ifUnread: false))
            return $"{target} holds claims, and the report would replace them. Name another file for the report.";
        return null;
    }
}
