using System.Text.Json;

namespace Noc.Cli.Tests;

/// <summary>A payer that a person types is the same payer to every command that takes one.</summary>
public class TypedPayerTests
{
    [Theory]
    [InlineData("medicare", "medicare", "medicare")]                              // type medicare
    [InlineData("medicare-mac-railroad", "railroad", "medicare")]                 // medicare_mac
    [InlineData("medicare-dme-jc", "cgs-dme", "medicare-dme")]                    // medicare_dme
    [InlineData("medicaid-tx", "texas-medicaid", "medicaid")]                     // medicaid
    [InlineData("amerihealth-caritas-pa-chc", "medicaid", "medicaid")]            // medicaid_mco
    [InlineData("aarp-supplement", "commercial", "commercial")]                   // commercial
    [InlineData("60054", "aetna", "commercial")]                                  // by the id of claims
    [InlineData("optumcare-wa", "optumcare-washington", "medicare-advantage")]    // commercial_ma
    [InlineData("dol-black-lung", "federal", "federal")]                          // federal
    [InlineData("ca-workers-comp", "california-workers-compensation", "workers-comp")]
    public void A_payer_of_each_type_is_found_alike(string payer, string policy, string program)
    {
        using var text = Answer("narrative", "--payer", payer, "--drug", "Examplazole", "--dose", "150MG");
        Assert.Equal(policy, text.RootElement.GetProperty("policy").GetString());
        using var rules = Answer("rules", "list", "--payer", payer);
        Assert.Equal(policy, rules.RootElement.GetProperty("policy").GetProperty("id").GetString());
        using var price = Answer("price", "J2781", "--payer", payer, "--on", "2026-03-31");
        Assert.Equal(program, price.RootElement.GetProperty("lines")[0].GetProperty("program").GetString());
    }

    [Theory]
    [InlineData("narrative", "--payer", "noridiann", "--drug", "Examplazole")]
    [InlineData("rules", "list", "--payer", "noridiann")]
    [InlineData("price", "J2781", "--payer", "noridiann")]
    public void A_misspelled_payer_is_answered_with_the_nearest_name(params string[] arguments)
    {
        var result = Commands.Noc(arguments);
        Assert.Equal(2, result.Code);
        Assert.Matches(@"meant: noridian\b", result.Errors);
    }

    private static JsonDocument Answer(params string[] arguments) =>
        JsonDocument.Parse(Commands.Noc([.. arguments, "--format", "json"]).Output);
}
