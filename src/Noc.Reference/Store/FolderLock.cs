namespace Noc.Reference.Store;

/// <summary>Lets one process at a time change a data folder. Who only reads its tables needs no lock.</summary>
public static class FolderLock
{
    /// <summary>The lock of the tables.</summary>
    public const string Tables = "import.lock";

    // What the system calls a file that another process holds: EWOULDBLOCK of Linux and macOS, and the sharing and
    // the lock violation of Windows.
    private static readonly int[] Held = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    /// <summary>Holds the folder until the lock is disposed of; makes it where it is not there.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="name">File name of the lock.</param>
    /// <exception cref="FolderInUseException">Another process holds it.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static FileStream Take(string folder, string name = Tables)
    {
        Directory.CreateDirectory(folder);
        try
        {
            return new(Path.Combine(folder, name), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1,
                FileOptions.DeleteOnClose);
        }
        catch (IOException fault) when (Held.Contains(fault.HResult))
        {
            throw new FolderInUseException(fault);
        }
    }
}
