using Noc.Tests;


namespace Noc.App.Tests.AuditClaims;

/// <summary>A drug that is only mentioned was not given: it decides no code.</summary>
public class MentionTests
{
    private static readonly TestClaim Medicare = new() { Code = "J3590" };

    [Theory]
    [InlineData("EXAMPLUMAB 300MG SC PT FAILED HUMIRA")]
    [InlineData("EXAMPLUMAB 300MG IV BIOSIMILAR TO STELARA")]
    [InlineData("EXAMPLUMAB 150MG IV PREMED BENADRYL")]
    [InlineData("EXAMPLUMAB VEDOTIN 100MG IV AFTER KEYTRUDA")]
    [InlineData("EXAMPLUMAB 100MG IV WITH PEMBROLIZUMAB")]
    [InlineData("EXAMPLUMAB 150MG IV MIXED W LIDOCAINE")]
    [InlineData("EXAMPLUMAB 150MG IV NOT TORADOL")]
    [InlineData("EXAMPLUMAB 150MG IV REPLACES KETOROLAC")]
    [InlineData("EXAMPLUMAB HEPARIN FREE 150MG IV")]
    [InlineData("HEPARIN-FREE EXAMPLUMAB 150MG IV")]
    [InlineData("EXAMPLUMAB (LIKE REMICADE) 300MG IV")]
    [InlineData("EXAMPLUMAB AND HYALURONIDASE 300MG SC")]
    [InlineData("PT FAILED HUMIRA; EXAMPLUMAB 300MG SC")]
    [InlineData("AFTER KEYTRUDA 200MG IV EXAMPLUMAB 300MG IV")]
    public void Another_drug_in_the_description_brings_no_code(string text)
    {
        var findings = (Medicare with { Description = text }).Findings();
        Assert.DoesNotContain(findings, finding => finding.Rule.Id is "COD001" or "COD008");
        Assert.DoesNotContain(findings, finding => finding.Severity >= Severity.Delay);
    }

    [Theory]
    [InlineData("PT FAILED HUMIRA AND STELARA")]
    [InlineData("PREMED WITH BENADRYL 25MG IV")]
    [InlineData("PT ALSO ON DUPIXENT")]
    [InlineData("WEIGHT 82.5 KG")]
    [InlineData("HUMIRA")]
    public void Another_drug_in_the_note_brings_no_finding(string note) =>
        Assert.Empty((Medicare with { Description = "EXAMPLUMAB 300MG IV", Note = note }).Findings());

    [Theory]
    [InlineData("KEYTRUDA 200MG IV FAILED OPDIVO", "J9271", 200)]
    [InlineData("PATIENT WEIGHT 82 KG KEYTRUDA 200MG IV", "J9271", 200)]
    [InlineData("KEYTRUDA WT 70KG 200MG IV", "J9271", 200)]
    [InlineData("FREE SAMPLE KEYTRUDA 200MG IV", "J9271", 200)]
    [InlineData("INJ, PEMBROLIZUMAB (KEYTRUDA), 200 MG IV", "J9271", 200)]
    public void The_drug_that_was_given_keeps_its_code(string text, string code, int units)
    {
        var finding = Assert.Single((Medicare with { Code = "J9999", Description = text }).Findings(),
            finding => finding.Rule.Id == "COD001");
        Assert.Equal((code, (decimal?)units), (finding.Expected!.Code.Value, finding.Expected.Units));
    }

    [Fact]
    public void A_note_tells_the_drug_where_the_description_names_none()
    {
        var claim = Medicare with
        {
            Code = "J9999",
            Description = "UNCLASSIFIED DRUG",
            Note = "KEYTRUDA 200MG IV",
        };
        Assert.Contains(claim.Findings(), finding => finding.Rule.Id == "COD001");
    }

    [Fact]
    public void A_brand_is_named_as_the_claim_names_it()
    {
        var finding = Assert.Single((Medicare with { Code = "J9999", Description = "BENDEKA 100MG IV" }).Findings(),
            finding => finding.Rule.Id == "COD001");
        Assert.StartsWith("Bendeka (", finding.Message);
    }

    [Fact]
    public void A_strength_is_told_with_its_volume() =>
        Assert.Contains((Medicare with { Description = "EXAMPLUMAB 50MG/ML IV" }).Findings(),
            finding => finding.Message.Contains("(50MG/ML)"));

    [Theory]
    [InlineData("30MG X2 IM", 4)]
    [InlineData("2 X 30MG IM", 4)]
    [InlineData("30MG TIMES 2 IM", 4)]
    [InlineData("30MG IM X 2 DOSES", 4)]
    [InlineData("15MG RIGHT 15MG LEFT IM", 2)]
    [InlineData("15MG X 2 SITES IM", 2)]
    [InlineData("WT 70KG DOSE 30MG IM", 2)]
    [InlineData("5MG/KG X 70KG = 350MG IM", 24)]
    [InlineData("2 X 30MG = 60MG IM", 4)]
    [InlineData("INV 5400.00 G 30MG IM", 2)]
    [InlineData("30MG/DAY X 3 DAYS IM", null)]
    [InlineData("15MG AM 30MG PM IM", null)]
    [InlineData("15-30MG IM", null)]
    [InlineData("30MG BID IM", null)]
    [InlineData("9000000G IM", null)]
    public void Units_are_those_of_all_that_was_given_or_none(string dose, int? units)
    {
        var claim = new TestClaim { Description = $"KETOROLAC {dose}" };
        var finding = Assert.Single(claim.Findings(), finding => finding.Rule.Id == "COD001");
        Assert.Equal(units, (int?)finding.Expected!.Units);
    }

    [Fact]
    public void A_physician_never_bills_the_code_of_hospitals() =>
        Assert.All(new[] { "19", "22" }, place => Assert.Contains(
            new TestClaim { Code = "C9399", Place = place, Others = [] }.Findings(),
            finding => finding.Rule.Id == "COD004"));

    [Theory]
    [InlineData("", "no date of service")]
    [InlineData("20261301", "no date")]
    [InlineData("20260312-20260310", "ends before it begins")]
    public void A_line_without_a_day_is_not_ready(string date, string message) =>
        Assert.Contains((Medicare with { Description = "EXAMPLUMAB 300MG IV", Date = date }).Findings(),
            finding => finding.Rule.Id == "DTP001" && finding.Message.Contains(message));

    [Fact]
    public void Nobody_loses_less_than_nothing() =>
        Assert.All((Medicare with { Charge = "-5" }).Findings(), finding => Assert.False(finding.LostUsd < 0));

    [Fact]
    public void An_impossible_quantity_of_an_ndc_is_found() =>
        Assert.Contains((Medicare with { Lin = "LIN**N4*99999012301~CTP****999999999999*ML~" }).Findings(),
            finding => finding.Rule.Id == "NDC004");

    [Fact]
    public void A_link_number_is_not_called_a_text() =>
        Assert.Contains((Medicare with { Lin = "LIN**N4*99999012301~CTP****3*ML~REF*VY*123~" }).Findings(),
            finding => finding.Rule.Id == "CMP001" && finding.Message.StartsWith("REF*VY", StringComparison.Ordinal));
}
