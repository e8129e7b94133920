using System.IO.Compression;
using System.Text;
using Noc.Reference.Originals;

namespace Noc.Reference.Tests.Originals;

public sealed class OriginalFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("noc-originals-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Members_of_zips_within_zips_and_of_gzips_are_found()
    {
        var inner = File.ReadAllBytes(Files.Zip(At("inner.zip"), ("a.txt", "first"u8.ToArray())));
        var outer = Files.Zip(At("outer.zip"), ("folder/inner.zip", inner), ("b.txt", "second"u8.ToArray()));
        var members = OriginalFiles.Members(outer).ToList();
        Assert.Equal(["folder/inner.zip!a.txt", "b.txt"], members.Select(member => member.Name));
        Assert.Equal(["first", "second"], members.Select(member => Assert.Single(member.Head.Lines)));
        using (var gzip = new GZipStream(File.Create(At("c.csv.gz")), CompressionMode.Compress)) gzip.Write("x,y"u8);
        var packed = Assert.Single(OriginalFiles.Members(At("c.csv.gz")));
        Assert.Equal("c.csv", packed.Name);
        Assert.Equal(["x", "y"], Assert.Single(packed.Head.Rows));
    }

    [Fact]
    public void A_cut_archive_is_refused()
    {
        var whole = File.ReadAllBytes(Files.Zip(At("a.zip"), ("a.txt", RandomBytes(5000))));
        File.WriteAllBytes(At("cut.zip"), whole[..(whole.Length / 2)]);
        Assert.Throws<UnreadableOriginalException>(() => OriginalFiles.Members(At("cut.zip")).ToList());
        File.WriteAllBytes(At("cut.gz"), [0x1F, 0x8B, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
        Assert.Throws<UnreadableOriginalException>(() => OriginalFiles.Members(At("cut.gz")).ToList());
    }

    [Fact]
    public void A_gzip_that_was_cut_off_does_not_pass_for_a_shorter_file()
    {
        using (var gzip = new GZipStream(File.Create(At("a.gz")), CompressionMode.Compress))
            for (var line = 0; line < 50_000; line++) gzip.Write(Encoding.ASCII.GetBytes($"{line},{line * 7 % 13}\n"));
        var whole = File.ReadAllBytes(At("a.gz"));
        Assert.Equal(50_000, Lines("a.gz"));
        foreach (var length in (int[])[20, whole.Length / 2, whole.Length - 9, whole.Length - 1])
        {
            File.WriteAllBytes(At("cut.gz"), whole[..length]);
            var fault = Assert.Throws<UnreadableOriginalException>(() => Lines("cut.gz"));
            Assert.Contains("cut off", fault.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_member_whose_bytes_changed_on_the_way_is_refused()
    {
        using (var archive = ZipFile.Open(At("a.zip"), ZipArchiveMode.Create))
        {
            using var stream = archive.CreateEntry("a.csv", CompressionLevel.NoCompression).Open();
            stream.Write("J9001,10.00\nJ9002,20.00\n"u8);
        }
        Assert.Equal(2, Lines("a.zip"));
        var bytes = File.ReadAllBytes(At("a.zip"));
        bytes[bytes.AsSpan().IndexOf("20.00"u8)] = (byte)'9';
        File.WriteAllBytes(At("a.zip"), bytes);
        Assert.Throws<UnreadableOriginalException>(() => Lines("a.zip"));
    }

    [Fact]
    public void An_archive_with_a_password_is_said_to_have_one()
    {
        var bytes = File.ReadAllBytes(Files.Zip(At("a.zip"), ("a.txt", "first"u8.ToArray())));
        bytes[6] |= 1;                                                   // the flag of the member ...
        bytes[bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 8] |= 1;    // ... and that of the directory
        File.WriteAllBytes(At("a.zip"), bytes);
        var fault = Assert.Throws<UnreadableOriginalException>(() => OriginalFiles.Members(At("a.zip")).ToList());
        Assert.Contains("password", fault.Message, StringComparison.Ordinal);
    }

    private int Lines(string name)
    {
        using var lines = new LineReader(Assert.Single(OriginalFiles.Members(At(name))).Open());
        while (lines.Read() is not null) { }
        return lines.Count;
    }

    [Fact]
    public void An_archive_that_unpacks_to_too_much_is_refused()
    {
        var bomb = Files.Zip(At("bomb.zip"), ("zeros.txt", new byte[20 << 20]));
        var fault = Assert.Throws<UnreadableOriginalException>(() => OriginalFiles.Members(bomb).ToList());
        Assert.Contains("times its size", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Archives_nested_too_deep_are_refused()
    {
        var content = "x"u8.ToArray();
        for (var i = 0; i < 6; i++) content = File.ReadAllBytes(Files.Zip(At("nest.zip"), ("n.zip", content)));
        Assert.Throws<UnreadableOriginalException>(() => OriginalFiles.Members(At("nest.zip")).ToList());
    }

    [Fact]
    public void Text_is_read_in_the_encodings_that_occur()
    {
        Assert.Equal("na\u00EFve \u2122", Line([.. "na"u8, 0xEF, .. "ve "u8, 0x99]));          // cp1252
        Assert.Equal("na\u00EFve", Line(Encoding.UTF8.GetBytes("na\u00EFve")));
        Assert.Equal("na\u00EFve", Line([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("na\u00EFve\r\n")]));
        Assert.Equal("na\u00EFve", Line([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("na\u00EFve\r\n")]));
        Assert.Equal("na\u00EFve", Line([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("na\u00EFve")]));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void No_reader_meets_hostile_bytes_with_another_exception(string name, byte[] bytes)
    {
        _ = name;
        foreach (var reader in OriginalReaders.All)
        {
            var member = Files.Bytes(bytes);
            try
            {
                reader.Recognises(member.Head);
                Assert.True(Files.IsWhole(reader.Read(member)));
            }
            catch (UnreadableOriginalException fault)
            {
                Assert.NotEmpty(fault.Message);
            }
        }
    }

    public static TheoryData<string, byte[]> Hostile() => new()
    {
        { "empty", [] },
        { "binary", RandomBytes(100_000) },
        { "long line", [.. Enumerable.Repeat((byte)'x', 2 << 20)] },
        { "many columns", [.. Enumerable.Repeat((byte)',', 100_000)] },
        { "open quote", Encoding.ASCII.GetBytes("\"" + string.Concat(Enumerable.Repeat("a,b\n", 1000))) },
        { "quotes", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("\",\"\n", 2000))) },
        { "not a workbook", [.. "PK\u0003\u0004"u8, .. RandomBytes(500)] },
        { "zeros", new byte[5000] },
        { "no line end", "HCPCS Code,Short Description,HCPCS Code Dosage,Payment Limit,Notes"u8.ToArray() },
    };

    private static byte[] RandomBytes(int count)
    {
        var bytes = new byte[count];
        new Random(20260105).NextBytes(bytes);
        return bytes;
    }

    private static string Line(byte[] bytes) => Assert.Single(Files.Bytes(bytes).Head.Lines);

    private string At(string name) => Path.Combine(_folder, name);
}
