using System.Text;
using System.Text.Json;
using Noc.Drugs;
using Noc.Tests;

namespace Noc.Core.Tests.Drugs;

public class NdcTextTests
{
    [Theory]
    [InlineData("88888077702", NdcDefect.None, "88888077702")]
    [InlineData("88888-0777-02", NdcDefect.Separators, "88888077702")]
    [InlineData("88888 0777  02", NdcDefect.Separators, "88888077702")]
    [InlineData("8888-0777-02", NdcDefect.LabelForm, "08888077702")]
    [InlineData("88888-777-02", NdcDefect.LabelForm, "88888077702")]
    [InlineData("88888-0777-2", NdcDefect.LabelForm, "88888077702")]
    [InlineData("N488888077702", NdcDefect.Prefix, "88888077702")]
    [InlineData("n4 88888077702", NdcDefect.Prefix, "88888077702")]
    [InlineData("088888077702", NdcDefect.TwelveDigits, "88888077702")]
    [InlineData("188888077702", NdcDefect.NoElevenDigitForm, "")]
    [InlineData("8888807772", NdcDefect.AmbiguousTenDigits, "")]
    [InlineData("888-07777-02", NdcDefect.BadSegments, "")]
    [InlineData("88888-777-02-1", NdcDefect.BadSegments, "")]
    [InlineData("88888-0777-02-", NdcDefect.Separators, "88888077702")]
    [InlineData("88888O77702", NdcDefect.Letters, "")]
    [InlineData("00000000000", NdcDefect.Placeholder, "")]
    [InlineData("99999-9999-99", NdcDefect.Placeholder, "")]
    [InlineData("12345678901", NdcDefect.Placeholder, "")]
    [InlineData("12345-67890-1", NdcDefect.BadSegments, "")]
    [InlineData("1234-5678-90-1", NdcDefect.BadSegments, "")]
    [InlineData("88888-077702", NdcDefect.BadSegments, "")]
    [InlineData("8888-807-7702", NdcDefect.BadSegments, "")]
    [InlineData("8888807", NdcDefect.WrongLength, "")]
    [InlineData("  ", NdcDefect.Missing, "")]
    public void Names_what_is_wrong(string text, NdcDefect defect, string ndc)
    {
        var read = NdcText.Read(text);
        Assert.Equal(defect, read.Defect);
        Assert.Equal(ndc, read.Ndc?.Digits ?? "");
        Assert.Equal(read.Defect, NdcText.Read(Encoding.Latin1.GetBytes(text)).Defect);
    }

    [Theory]
    [InlineData('\u2010')]
    [InlineData('\u2011')]
    [InlineData('\u2012')]
    [InlineData('\u2013')]
    [InlineData('\u2014')]
    [InlineData('\u2212')]
    public void Dashes_of_documents_are_hyphens(char dash)
    {
        Assert.Equal("50242006001", NdcText.Read($"50242{dash}060{dash}01").Ndc?.Digits);
        Assert.Equal(NdcDefect.BadSegments, NdcText.Read($"88888{dash}777{dash}02{dash}1").Defect);
        Assert.Equal("50242006001", NdcText.Read($"50242\u00A0060\u00A001").Ndc?.Digits);
        Assert.Equal(NdcDefect.Letters, NdcText.Read(Encoding.UTF8.GetBytes($"50242{dash}060{dash}01")).Defect);
    }

    [Fact]
    public void Never_throws_and_never_finds_a_code_in_ten_plain_digits()
    {
        var random = new Random(20261122);
        const string Alphabet = "0123456789- N4n*/.é\0";
        for (var i = 0; i < 20_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(0, 60)).Select(_ =>
                Alphabet[random.Next(Alphabet.Length)])]);
            var read = NdcText.Read(text);
            Assert.True(read.Ndc is null || read.TwelveHyphenated.Length == 14);
            Assert.Equal(read.Defect == NdcDefect.AmbiguousTenDigits ? 3 : 0, read.Candidates.Count);
        }
    }

    [Fact]
    public void Agrees_with_the_worked_cases()
    {
        using var cases = JsonDocument.Parse(File.ReadAllText(SharedFolder.Require("domain/cases/coding-cases.json")));
        var count = 0;
        foreach (var item in cases.RootElement.GetProperty("cases").EnumerateArray())
        {
            if (item.GetProperty("kind").GetString() != "ndc") continue;
            count++;
            var read = NdcText.Read(item.GetProperty("input").GetProperty("value").GetString());
            foreach (var expected in item.GetProperty("expected").EnumerateObject())
                Assert.Equal($"{item.GetProperty("id")} {expected.Name} {Plain(expected.Value)}",
                    $"{item.GetProperty("id")} {expected.Name} {Actual(expected.Name, read, item)}");
        }
        Assert.Equal(9, count);
    }

    private static string Actual(string name, NdcText read, JsonElement item) => name switch
    {
        "ok" => IsOk(read, item) ? "True" : "False",
        "ndc11" => read.Ndc?.Digits ?? "",
        "ndc11Hyphen" => read.Ndc?.Hyphenated ?? "",
        "ndc12" => read.TwelveDigits,
        "ndc12Hyphen" => read.TwelveHyphenated,
        "candidates" => string.Join(',', read.Candidates),
        "error" => read.Defect switch
        {
            NdcDefect.AmbiguousTenDigits => "ambiguous-10-digit",
            NdcDefect.BadSegments => "bad-segments",
            NdcDefect.NoElevenDigitForm => "no-11-digit-form",
            _ => read.Defect.ToString(),
        },
        _ => "?",
    };

    private static string Plain(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? string.Join(',', value.EnumerateArray()) : value.ToString();

    private static bool IsOk(NdcText read, JsonElement item) =>
        item.GetProperty("input").GetProperty("target").GetString() == "12-digit"
            ? read.TwelveDigits.Length > 0 : read.Ndc is not null;

    [Theory]
    [InlineData("1.5", NdcQuantityDefect.None)]
    [InlineData("0.833", NdcQuantityDefect.None)]
    [InlineData(".5", NdcQuantityDefect.None)]
    [InlineData("10", NdcQuantityDefect.None)]
    [InlineData("1.50", NdcQuantityDefect.TrailingZeros)]
    [InlineData("0.8333", NdcQuantityDefect.TooManyDecimals)]
    [InlineData("0", NdcQuantityDefect.NotPositive)]
    [InlineData("-2", NdcQuantityDefect.NotPositive)]
    [InlineData("1,200", NdcQuantityDefect.NotANumber)]
    [InlineData("ML1.5", NdcQuantityDefect.NotANumber)]
    [InlineData("999999999", NdcQuantityDefect.TooLarge)]
    [InlineData("", NdcQuantityDefect.Missing)]
    public void Reads_quantities(string text, NdcQuantityDefect defect) =>
        Assert.Equal(defect, NdcQuantityText.Read(text).Defect);
}
