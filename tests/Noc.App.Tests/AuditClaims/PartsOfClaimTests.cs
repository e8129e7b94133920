using Noc.Audit;
using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>CHG011: the parts of a claim as the text counts them.</summary>
public class PartsOfClaimTests
{
    private static readonly TestClaim Noridian = new() { State = "CA" };
    private static readonly TestClaim Commercial = new() { Filing = "CI", Modifiers = "" };

    private static Finding? Find(TestClaim claim, string rule) =>
        claim.Findings().FirstOrDefault(finding => finding.Rule.Id == rule);

    [Theory]
    [InlineData("CLAIM 4 OF 3", "4 of 3")]
    [InlineData("CLAIM 0 OF 2", "0 of 2")]
    [InlineData("CLM 3/2", "3 of 2")]
    public void Parts_of_a_claim_that_cannot_be_are_told_and_not_copied(string part, string told)
    {
        var claim = Noridian with { Description = $"EXAMPLAZOLE 150MG IV {part}", Modifiers = "JZ:76" };
        var finding = Find(claim, "CHG011");
        Assert.Equal((Severity.Warn, $"The text counts claim {told}."), (finding?.Severity, finding?.Message));
        Assert.DoesNotContain("CLAIM", Find(claim with { Description = $"EXAMPLAZOLE {part}" }, "NAR003")
            ?.Expected?.Narrative ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CLAIM 2 OF 2", false)]
    [InlineData("CLM 2 OF 2", false)]
    [InlineData("CLAIM 2/2", false)]
    [InlineData("CLAIM 1 OF 2", true)]
    [InlineData("CLAIM 1/2", true)]
    public void Later_parts_need_the_modifier_however_they_are_counted(string part, bool isSilent) =>
        Assert.Equal(isSilent,
            Find(Noridian with { Description = $"EXAMPLAZOLE 150MG IV {part}" }, "CHG011") is null);
}
