using System.IO.Compression;
using System.Text;
using Noc.Drugs;
using Noc.Tests;

namespace Noc.Core.Tests.Drugs;

/// <summary>All packages of the FDA's directory at hand, in every spelling.</summary>
public class NdcDirectoryTests
{
    private static List<(string Code, string Description)> Packages()
    {
        using var zip = ZipFile.OpenRead(SharedFolder.Require("data/fda/ndctext_2015-12_injectables_rebuilt.zip"));
        using var reader = new StreamReader(zip.GetEntry("package.txt")!.Open(), Encoding.Latin1);
        var head = reader.ReadLine()!.Split('\t');
        var (code, text) = (Array.IndexOf(head, "NDCPACKAGECODE"), Array.IndexOf(head, "PACKAGEDESCRIPTION"));
        var rows = new List<(string, string)>();
        while (reader.ReadLine()?.Split('\t') is { } cells) rows.Add((cells[code], cells[text]));
        return rows;
    }

    [Fact]
    public void Every_package_code_reads_back_from_every_spelling()
    {
        var count = 0;
        foreach (var (code, _) in Packages())
        {
            if (code.Any(char.IsLetter)) continue;   // eight rows of a labeler with letters
            count++;
            var label = NdcText.Read(code);
            Assert.Equal((NdcDefect.LabelForm, code), (label.Defect, label.Written));
            var ndc = label.Ndc!.Value;
            Assert.Equal($"{ndc.Labeler}-{ndc.Product}-{ndc.Package}", ndc.Hyphenated);
            string[] spellings =
            [
                ndc.Digits, ndc.Hyphenated, $"N4{ndc.Digits}", $"N4 {ndc.Hyphenated}",
                ndc.Hyphenated.Replace('-', ' '), label.TwelveDigits, label.TwelveHyphenated, code.Replace('-', ' '),
            ];
            foreach (var spelling in spellings) Assert.Equal(ndc, NdcText.Read(spelling).Ndc);
            var bare = code.Replace("-", "", StringComparison.Ordinal);
            Assert.Contains(ndc.Digits, NdcText.Read(bare).Candidates);
            var gtin = Gtin($"003{bare}");
            Assert.Contains(ndc.Digits, Gs1Text.Read($"(01){gtin}(17)271231(10)A1")!.Ndc!.Candidates);
            Assert.Equal(NdcDefect.ProductOnly, NdcText.Read(code.AsSpan(0, code.LastIndexOf('-'))).Defect);
        }
        Assert.InRange(count, 21_000, 22_000);
    }

    [Fact]
    public void Every_package_description_is_understood_and_names_its_own_code()
    {
        var (understood, named, all) = (0, 0, 0);
        foreach (var (code, description) in Packages())
        {
            all++;
            if (NdcPackage.Read(description) is not { } package) continue;
            understood++;
            var own = NdcText.Read(code).Ndc;
            if (own is { } ndc && (package.Kit?.Ndc == ndc || package.Find(ndc) is not null)) named++;
        }
        Assert.Equal(all, understood);
        Assert.InRange(named, all * 99 / 100, all);
    }

    private static string Gtin(string thirteen)
    {
        for (var digit = '0'; digit <= '9'; digit++)
            if (Gs1Text.HasCheckDigit(thirteen + digit)) return thirteen + digit;
        throw new InvalidOperationException(thirteen);
    }
}
