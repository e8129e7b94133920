using System.IO.Compression;
using System.Text;
using Noc.Reference.Originals;
using Noc.Tests;

namespace Noc.Reference.Tests.Originals;

/// <summary>Members made of text for tests, and those of the agencies' files where they are at hand.</summary>
internal static class Files
{
    public static OriginalMember Text(string text, string name = "file.csv") =>
        Bytes(Encoding.Latin1.GetBytes(text), name);

    public static OriginalMember Bytes(byte[] bytes, string name = "file.csv") =>
        new(name, name, () => new MemoryStream(bytes, writable: false));

    /// <summary>The one member of a file under ../shared/data; the test is skipped where it is absent.</summary>
    public static OriginalMember Shared(string relative, string? part = null)
    {
        var members = OriginalFiles.Members(SharedFolder.Require($"data/{relative}")).ToList();
        return part is null ? Assert.Single(members)
            : Assert.Single(members, member => member.Name.Contains(part, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether every line is a row, a problem or skipped.</summary>
    public static bool IsWhole(IOriginal original) =>
        original.RowCount + original.Problems.Count + original.Skipped.Values.Sum() == original.LinesRead;

    /// <summary>The reader that recognises the member, which must be one only, reads it.</summary>
    public static IOriginal Read(OriginalMember member) =>
        Assert.Single(OriginalReaders.All, reader => reader.Recognises(member.Head)).Read(member);

    public static string Zip(string path, params (string Name, byte[] Content)[] members)
    {
        using var archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        foreach (var (name, content) in members)
        {
            using var stream = archive.CreateEntry(name).Open();
            stream.Write(content);
        }
        return path;
    }
}
