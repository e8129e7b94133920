using Noc.Tests;

namespace Noc.App.Tests;

/// <summary>Worked payer cases of our own, each worked out from the facts by hand: they stay as they are.</summary>
public class OwnPayerCaseTests
{
    private static readonly string File =
        Path.Combine(SharedFolder.Root, "tests", "Noc.App.Tests", "own-payer-cases.json");

    private static readonly Lazy<Commands.Result> Run = new(() => Commands.Noc("cases", "run", File));

    [Fact]
    public void All_pass() => Assert.Empty(
        Run.Value.Output.Split('\n').Where(line => line.StartsWith("FAIL", StringComparison.Ordinal)
            || line.StartsWith("         expected", StringComparison.Ordinal)));

    [Fact]
    public void None_is_left_aside() => Assert.DoesNotContain("\nnot yet", Run.Value.Output);

    [Fact]
    public void There_are_more_than_two_hundred() => Assert.True(
        Run.Value.Output.Split('\n').Count(line => line.StartsWith("pass", StringComparison.Ordinal)) > 200);
}
