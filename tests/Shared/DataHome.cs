namespace Noc.Tests;

/// <summary>A data folder of its own, gone after the test.</summary>
internal sealed class DataHome : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("noc-home").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
