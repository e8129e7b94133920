using System.IO.Compression;

namespace Noc.Reference.Originals;

/// <summary>Opens the files that agencies publish.</summary>
public static class OriginalFiles
{
    /// <summary>The members of a file: those of a zip and of zips in it, the inside of a gzip, or the file.</summary>
    /// <exception cref="UnreadableOriginalException">An archive is damaged or goes beyond a limit.</exception>
    public static IEnumerable<OriginalMember> Members(string path)
    {
        var members = new List<OriginalMember>();
        Add(members, path, Path.GetFileName(path), () => File.OpenRead(path), depth: 0);
        return members;
    }

    private static void Add(List<OriginalMember> members, string path, string name, Func<Stream> open, int depth)
    {
        if (members.Count >= OriginalLimits.Members)
            throw new UnreadableOriginalException($"More than {OriginalLimits.Members} members.");
        if (depth > OriginalLimits.Depth)
            throw new UnreadableOriginalException($"Archives are nested deeper than {OriginalLimits.Depth}.");
        try
        {
            switch (KindOf(open))
            {
                case Kind.Zip:
                    AddZip(members, path, name, open, depth);
                    break;
                case Kind.Gzip:
                    var inside = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
                    Add(members, path, inside, () => UnpackedStream.OfGzip(open()), depth + 1);
                    break;
                default:
                    members.Add(new(path, name, open));
                    break;
            }
        }
        catch (InvalidDataException fault)
        {
            throw new UnreadableOriginalException("The archive is damaged.", fault);
        }
    }

    private static void AddZip(
        List<OriginalMember> members, string path, string name, Func<Stream> open, int depth)
    {
        using var archive = new ZipArchive(Seekable(open), ZipArchiveMode.Read);
        if (archive.GetEntry("xl/workbook.xml") is not null)
        {
            foreach (var part in archive.Entries)
            {
                Check(part);
                using var content = UnpackedStream.OfZip(part);
                content.ReadToEnd();
            }
            members.Add(new(path, name, () => Seekable(open)));
            return;
        }
        if (archive.Entries.Count > OriginalLimits.Members)
            throw new UnreadableOriginalException($"More than {OriginalLimits.Members} members.");
        for (var i = 0; i < archive.Entries.Count; i++)
        {
            var entry = archive.Entries[i];
            if (entry.FullName.EndsWith('/')) continue;
            Check(entry);
            var index = i;
            var inner = depth == 0 ? entry.FullName : $"{name}!{entry.FullName}";
            Add(members, path, inner, () => OpenEntry(open, index), depth + 1);
        }
    }

    private static void Check(ZipArchiveEntry entry)
    {
        if (entry.IsEncrypted)
            throw new UnreadableOriginalException("The archive has a password. Unpack it first, then import that.");
        if (entry.Length > OriginalLimits.MemberBytes)
            throw new UnreadableOriginalException($"A member has more than {OriginalLimits.MemberBytes} bytes.");
        if (entry.Length > 1 << 20 && entry.Length / OriginalLimits.Ratio > entry.CompressedLength)
            throw new UnreadableOriginalException($"A member unpacks to over {OriginalLimits.Ratio} times its size.");
    }

    private static UnpackedStream OpenEntry(Func<Stream> open, int index)
    {
        var archive = new ZipArchive(Seekable(open), ZipArchiveMode.Read);
        return UnpackedStream.OfZip(archive.Entries[index], archive);
    }

    private static Stream Seekable(Func<Stream> open)
    {
        var stream = open();
        if (stream.CanSeek) return stream;
        using (stream)
        {
            var copy = new MemoryStream();
            var buffer = new byte[1 << 16];
            int read;
            while ((read = stream.Read(buffer)) > 0)
            {
                if (copy.Length + read > OriginalLimits.NestedBytes)
                    throw new UnreadableOriginalException(
                        $"An inner archive has more than {OriginalLimits.NestedBytes} bytes.");
                copy.Write(buffer, 0, read);
            }
            copy.Position = 0;
            return copy;
        }
    }

    private static Kind KindOf(Func<Stream> open)
    {
        using var stream = open();
        Span<byte> start = stackalloc byte[4];
        var read = stream.ReadAtLeast(start, 4, throwOnEndOfStream: false);
        return start[..read] switch
        {
            [(byte)'P', (byte)'K', 3, 4] or [(byte)'P', (byte)'K', 5, 6] => Kind.Zip,
            [0x1F, 0x8B, 8, ..] => Kind.Gzip,
            _ => Kind.Plain,
        };
    }

    private enum Kind
    {
        Plain,
        Zip,
        Gzip,
    }
}
