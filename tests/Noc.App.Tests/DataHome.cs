namespace Noc.App.Tests;

/// <summary>A data folder of its own, gone after the test.</summary>
internal sealed class DataHome : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("noc-home").FullName;

    /// <summary>Runs the command line on this folder.</summary>
    public Commands.Result Noc(string command) =>
        Commands.Shell($"NOC_HOME='{Path}' {Commands.ShellNoc} {command}");

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
