using System.Diagnostics;
using System.Text;
using Noc.Tests;

namespace Noc.Cli.Tests;

/// <summary>Runs the built command line as its users do.</summary>
internal static class Commands
{
    /// <summary>The command line as `dotnet` runs it.</summary>
    public static readonly string Program = Path.Combine(AppContext.BaseDirectory, "noc.dll");

    // No folder: commands use the facts that ship with Noc, whatever this machine has imported.
    private static readonly string Home = Path.Combine(AppContext.BaseDirectory, "no-data");

    public sealed record Result(int Code, string Output, string Errors);

    public static string Sample => Path.Combine("samples", "clinic-2026.837");

    /// <summary>The command line as a shell of Unix starts it.</summary>
    public static string ShellNoc => $"dotnet '{Program}'";

    public static Result Noc(params string[] arguments) => Noc(null, arguments);

    public static Result Noc(byte[]? input, params string[] arguments) => Finish(Start(arguments), input);

    public static Process Start(params string[] arguments) => Start("dotnet", [Program, .. arguments]);

    /// <summary>Runs a command of the shell of Unix in the folder of the repository.</summary>
    public static Result Shell(string command) => Finish(Start("sh", ["-c", command]), null);

    /// <summary>Runs the command line on a data folder of its own.</summary>
    public static Result Noc(this DataHome home, string command) =>
        Shell($"NOC_HOME='{home.Path}' {ShellNoc} {command}");

    /// <summary>A claim file that never ends, in blocks.</summary>
    public static IEnumerable<byte[]> EndlessClaims()
    {
        var segments = File.ReadAllText(SharedFolder.Sample).Split("~\n");
        var first = Array.FindIndex(segments, segment => segment.StartsWith("HL*2*", StringComparison.Ordinal));
        var last = Array.FindIndex(segments, segment => segment.StartsWith("SE*", StringComparison.Ordinal));
        yield return Encoding.ASCII.GetBytes(string.Join('~', segments[..first]) + "~");
        var block = Encoding.ASCII.GetBytes(string.Concat(
            Enumerable.Repeat(string.Join('~', segments[first..last]) + "~", 10)));
        while (true) yield return block;
    }

    private static Process Start(string file, string[] arguments)
    {
        var start = new ProcessStartInfo(file)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            WorkingDirectory = SharedFolder.Root,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["NOC_HOME"] = Home;
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private static Result Finish(Process process, byte[]? input)
    {
        using (process)
        {
            var errors = process.StandardError.ReadToEndAsync();
            var feed = Task.Run(() =>
            {
                if (input is not null) process.StandardInput.BaseStream.Write(input);
                process.StandardInput.Close();
            });
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            feed.Wait();
            return new(process.ExitCode, output, errors.Result);
        }
    }
}
