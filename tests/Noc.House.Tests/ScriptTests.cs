using System.Text.RegularExpressions;
using Noc.Tests;

namespace Noc.House.Tests;

/// <summary>The script of Windows cannot run here; what can be read of it is checked against that of Unix.</summary>
public class ScriptTests
{
    private static readonly string Windows = Read("noc.cmd"), Unix = Read("noc");

    [Fact]
    public void Every_label_that_is_jumped_to_exists()
    {
        var labels = Regex.Matches(Windows, "^:(\\w+)", RegexOptions.Multiline).Select(l => l.Groups[1].Value).ToList();
        var jumps = Regex.Matches(Windows, "(?:goto|call) :?(\\w+)").Select(j => j.Groups[1].Value).ToList();
        Assert.Equal(labels.Distinct(), labels);
        Assert.All(jumps, jump => Assert.Contains(jump, labels));
    }

    [Fact]
    public void Both_scripts_watch_the_same_sources()
    {
        var watched = Regex.Matches(Unix, "\\$root/([\\w./]+)\"").Select(match => match.Groups[1].Value)
            .Where(name => name.StartsWith("src", StringComparison.Ordinal) || name.StartsWith('d')
                || name.EndsWith(".props", StringComparison.Ordinal) || name == "global.json").Distinct().ToList();
        Assert.True(watched.Count >= 6);
        Assert.All(watched, name => Assert.Contains(name.Replace('/', '\\'), Windows, StringComparison.Ordinal));
    }

    [Fact]
    public void Both_publish_alike()
    {
        string[] flags =
        [
            "dotnet publish src", "-c Release --use-current-runtime --no-self-contained",
            "-v quiet --nologo -p:NocPublish=true",
        ];
        Assert.All(flags, flag => Assert.Contains(flag, Windows, StringComparison.Ordinal));
        Assert.All(flags, flag => Assert.Contains(flag, Unix, StringComparison.Ordinal));
    }

    [Fact]
    public void The_script_of_windows_is_plain_text_with_the_line_ends_of_windows()
    {
        var text = File.ReadAllText(Path.Combine(SharedFolder.Root, "noc.cmd"));
        Assert.All(text, c => Assert.True(char.IsAscii(c)));
        Assert.Equal(text.Count(c => c == '\n'), Regex.Count(text, "\r\n"));
    }

    private static string Read(string name) =>
        File.ReadAllText(Path.Combine(SharedFolder.Root, name)).ReplaceLineEndings("\n");
}
