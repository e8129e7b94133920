using Noc.Drugs;
using Noc.Pricing;
using Noc.Reference.Contracts;
using Noc.Tests;

namespace Noc.Reference.Tests.Contracts;

public class ContractFileTests
{
    [Fact]
    public void The_sample_reads_without_a_problem()
    {
        var text = File.ReadAllText(Path.Combine(SharedFolder.Root, "samples", "pricing", "contracts.yaml"));
        var contract = Assert.Single(ContractFile.Read("contracts.yaml", text, out var problems));
        Assert.Empty(problems);
        Assert.Equal((10m, true, 4), (contract.CoinsurancePercent!.Value, contract.IsLesserOfCharge,
            contract.Terms.Count));
        Assert.Equal((8m, 25m, 50000m), (contract.Terms[0].Percent, contract.Terms[0].PlusUsd,
            contract.Terms[0].CapUsd!.Value));
        Assert.Equal(105m, contract.Terms[1].Fees[HcpcsCode.Of("96365")]);
        Assert.Equal([PaySystem.Physician], contract.Terms[1].Systems);
    }

    [Theory]
    [InlineData("percent: many", "percent is no number")]
    [InlineData("percent: 110, codes: [J34]", "is no code such as")]
    [InlineData("percent: 110, settings: [moon]", "settings does not know")]
    [InlineData("percent: 110, from: 2026-02-30", "is no date")]
    [InlineData("percent: 110, from: 2026-02-02, to: 2026-01-01", "to is before from")]
    [InlineData("percent: 110, floor: 10, cap: 5", "floor is above cap")]
    [InlineData("percents: 110", "nearest: percent")]
    [InlineData("plus: 1", "needs its percent")]
    public void A_wrong_term_is_told_with_its_line_and_its_contract_left_out(string term, string message)
    {
        var contracts = ContractFile.Read("my.yaml", $$"""
            contracts:
              - id: good
                payers: [a]
                terms: [{method: percent-of-charge, percent: 50}]
              - id: bad
                payers: [b]
                terms:
                  - {method: percent-of-limit, {{term}}}
            """, out var problems);
        Assert.Equal("good", Assert.Single(contracts).Id);
        Assert.Contains(problems, problem => problem.Message.Contains(message, StringComparison.Ordinal)
            && problem.Place.Line == 8);
    }

    [Theory]
    [InlineData("")]
    [InlineData("contracts: [")]
    [InlineData("contracts: 5")]
    [InlineData("contracts: [{id: x, payers: [a]}]")]
    [InlineData("contracts: [{id: x, payers: [a], terms: [{method: fee-list}]}]")]
    public void A_file_that_is_no_contract_is_told(string text)
    {
        Assert.Empty(ContractFile.Read("my.yaml", text, out var problems));
        Assert.NotEmpty(problems);
    }
}
