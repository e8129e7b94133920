using System.Security.Cryptography;
using System.Text;

namespace Noc.Reference.Compile;

/// <summary>Makes a table image of the agencies' files.</summary>
public static class TableCompiler
{
    // Counts up when the same files give other tables.
    private const string Version = "4";

    /// <summary>The name that tables of these files have.</summary>
    /// <param name="hashes">SHA-256 of each file beside the seed, hexadecimal.</param>
    /// <param name="seed">What lies under the files.</param>
    public static string NameOf(IEnumerable<string> hashes, TableImage seed)
    {
        var under = Convert.ToHexStringLower(SHA256.HashData(seed.Content.Span));
        var parts = string.Join(
            '\n', hashes.Distinct().Order(StringComparer.Ordinal).Prepend(under).Prepend(Version));
        return "tables-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts)))[..12];
    }

    /// <summary>Compiles the files over the seed. The same files give the same bytes, in whatever order.</summary>
    /// <param name="files">The files; each is let go once its rows are taken over.</param>
    /// <param name="seed">What lies under them.</param>
    public static TableImage Compile(IEnumerable<LoadedFile> files, TableImage seed)
    {
        var image = new TableImageBuilder();
        var codes = CodeSections.Codes();
        var ndcs = NdcSections.Codes(codes, image.Texts);
        IReadOnlyList<TableSection> sections =
        [
            codes, CodeSections.Changes(), CodeSections.Mue(), CodeSections.Diagnoses(),
            CodeSections.Numbers(), PriceSections.Limits(), PriceSections.NocPrices(), PriceSections.Opps(),
            PriceSections.Nadac(), ndcs, NdcSections.NocNdcs(), NdcSections.Products(), NdcSections.Packages(),
            NdcSections.Rebates(), NdcSections.Approvals(), FeeSections.Fees(), FeeSections.Payments(),
            FeeSections.Localities(), FeeSections.Counties(), FeeSections.Zips(), FeeSections.Contractors(),
        ];
        var (loaded, hashes) = (new List<LoadedRecord>(), new List<string>());
        foreach (var section in sections) section.AddSeed(seed, image.Texts);
        foreach (var record in seed.Rows<LoadedRecord>().All) loaded.Add(Layers.Moved(record, seed, image.Texts));
        foreach (var file in files)
        {
            var section = sections.First(section => section.Takes(file.Original.Dataset));
            if (!section.Add(file, image.Texts))
                throw new InvalidOperationException($"{file.Original.Dataset} has rows of an unknown kind.");
            loaded.Add(Loaded(file, section.LastRemark, image.Texts));
            hashes.Add(file.Hash);
        }
        foreach (var section in sections) section.Finish(image);
        var superseded = sections.SelectMany(section => section.Superseded()).ToHashSet(StringComparer.Ordinal);
        image.Add(loaded.Select(record => superseded.Contains(image.Texts[record.Hash])
            ? record with { Kind = LoadedKind.Superseded } : record));
        image.Add(NdcSections.ByCode(ndcs.Made));
        return image.Build(NameOf(hashes, seed));
    }

    private static LoadedRecord Loaded(LoadedFile file, string remark, TextHeap texts) => new()
    {
        Publisher = texts.Add(Publishers.Of(file.Original.Dataset)),
        Release = texts.Add(file.Original.Release),
        File = texts.Add(file.File),
        Member = texts.Add(file.Member),
        Hash = texts.Add(file.Hash),
        Remarks = texts.Add(remark),
        Dataset = file.Original.Dataset,
        Days = TableSection<LoadedRecord>.DaysOf(file.Original.Period),
        Rows = file.Original.RowCount,
        Problems = file.Original.Problems.Count,
        Skipped = file.Original.Skipped.Values.Sum(),
        Kind = file.Original.IsPartial ? LoadedKind.Partial : LoadedKind.Complete,
    };
}
