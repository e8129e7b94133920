using Noc.Audit;
using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>What counts as a dose in the text, and what a suggestion keeps of it.</summary>
public class DoseTextTests
{
    private static readonly TestClaim Noridian = new() { State = "CA" };
    private static readonly TestClaim Wps = Noridian with { State = "IN" };

    private static Finding? Find(TestClaim claim, string rule) =>
        claim.Findings().FirstOrDefault(finding => finding.Rule.Id == rule);

    [Theory]
    [InlineData("CA", "EXAMPLAZOLE 3ML IV", "NAR003")]
    [InlineData("TX", "EXAMPLAZOLE 3CC IM", "NAR003")]
    [InlineData("FL", "EXAMPLAZOLE 3ML IV", "NAR003")]
    [InlineData("GA", "EXAMPLAZOLE 3ML IV NDC 99999012301", "NAR003")]
    [InlineData("IN", "EXAMPLAZOLE 3ML IV", "NAR003")]
    [InlineData("OH", "EXAMPLAZOLE 3ML IV", "NAR003")]
    [InlineData("CA", "EXAMPLAZOLE 5% 10ML", "NAR004")]
    public void A_volume_alone_is_no_dose(string state, string text, string rule)
    {
        var finding = Find(Noridian with { State = state, Description = text }, rule);
        Assert.Equal(Severity.Reject, finding?.Severity);
        Assert.Contains("<DOSE", finding!.Expected!.Narrative, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EXAMPLAZOLE 0MG IV")]
    [InlineData("EXAMPLAZOLE 0.00 MG IV")]
    public void Nothing_is_no_dose(string text)
    {
        var finding = Find(Noridian with { Description = text }, "NAR003");
        Assert.Equal(Severity.Reject, finding?.Severity);
        Assert.Equal("EXAMPLAZOLE <DOSE GIVEN> IV", finding!.Expected!.Narrative);
        Assert.Null(Find(Noridian with { Description = "EXAMPLAZOLE 150MG IV WASTED 0MG" }, "NAR003"));
    }

    [Theory]
    [InlineData("1.500,00 MG", "1500MG", "1500")]
    [InlineData("1.500.000 UNITS", "1500000UNITS", "1500000")]
    [InlineData("1500,00MG", "1500MG", "1500")]
    [InlineData("12,5 MG", "12.5MG", "12.5")]
    [InlineData("0,125MG", "0.125MG", "0.125")]
    [InlineData("1,500.00 MG", "1500MG", "1500")]
    [InlineData("5.MG", "5MG", "5")]
    [InlineData("5. MG", "5MG", "5")]
    public void A_number_in_another_spelling_is_read_and_told(string written, string dose, string plain)
    {
        var claim = Noridian with { Description = $"EXAMPLAZOLE {written} IV" };
        Assert.Equal(dose, Assert.Single(claim.Audit().DrugLines).TotalDose.ToString());
        Assert.Null(Find(claim, "NAR003"));
        Assert.Equal(plain, Find(claim, "NAR026")?.Expected?.Text);
    }

    [Theory]
    [InlineData("EXAMPLAZOLE 1,500 MG IV", "1500MG")]
    [InlineData("EXAMPLAZOLE 1.5 MG IV", "1.5MG")]
    [InlineData("EXAMPLAZOLE 150MG IV LOT 5,3 VIALS", "150MG")]
    [InlineData("EXAMPLAZOLE 150MG IV DAYS 1,8", "150MG")]
    [InlineData("EXAMPLAZOLE 150MG IV 10.03.2026", "150MG")]
    public void A_number_as_people_write_it_here_is_not_told(string text, string dose)
    {
        var claim = Noridian with { Description = text };
        Assert.Equal(dose, Assert.Single(claim.Audit().DrugLines).TotalDose.ToString());
        Assert.Null(Find(claim, "NAR026"));
    }

    [Fact]
    public void Half_of_a_milligram_is_not_two() =>
        Assert.True(Assert.Single((Noridian with { Description = "EXAMPLAZOLE 1/2 MG IV" }).Audit().DrugLines)
            .TotalDose.IsNone);

    [Theory]
    [InlineData("EXAMPLAZOLE 50MG/ML 3ML GIVEN IV", "EXAMPLAZOLE 150MG IV")]
    [InlineData("EXAMPLAZOLE 50MG/ML 3ML VIAL IV", "EXAMPLAZOLE <DOSE GIVEN> IV")]
    public void The_dose_that_volume_and_strength_make_is_written_but_not_that_of_a_container(
        string text, string written) =>
        Assert.Equal(written, Find(Noridian with { Description = text }, "NAR004")?.Expected?.Narrative);

    [Fact]
    public void A_volume_is_a_dose_where_the_dose_stands_beside_it_or_a_code_counts_the_drug_by_volume()
    {
        Assert.Null(Find(Noridian with { Description = "EXAMPLAZOLE 3ML 150MG IV" }, "NAR003"));
        Assert.Null(Find(Noridian with { Description = "EXAMPLAZOLE 3ML IV", Note = "EXAMPLAZOLE 150MG" }, "NAR003"));
        Assert.Null(Find(Noridian with { Description = "RIBOFLAVIN OPHTHALMIC 3ML", Lin = "" }, "NAR003"));
    }

    [Theory]
    [InlineData("KEBILIDI 1.8X10E11VG INTRAPUTAMINAL")]
    [InlineData("AMTAGVI 20 BILLION CELLS IV")]
    [InlineData("EXAMPLAZOLE 50MG/ML 3ML = 150MG IV")]
    [InlineData("EXAMPLAZOLE 150MGIVP")]
    [InlineData("EXAMPLAGRAFT 44 SQ CM")]
    public void Doses_in_other_spellings_are_read(string text)
    {
        var claim = Noridian with { Description = text };
        Assert.Null(Find(claim, "NAR003"));
        Assert.Null(Find(claim, "NAR004"));
    }

    [Fact]
    public void What_is_missing_is_told_once()
    {
        var claim = new TestClaim
        {
            State = "CT", Code = "C9399", Place = "13", Description = "EXAMPLUMAB-AAAA 600MG",
            ClaimNote = "EXAMPLUMAB-AAAA 600MG", Lin = "",
        };
        var found = claim.Findings().Where(one => one is { Rule.Id: "NAR010", Severity: Severity.Reject }).ToList();
        Assert.Single(found);
        Assert.Contains("and how often it was given", found[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_is_an_ndc_only_names_neither_drug_nor_dose()
    {
        var found = (Noridian with { Description = "NDC 99999012301" }).Findings()
            .Where(one => one.Rule.Id is "NAR003" or "NAR010").ToList();
        Assert.Single(found);
        Assert.Contains("neither which drug", found[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TOPRELEF 400MG/12MG IA", "TOPRELEF 400MG/12MG IA")]
    [InlineData("ACARBIDOL 120MG/ESLEVODOL 2400MG SC", "ACARBIDOL/ESLEVODOL")]
    public void A_suggestion_keeps_all_ingredients(string text, string kept)
    {
        var claim = Noridian with { Description = text + " PLEASE REVIEW" };
        Assert.Null(Find(claim, "NAR022"));
        Assert.Contains(kept, Find(claim, "NAR021")!.Expected!.Narrative, StringComparison.Ordinal);
    }

    [Fact]
    public void A_suggestion_keeps_the_parts_of_a_compound()
    {
        var claim = Wps with
        {
            Code = "J7999", Lin = "", Description = "COMPOUNDED SAMPLEPHINE 360MG EXAMPLOCAINE 90MG PLEASE REVIEW",
        };
        Assert.Contains("COMPOUNDED SAMPLEPHINE 360MG EXAMPLOCAINE 90MG",
            Find(claim, "NAR021")!.Expected!.Narrative, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lone_letter_at_the_end_of_a_full_text_is_cut()
    {
        var text = "EXAMPLAZOLE 150MG IV FAILED UPTRAVI OPSUMIT ADEMPAS AND OTHERS OF PT WT 64KG D";
        Assert.NotNull(Find(Noridian with { Description = text.PadLeft(80, 'X') }, "NAR027"));
        Assert.Null(Find(Noridian with { Description = text }, "NAR027"));
    }
}
