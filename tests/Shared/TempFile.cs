using System.Text;

namespace Noc.Tests;

/// <summary>A file of one test, gone at its end.</summary>
internal sealed class TempFile : IDisposable
{
    public TempFile(string text = "", string ending = ".tmp")
        : this(Encoding.UTF8.GetBytes(text), ending)
    {
    }

    public TempFile(byte[] bytes, string ending = ".tmp")
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"noc-test-{Guid.NewGuid():N}{ending}");
        File.WriteAllBytes(Path, bytes);
    }

    public string Path { get; }

    public void Dispose() => File.Delete(Path);
}
