using Noc.Drugs;

namespace Noc.Core.Tests.Drugs;

public class Gs1TextTests
{
    private const string Gtin = "00388887777025";   // 03, ten digits of an invented NDC, check digit

    [Theory]
    [InlineData("(01)00388887777025(17)270131(10)AB123(21)S-9")]
    [InlineData("(01) 00388887777025 (17) 270131 (10) AB123 (21) S-9")]
    [InlineData("01003888877770251727013110AB123\u001D21S-9")]
    [InlineData("]d201003888877770251727013110AB123<GS>21S-9")]
    [InlineData("]C1\u001D0100388887777025" + "1727013110AB123{FNC1}21S-9")]
    [InlineData("https://id.gs1.org/01/00388887777025/10/AB123/21/S-9?17=270131")]
    [InlineData("\u241D010038888777702510AB123\u241D17270131" + "21S-9")]
    public void Reads_every_way_a_scanner_writes_a_barcode(string text)
    {
        var read = Gs1Text.Read(text);
        Assert.NotNull(read);
        Assert.Equal(Gs1Defect.None, read.Defect);
        Assert.Equal(Gtin, read.Gtin);
        Assert.Equal(("AB123", new DateOnly(2027, 1, 31), "S-9"), (read.Lot, read.Expiry!.Value, read.Serial));
        Assert.Equal(NdcDefect.AmbiguousTenDigits, read.Ndc!.Defect);
        Assert.Equal(["08888777702", "88887077702", "88887777002"], read.Ndc.Candidates);
    }

    [Theory]
    [InlineData("388887777025", 0)]
    [InlineData("0388887777025", 0)]
    [InlineData("00388887777025", 0)]
    [InlineData("50388887777020", 5)]
    public void Reads_a_bare_gtin_of_a_drug(string text, int level)
    {
        var read = Gs1Text.Read(text)!;
        Assert.Equal(level, read.Level);
        Assert.Contains("08888777702", read.Ndc!.Candidates);
    }

    [Fact]
    public void Day_zero_of_an_expiry_is_the_last_of_the_month() =>
        Assert.Equal(new DateOnly(2028, 2, 29), Gs1Text.Read("(01)00388887777025(17)280200")!.Expiry);

    [Fact]
    public void Takes_the_code_that_ai_715_writes_out() =>
        Assert.Equal("88888777702", Gs1Text.Read("(01)00012345678905(715)88888-7777-02")!.Ndc!.Ndc!.Value.Digits);

    [Theory]
    [InlineData("(01)00388887777024", Gs1Defect.CheckDigit)]
    [InlineData("(01)00012345678905", Gs1Defect.NotNdc)]
    [InlineData("(17)270131", Gs1Defect.NoGtin)]
    [InlineData("(01)00388887777025(17)271331", Gs1Defect.Unreadable)]
    [InlineData("]d20100388887777025" + "99X", Gs1Defect.Unreadable)]
    public void Says_what_is_wrong(string text, Gs1Defect defect) =>
        Assert.Equal(defect, Gs1Text.Read(text.PadRight(12))?.Defect ?? Gs1Defect.NoGtin);

    [Theory]
    [InlineData("88888077702")]
    [InlineData("88888-0777-02")]
    [InlineData("388887777021")]
    [InlineData("plain words, no barcode")]
    public void Leaves_other_texts_alone(string text) => Assert.Null(Gs1Text.Read(text));

    [Fact]
    public void Never_throws()
    {
        var random = new Random(20261121);
        const string Alphabet = "0123456789()]dC1<GS>/?=&-\u001D http:";
        for (var i = 0; i < 20_000; i++)
        {
            var text = (i % 3 == 0 ? "01" : i % 3 == 1 ? "(01)" : "") + Gtin[..random.Next(15)]
                + new string([.. Enumerable.Range(0, random.Next(0, 40)).Select(_ =>
                    Alphabet[random.Next(Alphabet.Length)])]);
            var read = Gs1Text.Read(text);
            Assert.True(read is null || read.Gtin.Length is 0 or 14);
            Assert.True(LabelText.Read(text) is null or { Defect: Gs1Defect.None });
        }
    }

    [Theory]
    [InlineData("NDC 88888-0777-02 LOT AB123 EXP 2027-01", "2027-01-31")]
    [InlineData("Exampline 400 mg NDC: 88888-777-02, LOT: AB123; EXP: 01/2027", "2027-01-31")]
    [InlineData("EXP 15JAN2027 LOT# AB123 NDC 88888 777 02 Rx only", "2027-01-15")]
    public void Reads_a_pasted_label(string text, string expiry)
    {
        var read = LabelText.Read(text)!;
        Assert.Equal("88888077702", read.Ndc!.Ndc!.Value.Digits);
        Assert.Equal(("AB123", expiry), (read.Lot, $"{read.Expiry:yyyy-MM-dd}"));
    }
}
