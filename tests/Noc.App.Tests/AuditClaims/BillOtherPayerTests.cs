using Noc.Audit;
using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>Decisions that send a claim elsewhere, and those that do not.</summary>
public class BillOtherPayerTests
{
    [Fact]
    public void A_drug_for_equipment_of_a_railroad_patient_goes_to_the_equipment_contractor() =>
        Assert.Equal(Decision.BillOtherPayer, (PolicyRuleCases.Railroad with
        {
            Code = "J7699", Description = "EXAMPLAZOLE 10MG INHALED", Modifiers = "", Others = [],
        }).Audit().Decision);

    [Fact]
    public void A_payer_id_of_the_same_payer_is_only_a_fix() => Assert.Equal(Decision.FixAndSend, new TestClaim
    {
        Filing = "CH", Modifiers = "", Payer = "TRICARE EAST*****PI*TREST",
    }.Audit().Decision);

    [Fact]
    public void A_compound_goes_to_the_pharmacy_program_where_the_payer_wants_it_there() =>
        Assert.Equal(Decision.BillOtherPayer, new TestClaim
        {
            Filing = "MC", Modifiers = "", Payer = "ALABAMA MEDICAID*****PI*SKAL0", State = "AL",
            Description = "COMPOUNDED EXAMPLAZOLE 5MG IT",
        }.Audit().Decision);
}
