using System.Text;
using System.Text.RegularExpressions;
using Noc.Audit;
using Noc.Drugs;
using Noc.Formats.X837;
using Noc.Reference.Policies;
using Noc.Reference.Seed;
using Noc.Tests;
using Noc.X12;

namespace Noc.Cli.Tests;

/// <summary>What README and docs show is what happens.</summary>
public class DocumentTests
{
    [Fact]
    public void The_report_in_the_readme_is_the_report_of_its_command()
    {
        var readme = File.ReadAllText(Path.Combine(SharedFolder.Root, "README.md")).ReplaceLineEndings("\n");
        var shown = Regex.Match(readme, "```\n(Noc audit .*?)\n```", RegexOptions.Singleline).Groups[1].Value;
        Assert.StartsWith(shown, Commands.Noc("audit", Commands.Sample).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Commands_that_the_readme_names_exist()
    {
        foreach (var command in (string[])["audit", "explain", "cases"])
            Assert.Equal(0, Commands.Noc(command, "--help").Code);
    }

    [Fact]
    public void The_commands_that_add_a_payer_run_as_their_page_shows()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The shell is that of Unix.");
        var page = File.ReadAllText(Path.Combine(SharedFolder.Root, "docs", "payers", "add-a-payer.md"))
            .ReplaceLineEndings("\n");
        using var home = new DataHome();
        foreach (Match block in Regex.Matches(page, "<!-- run -->\n```\n(.*?)\n```", RegexOptions.Singleline))
            foreach (var line in block.Groups[1].Value.Split('\n'))
            {
                var command = line.Replace("./noc", Commands.ShellNoc, StringComparison.Ordinal)
                    .Replace("artifacts/my-payers", $"'{home.Path}/my-payers'", StringComparison.Ordinal);
                var result = Commands.Shell($"export NOC_HOME='{home.Path}'; {command}");
                Assert.True((result.Code, result.Errors) == (0, ""), $"{line}: {result.Errors}{result.Output}");
            }
    }

    [Fact]
    public void Auditing_from_a_program_works_as_the_guide_shows()
    {
        var path = Path.Combine(SharedFolder.Root, Commands.Sample);
        var lines = new List<string>();
        // code:audit
        var context = new AuditContext(SeedTables.Load(), ShippedPolicies.Set);
        var problems = new List<X12Problem>();
        using var file = File.OpenRead(path);
        foreach (var claim in ClaimFile.Read(file, problems))
        {
            var audit = ClaimAuditor.Audit(claim, context);
            foreach (var finding in audit.Findings)
                lines.Add($"{claim.AccountNumber.Text} line {finding.Line}: {finding.Rule.Id} at byte {finding.Byte}");
        }
        // end
        Assert.Contains(lines, line => line.StartsWith("RB-1002 line 1: COD001 at byte ", StringComparison.Ordinal));
        Assert.Empty(problems);
    }

    [Fact]
    public void Editing_from_a_program_works_as_the_guide_shows()
    {
        var path = Path.Combine(SharedFolder.Root, Commands.Sample);
        // code:edit
        var edits = new List<SegmentEdit>();
        using (var input = File.OpenRead(path))
            foreach (var claim in ClaimFile.Read(input))
                foreach (var ndc in claim.Lines.Select(line => line.NdcText))
                    if (NdcText.Read(ndc.Text) is { Ndc: { } right } && ndc.Text != right.Digits)
                        edits.Add(new(ndc.Offset!.Value, ndc.Bytes.Length, Encoding.ASCII.GetBytes(right.Digits)));
        using var original = File.OpenRead(path);
        using var output = new MemoryStream();
        SegmentEdits.Apply(original, edits, output);
        // end
        Assert.Single(edits);
        var corrected = Encoding.ASCII.GetString(output.ToArray());
        Assert.Contains("LIN**N4*99999044401~", corrected);
        Assert.Equal(original.Length - 2, corrected.Length);
    }

    [Theory]
    [InlineData("audit")]
    [InlineData("edit")]
    public void The_code_of_the_guide_is_the_code_of_these_tests(string name)
    {
        var guide = File.ReadAllText(Path.Combine(SharedFolder.Root, "docs", "library.md")).ReplaceLineEndings("\n");
        var source = File.ReadAllText(Path.Combine(SharedFolder.Root, "tests", "Noc.Cli.Tests", "DocumentTests.cs"));
        var shown = Regex.Match(guide, $"code:{name} -->\n```csharp\n(.*?)\n```",
            RegexOptions.Singleline).Groups[1].Value;
        var run = Regex.Match(source.ReplaceLineEndings("\n"), $"// code:{name}\n(.*?)\n        // end",
            RegexOptions.Singleline)
            .Groups[1].Value;
        Assert.Equal(shown, Regex.Replace(run, "^        ", "", RegexOptions.Multiline));
    }
}
