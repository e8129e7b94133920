namespace Noc.App;

/// <summary>Finds the files that a path on the command line stands for.</summary>
internal static class FolderFiles
{
    /// <summary>What is wrong with a file without bytes.</summary>
    public const string Empty = "The file is empty, perhaps because an export broke off. Write it again, or remove it.";

    private const int MaxDepth = 32;

    /// <summary>The file itself, or those of a folder and its subfolders, in order of their names.</summary>
    /// <param name="path">A file, whatever its ending, or a folder.</param>
    /// <param name="endings">Endings that count in a folder, lower case, such as .json; null for all.</param>
    /// <param name="problem">What is wrong with the path; null where nothing is. A folder without such files has
    /// none.</param>
    /// <param name="empty">Gets the files of a folder that have no bytes, pipes among them: who opens one may wait
    /// without end. Null where nobody asks.</param>
    public static IReadOnlyList<string> Of(
        string path, string[]? endings, out string? problem, List<string>? empty = null)
    {
        problem = null;
        if (File.Exists(path)) return [path];
        if (!Directory.Exists(path))
        {
            problem = "There is no such file or folder. Check the path.";
            return [];
        }
        try
        {
            var found = Directory.EnumerateFiles(path, "*", new EnumerationOptions
            {
                RecurseSubdirectories = true, IgnoreInaccessible = false, MaxRecursionDepth = MaxDepth,
                AttributesToSkip = FileAttributes.ReparsePoint,
            })
                .Where(file => endings is null || endings.Contains(Path.GetExtension(file).ToLowerInvariant()))
                .Order(StringComparer.Ordinal).ToLookup(file => new FileInfo(file).Length > 0);
            empty?.AddRange(found[false]);
            return [.. found[true]];
        }
        catch (Exception e) when (FileFault.Is(e))
        {
            problem = "The folder cannot be read. Check its permissions.";
            return [];
        }
    }
}
