using System.IO.Compression;
using System.Security.Cryptography;
using Noc.Reference.Originals;

namespace Noc.Reference.Store;

/// <summary>Copies of the agencies' files that the tables were made of, by SHA-256 of their content.</summary>
/// <remarks>Tables are always compiled from the originals, so that a newer Noc reads them anew.</remarks>
public sealed class OriginalStore(string folder)
{
    private string Folder => Path.Combine(folder, "originals");

    /// <summary>Keeps the content of a member.</summary>
    /// <returns>SHA-256 of the content, hexadecimal.</returns>
    public string Keep(OriginalMember member)
    {
        Directory.CreateDirectory(Folder);
        var part = Path.Combine(Folder, $"{Guid.NewGuid():N}.part");
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            using (var from = member.Open())
            using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write))
            {
                using (var to = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true))
                {
                    var buffer = new byte[1 << 17];
                    int read;
                    while ((read = from.Read(buffer)) > 0)
                    {
                        hash.AppendData(buffer, 0, read);
                        to.Write(buffer, 0, read);
                    }
                }
                file.Flush(flushToDisk: true);
            }
            var name = Convert.ToHexStringLower(hash.GetHashAndReset());
            File.Move(part, PathOf(name), overwrite: true);
            return name;
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>Removes what a killed import left half written. Only one import runs at a time.</summary>
    public void Tidy()
    {
        if (!Directory.Exists(Folder)) return;
        foreach (var part in Directory.EnumerateFiles(Folder, "*.part")) File.Delete(part);
    }

    /// <summary>A kept file under the names that it had.</summary>
    public OriginalMember Open(string hash, string file, string member) =>
        new(file, member, () => IsWorkbook(hash) ? Seekable(Content(hash)) : Content(hash));

    /// <summary>Removes a content that turned out to be of no use.</summary>
    public void Remove(string hash) => File.Delete(PathOf(hash));

    /// <summary>Whether the content is kept.</summary>
    public bool Has(string hash) => File.Exists(PathOf(hash));

    private UnpackedStream Content(string hash) => UnpackedStream.OfGzip(File.OpenRead(PathOf(hash)));

    private bool IsWorkbook(string hash)
    {
        using var content = Content(hash);
        return content.ReadByte() == 'P' && content.ReadByte() == 'K';
    }

    // A workbook is an archive: its directory stands at the end.
    private static MemoryStream Seekable(Stream stream)
    {
        using (stream)
        {
            var copy = new MemoryStream();
            stream.CopyTo(copy);
            copy.Position = 0;
            return copy;
        }
    }

    private string PathOf(string hash) => Path.Combine(Folder, hash + ".gz");
}
