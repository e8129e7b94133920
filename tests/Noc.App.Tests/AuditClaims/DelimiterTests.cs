using System.Text;
using Noc.Audit;
using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>NAR028: characters of a text that separate the parts of an 837.</summary>
public class DelimiterTests
{
    private static readonly TestClaim Medicare = new();

    private static Finding? Find(string file, string rule = "NAR028") => TestClaim.FindingsOf(
        Encoding.ASCII.GetBytes(file)).FirstOrDefault(finding => finding.Rule.Id == rule);

    private static string With(string text) => (Medicare with { Description = text }).Text();

    // The same claim in a file with other separators, where * and ~ are plain characters.
    private static string Apart(string text) => With("TEXT").Replace('*', '|').Replace('~', '\n').Replace(':', '>')
        .Replace("TEXT", text, StringComparison.Ordinal);

    [Theory]
    [InlineData("EXAMPLAZOLE 150MG IV NDC: 99999012301")]
    [InlineData("EXAMPLAZOLE 150MG^IV")]
    public void The_text_is_cut_at_a_separator_of_its_file(string text)
    {
        var finding = Find(With(text));
        Assert.Equal((Severity.Reject, "EXAMPLAZOLE 150MG IV"), (finding?.Severity, finding?.Expected?.Narrative));
    }

    [Fact]
    public void What_stands_behind_a_colon_is_read_all_the_same()
    {
        var file = With("EXAMPLAZOLE 150MG IV NDC: 99999012302");
        Assert.NotNull(Find(file, "NAR024"));   // another NDC than in LIN03
    }

    [Theory]
    [InlineData("EXAMPLAZOLE*150MG*IV", true)]
    [InlineData("EXAMPLAZOLE~150MG IV", true)]
    [InlineData("EXAMPLAZOLE 150MG IV NDC: 99999012301", false)]
    public void Other_separators_of_the_file_leave_the_usual_ones_in_the_text(string text, bool isTold) =>
        Assert.Equal(isTold, Find(Apart(text)) is not null);

    [Fact]
    public void A_dose_in_the_place_of_the_charge_tells_of_the_separator()
    {
        var finding = Find(With("EXAMPLAZOLE*150MG*IV"));
        Assert.Equal("2400/SV102", finding?.Element);
        Assert.Contains("EXAMPLAZOLE 150MG", finding?.Expected?.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EXAMPLAZOLE 150MG\u0000IV", "Reject")]
    [InlineData("EXAMPLAZOLE 150MG\tIV", "Reject")]
    [InlineData("EXAMPLAZOLE 150MG IV \u007F", "Reject")]
    [InlineData("EXAMPLAZOLE 150MG IV \U0001F489", "Warn")]
    [InlineData("EXAMPLAZOLE 150MG IV D\u00E9J\u00C0", "Warn")]
    [InlineData("EXAMPLAZOLE 150MG IV [A] {B} |C| @D", null)]
    public void Signs_that_no_element_may_hold_are_told(string text, string? severity)
    {
        var finding = TestClaim.FindingsOf(Encoding.UTF8.GetBytes(With(text)))
            .SingleOrDefault(one => one.Rule.Id == "NAR028");
        Assert.Equal(severity, finding?.Severity.ToString());
        if (finding is not null)
            Assert.DoesNotContain(finding.Expected!.Narrative, one => one is < ' ' or > '~');
    }

    [Theory]
    [InlineData("EXAMPLAZOLE 150\u00B5g IV")]
    [InlineData("EXAMPLAZOLE 150\u03BCG IV")]
    public void Micrograms_by_their_sign_are_a_dose(string text)
    {
        var findings = TestClaim.FindingsOf(Encoding.UTF8.GetBytes(With(text)));
        Assert.Equal("EXAMPLAZOLE 150MCG IV", findings.Single(one => one.Rule.Id == "NAR028").Expected?.Narrative);
        Assert.DoesNotContain(findings, one => one.Rule.Id == "NAR003");
    }

    [Theory]
    [InlineData("LOT: A1")]
    [InlineData("150MG^IV")]
    public void A_note_holds_no_separator_either(string text)
    {
        Assert.Equal("2400/NTE02", Find((Medicare with { Note = text }).Text())?.Element);
        Assert.Equal("2300/NTE02", Find((Medicare with { ClaimNote = text }).Text())?.Element);
    }

    [Fact]
    public void A_colon_in_a_note_of_a_file_with_other_separators_is_plain_text() =>
        Assert.Null(Find((Medicare with { Note = "LOT TEXT" }).Text().Replace('*', '|').Replace('~', '\n')
            .Replace(':', '>').Replace("LOT TEXT", "LOT: A1", StringComparison.Ordinal)));
}
