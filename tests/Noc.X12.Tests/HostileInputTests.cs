using System.Text;
using System.Text.Json;
using Noc.Tests;
using static Noc.X12.Tests.Interchanges;

namespace Noc.X12.Tests;

public class HostileInputTests
{
    [Fact]
    public void Flipping_any_byte_to_any_delimiter_never_throws()
    {
        foreach (var other in "*~:^ \nI\0\u00FF")
            for (var i = 0; i < Good.Length; i++)
                _ = Read(Good[..i] + other + Good[(i + 1)..] + Good);
    }

    [Fact]
    public void Random_bytes_never_throw()
    {
        var random = new Random(2);
        for (var round = 0; round < 2_000; round++)
        {
            var bytes = new byte[random.Next(2_000)];
            random.NextBytes(bytes);
            if (round % 2 == 0) Encoding.Latin1.GetBytes(Isa).CopyTo(bytes = new byte[bytes.Length + Isa.Length], 0);
            if (round % 3 == 0) random.NextBytes(bytes.AsSpan(bytes.Length / 2));
            var read = Read(bytes, random.Next(1, 300));
            Assert.True(read.Problems.Count > 0);
        }
    }

    [Fact]
    public void Shuffled_segments_read_alike_in_every_chunking()
    {
        var random = new Random(3);
        var parts = Good.Split('~')[..^1];
        for (var round = 0; round < 300; round++)
        {
            var order = Enumerable.Range(0, 40).Select(_ => parts[random.Next(parts.Length)]);
            var text = Isa + string.Join("~", order) + (round % 2 == 0 ? "~" : "");
            var (whole, pieces) = (Read(text), Read(text, random.Next(1, 90)));
            Assert.Equal(whole.Segments, pieces.Segments);
            Assert.Equal(whole.Problems, pieces.Problems);
        }
    }

    [Fact]
    public void Every_file_of_the_shared_corpus_reads_to_its_expected_counts()
    {
        var folder = SharedFolder.Require("corpus");
        List<string> wrong = [];
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(path);
            var (whole, pieces) = (Read(bytes), Read(bytes, 777));
            Assert.Equal(whole.Segments, pieces.Segments);
            Assert.Equal(whole.Problems, pieces.Problems);
            if (!File.Exists(path + ".expect.json")) continue;
            using var json = JsonDocument.Parse(File.ReadAllText(path + ".expect.json"));
            Compare("isa", 'A');
            Compare("st", 'T');

            void Compare(string name, char kind)
            {
                if (!json.RootElement.TryGetProperty(name, out var value)) return;
                var tag = kind == 'A' ? "ISA" : "ST";
                var count = whole.Segments.Count(s => s.Length > tag.Length && !char.IsLetterOrDigit(s[tag.Length])
                    && s.StartsWith(tag, StringComparison.OrdinalIgnoreCase));
                if (value.GetInt64() != count)
                    wrong.Add($"{Path.GetFileName(path)} {name}: expected {value}, was {count}");
            }
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }
}
