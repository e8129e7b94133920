using Noc.Tests;

namespace Noc.Cli.Tests;

/// <summary>The report for people, claim by claim.</summary>
public class TextReportTests
{
    private static readonly TestClaim NewYork = new()
    {
        Filing = "MC", Modifiers = "", State = "NY", Payer = "NEW YORK MEDICAID*****PI*MCDNY",
    };

    private static readonly TestClaim Orencia = new()
    {
        Code = "J0129", Modifiers = "JB", Description = "ORENCIA 125MG SC", Units = "13", Lin = "", State = "CA",
        Payer = "NORIDIAN JE*****PI*01182", Others = ["96372*50"],
    };

    [Fact]
    public void What_to_write_stands_inside_its_claim_however_long_it_is()
    {
        var claims = Of(NewYork).Split("Claim ")[1].Split("By rule")[0].Split('\n')[1..];
        Assert.Contains(claims, line => line == "    write");   // longer than the rest of its line
        Assert.All(claims, line => Assert.True(line.Length is 0 or > 2 and <= 80 && line.TrimEnd() == line, line));
        Assert.All(claims.Where(line => line.Length > 0), line => Assert.StartsWith("  ", line));
    }

    [Fact]
    public void A_line_whose_code_names_the_drug_is_not_said_to_name_none()
    {
        var report = Of(Orencia);
        Assert.Contains("J0129  ORENCIA 125MG SC", report, StringComparison.Ordinal);
        Assert.DoesNotContain("drug not named", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Claims_that_are_not_billed_have_a_row_of_their_own()
    {
        var report = Of(Orencia);
        Assert.Matches("Fix, then send +0 ", report);
        Assert.Matches("Do not bill +1 ", report);
        Assert.DoesNotContain("expected from the payer", report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_billed_many_times_is_told_once_with_its_count()
    {
        const string Same = "J3490:JZ::::EXAMPLAZOLE 150MG IV*900";
        var report = Of(new() { Lin = "", Others = ["96365*185", Same, Same, Same, Same] });
        Assert.Equal(2, report.Split("already bills").Length);
        Assert.Contains("3 more lines, up to line 6", report, StringComparison.Ordinal);
    }

    private static string Of(TestClaim claim)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, claim.Text());
        var output = Commands.Noc("audit", file, "--as-of", "2026-11-21").Output;
        File.Delete(file);
        return output;
    }
}
