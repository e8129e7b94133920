using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Noc.App.AuditClaims;
using Noc.Audit;
using Noc.Reference.Policies;
using Noc.Reference.Seed;
using Noc.Tests;

namespace Noc.Cli.Tests;

/// <summary>What users see stays as it was approved, byte for byte.</summary>
public class SnapshotTests
{
    private const string Sample = "samples/clinic-2026.837";
    private static readonly DateOnly Day = new(2026, 11, 21);

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static TheoryData<string> HelpOfCommands =>
    [
        "", "audit", "code", "find", "explain", "cases", "cases run", "data", "data import", "data update",
        "data status", "data diff", "data rollback", "data seed", "infuse", "mask", "narrative", "ndc", "new-codes",
        "price", "rules", "rules list", "rules conflicts", "rules lint", "rules test", "rvu",
    ];

    [Theory]
    [InlineData("text")]
    [InlineData("ndjson")]
    [InlineData("csv")]
    public void The_report_of_the_sample_is_as_approved(string format) =>
        Snapshot.Match($"audit-{format}", Audit(format));

    [Fact]
    public void The_json_report_of_the_sample_is_as_approved()
    {
        using var report = JsonDocument.Parse(Audit("json"));   // one long line; indented, people can compare it
        Snapshot.Match("audit-json", JsonSerializer.Serialize(report, Indented) + "\n");
    }

    [Fact]
    public void Colours_add_escapes_and_change_nothing_else()
    {
        var coloured = Coloured(Path.Combine(SharedFolder.Root, Sample));
        Snapshot.Match("audit-text-coloured", coloured);
        Assert.Equal(Audit("text"), Regex.Replace(coloured, "\e\\[[0-9]*m", ""));
    }

    [Fact]
    public void Of_several_files_the_text_says_whose_claims_and_problems_they_are()
    {
        var result = Commands.Noc("audit", "corpus/NDC001", "README.md", "--as-of", "2026-11-21");
        Assert.Equal(3, result.Code);
        Snapshot.Match("audit-text-files", result.Output);
    }

    [Fact]
    public void Control_characters_of_a_file_do_not_reach_the_terminal()
    {
        var text = File.ReadAllText(Path.Combine(SharedFolder.Root, Sample));
        using var file = new TempFile(
            text.Replace("RB-1004", "RB\e[2J\a4").Replace("EXAMPLAZOLE", "EX\e[2JAZOLE"));
        var report = Coloured(file.Path);
        Assert.Contains("RB?[2J?4", report);
        Assert.DoesNotContain(Regex.Replace(report, "\e\\[[0-9]*m", ""), c => c != '\n' && char.IsControl(c));
    }

    [Theory]
    [MemberData(nameof(HelpOfCommands))]
    public void The_help_is_as_approved(string command) => Snapshot.Match(
        $"help{command.Replace(" ", "-").Insert(0, command.Length > 0 ? "-" : "")}", Help(command));

    [Theory]
    [MemberData(nameof(HelpOfCommands))]
    public void The_help_names_every_command_below_it(string command)
    {
        var below = Regex.Match(Help(command), "Commands:\n(.*?)\n\n", RegexOptions.Singleline).Groups[1].Value
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"{command} {line.Split()[2]}".Trim());
        Assert.All(below, name => Assert.Contains(HelpOfCommands, known => known.Data == name));
    }

    [Theory]
    [MemberData(nameof(HelpOfCommands))]
    public void The_examples_in_the_help_run(string command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The shell is that of Unix.");
        var examples = Help(command).Split("Examples:\n")[1]
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.NotEmpty(examples);
        using var home = new DataHome();
        foreach (var quarter in (string[])["2025q4", "2026q1"])
            Commands.Shell($"NOC_HOME='{home.Path}' {Commands.ShellNoc} data import "
                + $"samples/agency/payment-limits-{quarter}.csv");
        foreach (var example in examples)
        {
            Assert.StartsWith($"noc {command}", example, StringComparison.Ordinal);
            var result = Commands.Shell(
                $"export NOC_HOME='{home.Path}'; noc() {{ {Commands.ShellNoc} \"$@\"; }}; {example}");
            Assert.InRange(result.Code, 0, 1);   // 1: findings
            Assert.NotEmpty(result.Output);
        }
    }

    private static string Audit(string format)
    {
        var result = Commands.Noc("audit", Sample, "--format", format, "--as-of", "2026-11-21");
        Assert.Equal((1, ""), (result.Code, result.Errors));
        return result.Output;
    }

    private static string Coloured(string file)
    {
        using var output = new MemoryStream();
        var options = new AuditOptions { Paths = [file], AsOf = Day, Color = true };
        var context = new AuditContext(SeedTables.Load(), ShippedPolicies.Set) { AsOf = Day, Sent = Day };
        ClaimFileAudit.Run(options, context, output, Stream.Null, TextWriter.Null,
            TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static string Help(string command)
    {
        var result = Commands.Noc([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
        Assert.Equal(0, result.Code);
        return result.Output.ReplaceLineEndings("\n");
    }
}
