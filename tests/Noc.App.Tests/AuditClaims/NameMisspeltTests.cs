using Noc.Audit;
using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>Names that a letter or two keeps from being found, and names that are only like others.</summary>
public class NameMisspeltTests
{
    private static readonly TestClaim Medicare = new() { Code = "J9999", Lin = "", Others = ["96413*300"] };

    private static Finding? Find(TestClaim claim) =>
        claim.Findings().FirstOrDefault(finding => finding.Rule.Id == "NAR029");

    [Theory]
    [InlineData("KEYTRDUA 200MG IV", "KEYTRUDA 200MG IV", "J9271")]
    [InlineData("pembrolizumb 200mg IV", "PEMBROLIZUMAB 200mg IV", "J9271")]
    [InlineData("EKYTRUDA 200MG IV", "KEYTRUDA 200MG IV", "J9271")]
    [InlineData("OXALIPLATTIN 150MG IV", "OXALIPLATIN 150MG IV", "J9263")]
    [InlineData("200MG KEYTRUDAA IV", "200MG KEYTRUDA IV", "J9271")]
    public void A_slip_of_the_pen_is_told_with_the_drug_meant_and_its_code(string text, string right, string code)
    {
        var finding = Find(Medicare with { Description = text });
        Assert.Equal((Severity.Warn, right), (finding?.Severity, finding?.Expected?.Narrative));
        Assert.Contains(code, finding!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("KEYTRUDA 200MG IV")]
    [InlineData("EXAMPLAZOLE 150MG IV")]
    [InlineData("EXAMPLUMAB-AAAA 180MG IV")]
    [InlineData("SAMPLIMAB 40MG IV")]
    [InlineData("EXEMPLIZUMAB 2MG IV")]
    [InlineData("MOCKATINIB 90MG IV")]
    [InlineData("PLACEBOLIN 200MG IV")]
    [InlineData("MIGRAINE MEDICINE 150MG IV")]
    [InlineData("KEYTDRUAX 200MG IV")]              // two letters of a short name
    [InlineData("STUDY DRUG 150MG IV")]
    [InlineData("SEE ATTACHED INVOICE")]
    public void Other_words_are_left_alone(string text) => Assert.Null(Find(Medicare with { Description = text }));

    // TestNdcs names 99999-0123 EXAMPLAZOLE.
    [Theory]
    [InlineData("EXAMPLAZOL 150MG IV", true)]
    [InlineData("EXAMPLAZOLE 150MG IV", false)]
    public void The_name_of_the_NDC_is_near_too(string text, bool isTold)
    {
        var finding = Find(new() { Description = text });
        Assert.Equal(isTold ? Severity.Info : null, finding?.Severity);
        if (isTold) Assert.Equal("EXAMPLAZOLE 150MG IV", finding!.Expected!.Narrative);
    }

    [Fact]
    public void An_NDC_of_another_drug_keeps_the_rule_silent() => Assert.Null(Find(new()
    {
        Description = "KEYTRDUA 200MG IV", Lin = $"LIN**N4*{TestNdcs.Leqembi}~CTP****7*ML~",
    }));
}
