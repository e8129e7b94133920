using System.Text;

namespace Noc.Reference.Store;

/// <summary>The table files of a data folder, and which of them is in use.</summary>
/// <remarks>
/// A table file never changes once it has its name. The file <c>current</c> names the one in use and, behind it, those
/// used before; it is written aside and moved into place, so that a crash leaves the old one.
/// </remarks>
public sealed class TableStore(string folder)
{
    /// <summary>Stands for the facts that ship with Noc where a name of tables is given.</summary>
    public const string Seed = "seed";

    private const string Extension = ".noctables", ListExtension = ".files";

    // One to use and enough to go back to.
    private const int Kept = 5;

    /// <summary>The data folder.</summary>
    public string Folder => folder;

    private string Pointer => Path.Combine(folder, "current");

    /// <summary>Names of the tables in use and before it, newest first; none where nothing was imported.</summary>
    public IReadOnlyList<string> Names =>
        File.Exists(Pointer)
            ? [.. File.ReadAllLines(Pointer).Where(IsName).Distinct(StringComparer.Ordinal)]
            : [];

    /// <summary>Opens the tables in use.</summary>
    /// <param name="fault">Why they cannot be used; null where they can or nothing was imported.</param>
    /// <returns>The tables; null where nothing was imported or they cannot be used.</returns>
    public TableImage? OpenCurrent(out string? fault)
    {
        fault = null;
        try
        {
            return Names is [var name, ..] ? Open(name) : null;
        }
        catch (Exception exception) when (exception is UnreadableTablesException or IOException
            or UnauthorizedAccessException)
        {
            fault = exception is UnreadableTablesException ? exception.Message : "The table file cannot be opened.";
            return null;
        }
    }

    /// <summary>Opens tables by name, and compares every section with its checksum.</summary>
    /// <exception cref="UnreadableTablesException">They are damaged, cut off, or of another version.</exception>
    /// <exception cref="IOException">There are none of that name, or they cannot be read.</exception>
    public TableImage Open(string name)
    {
        var path = PathOf(name);
        if (!File.Exists(path)) throw new FileNotFoundException($"There are no tables named {name}.");
        if (new FileInfo(path).Length == 0) throw new UnreadableTablesException(TableFault.Cut);
        var file = new MappedFile(path);
        try
        {
            var image = TableImage.Open(file.Memory);
            image.Verify();
            return image.Name == name ? image : throw new UnreadableTablesException(TableFault.Damaged);
        }
        catch (UnreadableTablesException)
        {
            ((IDisposable)file).Dispose();   // Windows replaces no file that is mapped
            throw;
        }
    }

    /// <summary>Writes tables and puts them to use.</summary>
    /// <param name="image">The tables.</param>
    /// <param name="files">What they were made of; an import finds it here even where the tables are damaged.</param>
    public void Publish(TableImage image, IReadOnlyList<KeptOriginal> files)
    {
        Directory.CreateDirectory(folder);
        var path = PathOf(image.Name);
        WriteAside(ListOf(image.Name), Encoding.UTF8.GetBytes(KeptOriginal.Write(files)));
        if (!IsWhole(path)) WriteAside(path, image.Content.Span);
        PointTo([image.Name, .. Names.Where(name => name != image.Name)]);
    }

    /// <summary>The files that the tables in use were made of; empty where nothing was imported, or where neither
    /// the list beside the tables nor the tables can be read.</summary>
    public IReadOnlyList<KeptOriginal> Files()
    {
        if (Names is not [var name, ..]) return [];
        try
        {
            return File.Exists(ListOf(name)) ? KeptOriginal.Read(File.ReadAllText(ListOf(name)))
                : KeptOriginal.Of(Open(name));
        }
        catch (Exception exception) when (exception is UnreadableTablesException or IOException
            or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Puts the tables before the ones in use to use again: the newest that can be read, else the facts
    /// that ship with Noc.</summary>
    /// <returns>Their name, <see cref="Seed"/> for the facts that ship; null where nothing was imported.</returns>
    /// <exception cref="FolderInUseException">An import is running.</exception>
    /// <exception cref="IOException">The data folder cannot be written.</exception>
    public string? RollBack()
    {
        if (Names.Count == 0) return null;
        using var running = FolderLock.Take(folder);
        var names = Names;
        var before = names.Skip(1).SkipWhile(name => !CanOpen(name)).ToArray();
        PointTo(before);
        return before is [var newest, ..] ? newest : Seed;
    }

    private bool CanOpen(string name)
    {
        try
        {
            return Open(name).Name == name;
        }
        catch (Exception exception) when (exception is UnreadableTablesException or IOException
            or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsName(string line) =>
        line.Length is > 0 and <= 64 && line[0] != '.'
        && line.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.');

    private static bool IsWhole(string path)
    {
        if (!File.Exists(path)) return false;
        try
        {
            TableImage.Open(File.ReadAllBytes(path)).Verify();
            return true;
        }
        catch (UnreadableTablesException)
        {
            return false;
        }
    }

    private void PointTo(string[] names)
    {
        WriteAside(Pointer, Encoding.ASCII.GetBytes(string.Join('\n', names.Take(Kept)) + "\n"));
        foreach (var file in (string[])[.. Directory.GetFiles(folder, "*" + Extension),
            .. Directory.GetFiles(folder, "*" + ListExtension)])
            if (!names.Take(Kept).Contains(Path.GetFileNameWithoutExtension(file))) DeleteQuietly(file);
        foreach (var file in Directory.EnumerateFiles(folder, "*.part")) DeleteQuietly(file);
    }

    // Whole on disk before it gets its name: a crash leaves a .part file, which the next import removes.
    private static void WriteAside(string path, ReadOnlySpan<byte> bytes)
    {
        var part = $"{path}.{Environment.ProcessId}.part";
        using (var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }
        File.Move(part, path, overwrite: true);
    }

    // Windows keeps a file that another process has mapped; a later import tries again.
    private static void DeleteQuietly(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException) { }
    }

    private string ListOf(string name) => Path.ChangeExtension(PathOf(name), ListExtension);

    private string PathOf(string name) => IsName(name)
        ? Path.Combine(folder, name + Extension)
        : throw new FileNotFoundException("That is no name of tables.");
}
