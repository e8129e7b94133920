using Noc.Audit;
using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>EVD017 and EVD025: documents that name another drug than the record.</summary>
public class RecordedDrugTests
{
    private static readonly TestClaim Agreeing = new() { Evidence = TestVisit.Text };

    private static TestClaim Opdivo(string ordered, string claimed = "OPDIVO") => new()
    {
        Code = "J9999", Description = $"{claimed} 150MG IV", Lin = "",
        Evidence = TestVisit.With(("orders/0/drug", $"\"{ordered}\""), ("administrations/0/drug", "\"OPDIVO\""),
            ("administrations/0/ndc", null), ("products", "[]"), ("invoices", "[]")),
    };

    private static Finding? Find(TestClaim claim, string rule = "EVD025") =>
        claim.Findings().FirstOrDefault(finding => finding.Rule.Id == rule);

    [Fact]
    public void Another_drug_than_ordered_is_denied()
    {
        var finding = Find(Opdivo("KEYTRUDA"));
        Assert.Equal(Severity.Deny, finding?.Severity);
        Assert.Contains("order names KEYTRUDA, the record OPDIVO", finding?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Brand_and_ingredient_are_one_drug()
    {
        Assert.Null(Find(Opdivo("NIVOLUMAB")));
        Assert.Null(Find(Agreeing));
    }

    [Fact]
    public void Of_two_names_of_which_the_tables_know_one_there_is_a_doubt()
    {
        Assert.Equal(Severity.Warn, Find(Agreeing with
        {
            Evidence = TestVisit.With(("orders/0/drug", "\"KEYTRUDA\"")),
        })?.Severity);
        Assert.Null(Find(Agreeing with { Evidence = TestVisit.With(("orders/0/drug", "\"OTHERAZOLE\"")) }));
    }

    [Theory]
    [InlineData("KEYTRUDA", Severity.Warn)]
    [InlineData("EXAMPLAZOLE", null)]
    [InlineData("OTHERAZOLE", null)]
    public void An_authorization_of_a_drug_that_the_tables_know_is_none_of_one_that_they_do_not(
        string drug, Severity? severity) => Assert.Equal(severity, Find(Agreeing with
        {
            Segments = "REF*G1*PA-7~", Evidence = TestVisit.With(
                ("authorizations", $$"""[ { "number": "PA-7", "drug": "{{drug}}" } ]""")),
        }, "EVD017")?.Severity);
}
