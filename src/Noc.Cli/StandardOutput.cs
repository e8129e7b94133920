using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Noc.Cli;

/// <summary>Standard output for reports: ends the audit once nobody reads the pipe any more.</summary>
internal static class StandardOutput
{
    /// <summary>The exit code that shells know from tools ended by SIGPIPE; the audit was not finished.</summary>
    public const int ClosedPipeExitCode = 141;

    private const int WindowsOutput = -11, WindowsVirtualTerminal = 4;

    private static string? _terminal;

    /// <summary>Keeps the runtime from switching the keys of the terminal to another mode: it writes escapes for that,
    /// whatever NO_COLOR says, and Noc reads no keys. To be called before the console is used.</summary>
    public static void LeaveTerminalAlone()
    {
        _terminal = Environment.GetEnvironmentVariable("TERM");
        if (!OperatingSystem.IsWindows()) Environment.SetEnvironmentVariable("TERM", null);
    }

    /// <summary>A stream that throws <see cref="IOException"/> where the reader of a pipe has gone.</summary>
    /// <remarks>
    /// The console's own stream takes a closed pipe for success, and a large file would be audited for nobody. A
    /// file stream tells; but it writes files at places of its own, which breaks <c>&gt;&gt;</c>, so files and
    /// terminals stay with the console.
    /// </remarks>
    public static Stream Open()
    {
        if (!Console.IsOutputRedirected) return Console.OpenStandardOutput();
        var handle = new SafeFileHandle(
            OperatingSystem.IsWindows() ? GetStdHandle(WindowsOutput) : 1, ownsHandle: false);
        try
        {
            var pipe = new FileStream(handle, FileAccess.Write, bufferSize: 0);
            if (!pipe.CanSeek) return pipe;
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // A kind of handle that file streams refuse.
        }
        return Console.OpenStandardOutput();
    }

    /// <summary>True where a write failed because the reader of the pipe has gone.</summary>
    public static bool IsClosedPipe(IOException failure) =>
        failure.HResult is 32                                                           // EPIPE
            or unchecked((int)0x8007006D) or unchecked((int)0x800700E8);                // ERROR_BROKEN_PIPE, _NO_DATA

    /// <summary>True where standard output is a terminal that shows colours and the user wants them.</summary>
    /// <remarks>See no-color.org. The console of older Windows must be asked to read escapes.</remarks>
    public static bool TakesColor()
    {
        if (Console.IsOutputRedirected || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            || _terminal is "dumb") return false;
        if (!OperatingSystem.IsWindows()) return true;
        var console = GetStdHandle(WindowsOutput);
        return GetConsoleMode(console, out var mode) && SetConsoleMode(console, mode | WindowsVirtualTerminal);
    }

    [DllImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint GetStdHandle(int which);

    [DllImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool GetConsoleMode(nint console, out int mode);

    [DllImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool SetConsoleMode(nint console, int mode);
}
