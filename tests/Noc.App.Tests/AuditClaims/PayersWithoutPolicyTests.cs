using Noc.App.AuditClaims;
using Noc.Payers;

namespace Noc.App.Tests.AuditClaims;

public class PayersWithoutPolicyTests
{
    private static PayerPolicy Payer(string name, PayerProgram program = PayerProgram.Other) =>
        new() { Name = name, Program = program };

    [Fact]
    public void Each_payer_is_said_once_with_the_defaults_that_were_used()
    {
        var unit = new PayersWithoutPolicy();
        unit.Add(Payer("SOME PLAN"));
        unit.Add(Payer("SOME PLAN"));
        unit.Add(Payer("SOME MEDICAID", PayerProgram.Medicaid));
        var file = new PayersWithoutPolicy();
        file.Add(unit);
        file.Add(unit);
        Assert.Equal(
            [
                "No policy on file for SOME MEDICAID: the defaults of Medicaid were used.",
                "No policy on file for SOME PLAN: the defaults of commercial payers were used.",
            ], file.Sentences());
    }

    [Fact]
    public void Nothing_is_said_where_every_payer_has_a_policy() =>
        Assert.Empty(new PayersWithoutPolicy().Sentences());

    [Fact]
    public void A_long_list_ends_with_a_count()
    {
        var payers = new PayersWithoutPolicy();
        for (var i = 0; i < 50; i++) payers.Add(Payer($"PLAN {i:00}"));
        Assert.Equal("No policy on file for 42 more payers: the defaults of their programs were used.",
            payers.Sentences().Last());
        Assert.Equal(9, payers.Sentences().Count());
    }
}
