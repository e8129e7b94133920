namespace Noc.Reference.Originals;

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

    /// <summary>The known kind of file that a member would be if its header had all columns: a column was renamed or
    /// left out. Null for what is no file of an agency.</summary>
    /// <exception cref="UnreadableOriginalException">The member is damaged.</exception>
    public static OriginalLikeness? Like(OriginalMember member)
    {
        foreach (var reader in All)
            if (reader.MissingColumn?.Invoke(member.Head) is { } column)
                return new(reader.Dataset, $"The header has no column \"{column}\".");
        HeaderLikeness? best = null;
        foreach (var delimiter in (char[])[',', '\t', '~'])
            foreach (var row in member.Head.Split(delimiter, quotes: delimiter == ',').Take(OriginalLimits.BannerLines))
                foreach (var reader in All)
                    if (reader.Delimiter == delimiter && HeaderLikeness.Of(reader, row) is { } found
                        && (best is null || found.Rank > best.Rank)) best = found;
        return best is not null ? new(best.Dataset, best.Reason) : Saved(member.Head);
    }

    // A spreadsheet that saves an agency's file puts what its country is used to between the cells.
    private static OriginalLikeness? Saved(OriginalHead head)
    {
        if (head.IsSheet) return null;
        foreach (var (delimiter, name) in ((char, string)[])[(';', "semicolons"), ('\t', "tabs"), ('|', "bars")])
            foreach (var row in head.Split(delimiter).Take(OriginalLimits.BannerLines))
                foreach (var reader in All)
                    if (row.Count > 2 && reader.Columns.Count > 2 && reader.Delimiter == ','
                        && reader.Columns.All(column => !column.IsNeeded || row.Any(column.Is)))
                        return new(reader.Dataset,
                            $"Its cells are set apart by {name}. Import the file as it was downloaded, with commas.");
        return null;
    }
}
