using System.Diagnostics;
using System.Text;
using Noc.Tests;

namespace Noc.App.Tests;

/// <summary>Runs the built command line as its users do.</summary>
internal static class Commands
{
    public sealed record Result(int Code, string Output, string Errors);

    public static Result Noc(params string[] arguments) => Noc(null, arguments);

    public static Result Noc(byte[]? input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            WorkingDirectory = SharedFolder.Root,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "noc.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
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

    public static string Sample => Path.Combine("samples", "clinic-2026.837");
}
