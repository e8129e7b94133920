using Noc.Tests;

namespace Noc.App.Tests;

/// <summary>Worked payer cases of what an outside tester found, each worked out from the facts by hand.</summary>
public class MorePayerCaseTests
{
    [Fact]
    public void All_pass() => WorkedCases.AllPass(
        Path.Combine(SharedFolder.Root, "tests", "Noc.App.Tests", "more-payer-cases.json"), notChecked: []);
}
