using System.Text.RegularExpressions;
using Noc.Tests;

namespace Noc.House.Tests;

/// <summary>The house rules that a compiler does not check.</summary>
public partial class TidyTests
{
    private static readonly string Root = SharedFolder.Root;

    [Fact]
    public void No_file_is_longer_than_500_lines() => Assert.Empty(
        from file in Sources() let lines =
            File.ReadLines(file).Count() where lines > 500 select $"{Name(file)}: {lines}");

    [Fact]
    public void No_line_is_longer_than_120_characters() => Assert.Empty(
        from file in Sources()
        from line in File.ReadLines(file).Select((text, index) => (text, number: index + 1))
        where line.text.Length > 120
        select $"{Name(file)}:{line.number}");

    [Fact]
    public void A_file_holds_one_public_type_and_is_named_for_it() => Assert.Empty(
        from file in Sources()
        where file.Contains($"{Path.DirectorySeparatorChar}src{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        let types = PublicType().Matches(File.ReadAllText(file)).Select(one => one.Groups[1].Value).Distinct().ToList()
        where types.Count > 1 || (types.Count == 1 && types[0] != Path.GetFileName(file).Split('.')[0])
        select $"{Name(file)}: {string.Join(", ", types)}");

    [GeneratedRegex(@"^public (?:[a-z]+ )*?(?:class|record struct|struct|record|interface|enum) (\w+)",
        RegexOptions.Multiline)]
    private static partial Regex PublicType();

    // Half a step goes the same way everywhere; pixels and columns of a drawing are no amounts.
    [Fact]
    public void Amounts_are_rounded_in_one_place() => Assert.Empty(
        from file in Sources()
        where file.Contains($"{Path.DirectorySeparatorChar}src{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && Path.GetFileName(file) != "Rounding.cs"
        from line in File.ReadLines(file)
        where RoundsByItself().IsMatch(line)
        select $"{Name(file)}: {line.Trim()}");

    [GeneratedRegex(@"(?<!\(int\))\b(decimal|Math)\.Round\(")]
    private static partial Regex RoundsByItself();

    [Fact]
    public void No_function_is_longer_than_70_lines()
    {
        var long_ = new List<string>();
        foreach (var file in Sources())
        {
            var start = -1;
            var lines = File.ReadAllLines(file);
            for (var i = 0; i < lines.Length; i++)
            {
                // With four blanks a level, a member of a type opens and closes at the same indent.
                if (start < 0 && Opens().IsMatch(lines[i]) && i > 0 && lines[i - 1].TrimEnd().EndsWith(')')
                    && !TypeHead().IsMatch(lines[i - 1])
                    && !lines[i - 1].Contains("= new", StringComparison.Ordinal)
                    && !lines[i - 1].Contains("=> new", StringComparison.Ordinal)
                    && !lines[i - 1].Contains(": new", StringComparison.Ordinal)) start = i;
                if (start >= 0 && lines[i] == lines[start].Replace('{', '}'))
                {
                    if (i - start > 70) long_.Add($"{Name(file)}:{start + 1}: {i - start} lines");
                    start = -1;
                }
            }
        }
        Assert.Empty(long_);
    }

    [Theory]
    [InlineData("src/Noc.X12")]
    [InlineData("src/Noc.Core")]
    [InlineData("src/Noc.Formats")]
    public void Pure_projects_touch_no_clock_file_network_or_chance(string folder)
    {
        var banned = Banned();
        Assert.Empty(
            from file in Sources().Where(file => Name(file).StartsWith(folder, StringComparison.Ordinal))
            from line in File.ReadLines(file).Select((text, index) => (text, number: index + 1))
            where !line.text.TrimStart().StartsWith("//", StringComparison.Ordinal) && banned.IsMatch(line.text)
            select $"{Name(file)}:{line.number}: {line.text.Trim()}");
    }

    [Fact]
    public void No_marker_of_unfinished_work_is_left() => Assert.Empty(
        from file in Sources().Where(file => !file.EndsWith("TidyTests.cs", StringComparison.Ordinal))
        where Unfinished().IsMatch(File.ReadAllText(file))
        select Name(file));

    [Fact]
    public void A_rule_has_a_file_of_its_own_named_for_it() => Assert.Empty(
        from file in Sources().Where(file => Name(file).StartsWith("src/Noc.Core/Audit/Rules/",
            StringComparison.Ordinal))
        let types = TypeOfFile().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value).ToList()
        where types is not [var type] || type != Path.GetFileNameWithoutExtension(file)
        select $"{Name(file)} holds {string.Join(", ", types)}");

    [Fact]
    public void Links_in_documents_lead_somewhere()
    {
        var dead = new List<string>();
        foreach (var file in Documents())
            foreach (Match link in Link().Matches(File.ReadAllText(file)))
            {
                var target = link.Groups[1].Value.Split('#')[0];
                if (target.Length == 0 || target.Contains("://", StringComparison.Ordinal)) continue;
                if (!Path.Exists(Path.Combine(Path.GetDirectoryName(file)!,
                    target))) dead.Add($"{Name(file)}: {target}");
            }
        Assert.Empty(dead);
    }

    [Fact]
    public void References_point_one_way()
    {
        var allowed = new Dictionary<string, string[]>
        {
            ["Noc.X12"] = [],
            ["Noc.Core"] = [],
            ["Noc.Formats"] = ["Noc.X12", "Noc.Core"],
            ["Noc.Reference"] = ["Noc.Core"],
            ["Noc.App"] = ["Noc.Formats", "Noc.Reference"],
            ["Noc.Cli"] = ["Noc.App"],
        };
        foreach (var (project, references) in allowed)
        {
            var text = File.ReadAllText(Path.Combine(Root, "src", project, $"{project}.csproj"));
            Assert.Equal(references.Order(),
                ProjectReference().Matches(text).Select(match => match.Groups[1].Value).Order());
            if (references.Length == 0) Assert.DoesNotContain("PackageReference", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Folders_of_core_depend_on_each_other_in_one_order()
    {
        string[][] order =
        [
            ["Drugs"], ["Claims"], ["Encounters"], ["Tables"], ["Payers"],
            ["Coding", "Administrations", "Pricing"], ["Audit"], ["Search", "Rvu"],
        ];
        var rank = order.SelectMany((names, index) => names.Select(name => (name, index))).ToDictionary(p => p.name,
            p => p.index);
        Assert.Empty(
            from file in Sources()
            let parts = Name(file).Split('/')
            where parts[1] == "Noc.Core" && parts.Length > 3
            from Match use in CoreUse().Matches(File.ReadAllText(file))
            where rank[use.Groups[1].Value] > rank[parts[2]]
            select $"{Name(file)} uses {use.Groups[1].Value}");
    }

    [Fact]
    public void No_path_of_a_machine_is_committed()
    {
        var paths = MachinePath();
        Assert.Empty(
            from file in Sources().Concat(Documents()).Where(file => !file.EndsWith("TidyTests.cs",
                StringComparison.Ordinal))
            where paths.IsMatch(File.ReadAllText(file))
            select Name(file));
    }

    private static IEnumerable<string> Sources() => new[] { "src", "tests", "bench" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories))
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"));

    private static IEnumerable<string> Documents() => Directory.EnumerateFiles(Root, "*.md")
        .Concat(Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories));

    private static string Name(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    [GeneratedRegex(@"^( {4}| {8})\{$")]
    private static partial Regex Opens();

    [GeneratedRegex(@"\b(class|struct|record|interface|enum)\b")]
    private static partial Regex TypeHead();

    [GeneratedRegex(@"^(?:public|internal) [\w ]*\b(?:class|struct|record|interface|enum) (\w+)",
        RegexOptions.Multiline)]
    private static partial Regex TypeOfFile();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)|\bFile\.|\bDirectory\.|HttpClient|Random\.Shared"
        + @"|\bConsole\.")]
    private static partial Regex Banned();

    [GeneratedRegex(@"\bFIXME\b|\bTODO\b(?! #\d)|NotImplementedException")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"ProjectReference Include=""\.\./([^/""]+)/")]
    private static partial Regex ProjectReference();

    [GeneratedRegex(
        @"\bNoc\.(Drugs|Claims|Encounters|Tables|Payers|Coding|Administrations|Pricing|Audit|Search|Rvu)\b")]
    private static partial Regex CoreUse();

    [GeneratedRegex(@"/work/|/root/|/home/\w+/|C:\\Users")]
    private static partial Regex MachinePath();
}
