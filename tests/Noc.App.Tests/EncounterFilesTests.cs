using System.Text;

namespace Noc.App.Tests;

public sealed class EncounterFilesTests
{
    private static List<string> Pointers(string text) => [.. EncounterFiles.Read(
        () => new MemoryStream(Encoding.UTF8.GetBytes(text))).SelectMany(read => read.Problems)
        .Select(problem => $"{problem.Line} {problem.Pointer}")];

    private const string Visit = """{"id":"V1","from":"2026-03-10"}""", Other = """{"id":"V2","from":"2026-03-10"}""";

    [Fact]
    public void A_visit_that_stands_twice_in_a_file_is_told() =>
        Assert.Equal(["3 /id"], Pointers($"{Visit}\n{Other}\n{Visit}"));

    [Fact]
    public void So_is_one_of_a_list() => Assert.Equal(["0 /1/id"], Pointers($"[{Visit},{Visit},{Other}]"));

    [Fact]
    public void Half_a_character_in_one_visit_leaves_the_others() => Assert.Equal(["1 /id"], Pointers(
        """{"id":"V\ud800","from":"2026-03-10"}""" + $"\n{Visit}\n{Other}"));
}
