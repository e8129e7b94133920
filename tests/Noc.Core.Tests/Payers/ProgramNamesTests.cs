using Noc.Payers;

namespace Noc.Core.Tests.Payers;

public class ProgramNamesTests
{
    [Theory]
    [InlineData(PayerProgram.Medicare, "medicare")]
    [InlineData(PayerProgram.MedicareDme, "medicare-dme")]
    [InlineData(PayerProgram.MedicareAdvantage, "medicare-advantage")]
    [InlineData(PayerProgram.Medicaid, "medicaid")]
    [InlineData(PayerProgram.Federal, "federal")]
    [InlineData(PayerProgram.WorkersCompensation, "workers-comp")]
    [InlineData(PayerProgram.Other, "commercial")]
    public void Every_program_has_the_word_of_policy_files(PayerProgram program, string word)
    {
        Assert.Equal(word, ProgramNames.Of(program));
        Assert.Contains(word, ProgramNames.All);
    }

    [Fact]
    public void No_word_stands_for_none() =>
        Assert.Equal(ProgramNames.All.Order(),
            Enum.GetValues<PayerProgram>().Select(ProgramNames.Of).Distinct().Order());
}
