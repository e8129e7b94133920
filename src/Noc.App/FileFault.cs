namespace Noc.App;

/// <summary>What goes wrong with a file that the user named: it is missing, closed to us, or fails while it is read.
/// Such a file is named, the others are still processed, and the exit code is 3.</summary>
internal static class FileFault
{
    /// <summary>Whether a failure is that of a file or folder, not Noc's own.</summary>
    public static bool Is(Exception failure) => failure is IOException or UnauthorizedAccessException;

    /// <summary>Why a file could not be opened or read, and what to do.</summary>
    public static string Explain(Exception failure) => failure switch
    {
        FileNotFoundException or DirectoryNotFoundException => "There is no such file. Check the path.",
        UnauthorizedAccessException => "You may not read this file. Ask its owner for permission, or for a "
            + "copy. Where it is a folder, name its files.",
        _ => "The file cannot be read. Close the program that holds it, and check the disk or network.",
    };

    /// <summary>The file and why it could not be read.</summary>
    public static string Of(string path, Exception failure) => $"{path}: {Explain(failure)}";

    /// <summary>Tells on standard error why a file could not be read.</summary>
    public static void Tell(TextWriter errors, string path, Exception failure) =>
        errors.WriteLine($"noc: {TerminalText.Clean(Of(path, failure))}");

    /// <summary>What stands in a file, one by one. Where it cannot be opened, or fails in the middle, what came before
    /// stands and the fault is told. What the caller does with an item is not guarded: its failures are its own.
    /// </summary>
    /// <param name="open">Opens the file; it is closed here.</param>
    /// <param name="read">Reads the items out of it.</param>
    /// <param name="fault">Gets the failure, at the end.</param>
    public static IEnumerable<T> Guard<T>(
        Func<Stream> open, Func<Stream, IEnumerable<T>> read, Action<Exception> fault)
    {
        Stream? stream = null;
        IEnumerator<T>? items = null;
        try
        {
            while (true)
            {
                try
                {
                    items ??= read(stream = open()).GetEnumerator();
                    if (!items.MoveNext()) yield break;
                }
                catch (Exception e) when (Is(e))
                {
                    fault(e);
                    yield break;
                }
                yield return items.Current;
            }
        }
        finally
        {
            items?.Dispose();
            stream?.Dispose();
        }
    }
}
