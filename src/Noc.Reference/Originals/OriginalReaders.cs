namespace Noc.Reference.Originals;

/// <summary>Reads one layout of one dataset.</summary>
/// <param name="Dataset">What the file is about.</param>
/// <param name="Recognises">Whether a member has this layout, by its content.</param>
/// <param name="Read">Reads the member; throws <see cref="UnreadableOriginalException"/>.</param>
public sealed record OriginalReader(
    Dataset Dataset, Func<OriginalHead, bool> Recognises, Func<OriginalMember, IOriginal> Read);

/// <summary>All layouts that can be read.</summary>
public static class OriginalReaders
{
    /// <summary>The readers; no two recognise the same file.</summary>
    public static IReadOnlyList<OriginalReader> All { get; } =
    [
        HcpcsTextReader.Reader,
        HcpcsSheetReader.Reader,
        HcpcsNocListReader.Reader,
        HcpcsNocListReader.PrintReader,
        HcpcsChangesReader.Reader,
        HcpcsChangesReader.PrintReader,
        HcpcsCorrectionsReader.Reader,
        AspPriceReader.Reader,
        NdcCrosswalkReader.Reader,
        NdcCrosswalkReader.AwpReader,
        NdcCrosswalkReader.OppsReader,
        NocPriceReader.Reader,
        NocCrosswalkReader.Reader,
        OppsAddendumBReader.Reader,
        FeeScheduleSheetReader.Reader,
        FeeScheduleTextReader.Reader,
        LocalityPaymentReader.Reader,
        GpciReader.SheetReader,
        GpciReader.TextReader,
        LocalityReader.SheetReader,
        LocalityReader.TextReader,
        ZipLocalityReader.Reader,
        Icd10CmReader.Reader,
        NdcDirectoryReader.ProductReader,
        NdcDirectoryReader.PackageReader,
        PurpleBookReader.Reader,
        OrangeBookReader.Reader,
        NadacReader.SheetReader,
        NadacReader.JsonReader,
        MedicaidRebateReader.Reader,
        MueReader.Reader,
        CodeListReader.PlaceReader,
        CodeListReader.CarcReader,
        CodeListReader.RarcReader,
        CodeListReader.StatusCategoryReader,
        CodeListReader.StatusReader,
        CodeListReader.RevenueReader,
        ContractorReader.Reader,
    ];

    /// <summary>The reader of a member; null where no reader recognises it.</summary>
    /// <exception cref="UnreadableOriginalException">The member is damaged.</exception>
    public static OriginalReader? Of(OriginalMember member)
    {
        foreach (var reader in All)
            if (reader.Recognises(member.Head)) return reader;
        return null;
    }
}
