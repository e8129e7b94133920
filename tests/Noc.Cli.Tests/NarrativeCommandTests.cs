using System.Text.Json;
using Noc.Tests;

namespace Noc.Cli.Tests;

public class NarrativeCommandTests
{
    private static readonly string[] Full =
    [
        "--drug", "Testabrand (examplazole)", "--dose", "150mg", "--route", "iv", "--ndc", "99999-0123-01",
        "--ndc-quantity", "ML3", "--waste", "50MG", "--price", "610.00", "--on", "2026-03-10",
    ];

    private static (int Code, string Output, string Error) Noc(string payer, params string[] more)
    {
        var result = Commands.Noc(["narrative", "--payer", payer, .. more]);
        return (result.Code, result.Output, result.Errors);
    }

    [Fact]
    public void The_page_shows_each_place_with_the_characters_left_and_what_was_left_out()
    {
        var (code, output, _) = Noc("palmetto", Full);
        Assert.Equal(0, code);
        Assert.Contains("TESTABRAND (EXAMPLAZOLE) 150MG NDC 99999012301", output, StringComparison.Ordinal);
        Assert.Contains("2400/SV101-7", output, StringComparison.Ordinal);
        Assert.Contains("CMS-1500 item 19", output, StringComparison.Ordinal);
        Assert.Contains("Left out: IV", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("palmetto", "professional")]
    [InlineData("ngs", "institutional")]
    [InlineData("standard", "professional")]
    public void Json_has_the_shape_of_its_schema(string payer, string claim)
    {
        using var schema = JsonDocument.Parse(File.ReadAllBytes(
            Path.Combine(SharedFolder.Root, "docs", "schemas", "noc.narrative-1.schema.json")));
        using var report = JsonDocument.Parse(Noc(payer, [.. Full, "--claim", claim, "--format", "json"]).Output);
        Assert.Empty(SchemaCheck.Errors(report.RootElement, schema.RootElement, schema.RootElement, "$"));
    }

    [Theory]
    [InlineData("COMPOUNDED MORPHINE 20MG/ML BUPIVACAINE 10MG/ML 20ML IT PUMP INV 250.00", "railroad", "J7999",
        "COMPOUNDED MORPHINE 20MG/ML 400MG BUPIVACAINE 10MG/ML 200MG IT INV $250.00")]
    [InlineData("KETOROLAC 30MG IV AND 15MG IM", "wps", "J3490", "Left out: 15MG (a text tells one dose")]
    [InlineData("KETOROLAC 30MG IV AWP $12.00", "wps", "J3490", "Left out: AWP $12.00 (nobody paid")]
    [InlineData("KETOROLAC 30MG IV 06/10/2026", "texas-medicaid", "J3490", "KETOROLAC 30MG IV")]
    public void What_the_text_says_is_kept_or_told(string text, string payer, string code, string told)
    {
        var (_, output, _) = Noc(payer, "--narrative", text, "--code", code);
        Assert.Contains(told, output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_day_of_the_text_counts_where_none_is_given()
    {
        string[] text = ["--claim", "institutional", "--code", "C9399", "--narrative",
            "EXAMPLAZOLE 150MG IV NDC 99999012301 03/10/2026"];
        Assert.Contains("03/10/2026", Noc("ngs", text).Output, StringComparison.Ordinal);
        Assert.Contains("04/11/2026", Noc("ngs", [.. text, "--on", "2026-04-11"]).Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_is_rewritten_and_options_come_first()
    {
        var (_, output, _) = Noc("noridian", "--narrative", "examplazole 50mg/ml 150mg iv", "--route", "sc",
            "--on", "2026-03-10");
        Assert.Contains("EXAMPLAZOLE 50MG/ML 150MG GIVEN SC", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Examplazole 3 mL of 50mg/mL iv", "EXAMPLAZOLE 50MG/ML 150MG GIVEN IV")]
    [InlineData("Inj examplazole 1 cc (30 mg/mL) im x2", "60MG GIVEN IM")]
    public void A_volume_of_a_strength_is_a_dose(string text, string written)
    {
        var (code, output, _) = Noc("noridian", "--narrative", text, "--on", "2026-03-10");
        Assert.Equal(0, code);
        Assert.Contains(written, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("novitas", "--drug", "VERYLONGBRANDNAME (SUPERCALIFRAGILISTICUMAB-ABCD WITH HYALURONIDASE IN FULL)",
        "Left out: SUPERCALI")]
    [InlineData("noridian", "--narrative", "EXAMPLAZOLE 150MG IV LOT A17", "Left out: LOT A17")]
    public void What_no_text_takes_is_named(string payer, string option, string text, string said) =>
        Assert.Contains(said, Noc(payer, "--dose", "150MG", "--route", "IV", "--ndc", "99999-0123-01",
            "--waste", "50MG", option, text).Output, StringComparison.Ordinal);

    [Fact]
    public void A_payer_that_nobody_knows_is_said_in_one_sentence() =>
        Assert.DoesNotContain("..", Noc("nobody-of-all", "--dose", "150MG").Error, StringComparison.Ordinal);

    [Fact]
    public void What_is_missing_is_named_and_the_exit_code_says_so()
    {
        var (code, output, _) = Noc("noridian", "--drug", "Examplazole");
        Assert.Equal(1, code);
        Assert.Contains("Still needed: dose, route", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("palmeto", "--dose", "150MG", "meant: palmetto")]
    [InlineData("palmetto", "--dose", "much", "--dose takes an amount")]
    [InlineData("palmetto", "--ndc", "123", "--ndc takes eleven digits")]
    [InlineData("palmetto", "--waste", "some", "--waste takes an amount")]
    [InlineData("palmetto", "--code", "J", "no HCPCS code")]
    [InlineData("palmetto", "--ndc-quantity", "3", "--ndc-quantity takes unit and number")]
    [InlineData("palmetto", "--price", "cheap", "--price takes a number")]
    public void What_cannot_be_read_is_refused(string payer, string option, string value, string message)
    {
        var (code, _, error) = Noc(payer, option, value);
        Assert.Equal(2, code);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }
}
