using System.Text;
using System.Text.Json;
using Noc.Tests;

namespace Noc.Cli.Tests;

/// <summary>Folders as input, and a file as output.</summary>
public class FolderTests
{
    private static readonly string Sample = Path.Combine(SharedFolder.Root, Commands.Sample);

    [Fact]
    public void Files_of_a_folder_are_known_by_what_they_hold()
    {
        var folder = Directory.CreateTempSubdirectory("noc-test-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "march"));
        File.Copy(Sample, Path.Combine(folder, "march", "claims"));
        File.Copy(Sample, Path.Combine(folder, "claims.TXT"));
        File.WriteAllBytes(Path.Combine(folder, "wide.txt"), Encoding.Unicode.GetBytes(File.ReadAllText(Sample)));
        File.WriteAllText(Path.Combine(folder, "paid.edi"), File.ReadAllText(Sample).Replace("ST*837", "ST*835"));
        File.WriteAllText(Path.Combine(folder, "letter.txt"), "Dear ISABEL, the TEST*837 went well.");
        File.WriteAllText(Path.Combine(folder, "paid.dat"), File.ReadAllText(Sample).Replace("ST*837", "ST*835"));
        var result = Commands.Noc("audit", folder, "--format", "json", "--fail-on", "never");
        using var report = JsonDocument.Parse(result.Output);
        Assert.Equal(3, report.RootElement.GetProperty("totals").GetProperty("files").GetInt32());
        Assert.Equal(39, report.RootElement.GetProperty("totals").GetProperty("claims").GetInt32());
        Assert.Contains("skipped, they hold no claims: letter.txt, paid.dat, paid.edi", result.Errors);
        Assert.Equal(0, result.Code);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_damaged_claim_file_of_a_folder_is_not_skipped()
    {
        var folder = Directory.CreateTempSubdirectory("noc-test-").FullName;
        File.WriteAllText(Path.Combine(folder, "claims.837"), "nothing of an interchange");
        Assert.Equal(3, Commands.Noc("audit", folder).Code);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void The_report_can_go_to_a_file_but_not_over_the_claims()
    {
        var folder = Directory.CreateTempSubdirectory("noc-test-").FullName;
        var target = Path.Combine(folder, "report.csv");
        var toFile = Commands.Noc("audit", Commands.Sample, "--format", "csv", "-o", target);
        Assert.Empty(toFile.Output);
        Assert.Equal(Commands.Noc("audit", Commands.Sample, "--format", "csv").Output, File.ReadAllText(target));
        Assert.Equal(2, Commands.Noc("audit", target, "-o", target).Code);
        Directory.Delete(folder, recursive: true);
    }
}
