using Noc.Audit;

namespace Noc.Core.Tests.Audit;

/// <summary>Facts that people tell in words.</summary>
public class PlainWordsTests
{
    [Theory]
    [InlineData("EXAMPLUMAB 600MG IV ONE TIME", true)]
    [InlineData("EXAMPLUMAB 600MG IV 1X", true)]
    [InlineData("EXAMPLUMAB 600MG IV STAT", true)]
    [InlineData("single dose, 600mg", true)]
    [InlineData("EXAMPLUMAB 600MG FREQ 1", true)]
    [InlineData("EXAMPLUMAB 600MG SINGLE DOSE VIAL", false)]
    [InlineData("EXAMPLUMAB 600MG SINGLE DOSE VIAL 1 DOSE", true)]
    [InlineData("EXAMPLUMAB 600MG 1 DOSE SYRINGE", false)]
    [InlineData("EXAMPLASTATIN 600MG", false)]
    [InlineData("EXAMPLUMAB 600MG STATUS", false)]
    [InlineData("EXAMPLUMAB 600MG 1XL", false)]
    [InlineData("EXAMPLUMAB 600MG IV", false)]
    public void Once(string text, bool isTold) => Assert.Equal(isTold, PlainWords.TellOnce(text));

    [Theory]
    [InlineData("EXAMPLUMAB 100MG PER UNIT", true)]
    [InlineData("EXAMPLUMAB 100 MG/UNIT", true)]
    [InlineData("1 UNIT EQUALS 100MG", true)]
    [InlineData("UNIT=100MG", true)]
    [InlineData("BILLED 1 UNIT FOR 100MG", true)]
    [InlineData("1 BILLING UNIT = 100MG", true)]
    [InlineData("EXAMPLUMAB 100 MG/UNITED", false)]
    [InlineData("EXAMPLUMAB 100 UNITS SC", false)]
    public void What_a_unit_stands_for(string text, bool isTold) => Assert.Equal(isTold, PlainWords.TellUnit(text));
}
