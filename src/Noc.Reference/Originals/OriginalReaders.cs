namespace Noc.Reference.Originals;

/// <summary>Reads one layout of one dataset.</summary>
/// <param name="Dataset">What the file is about.</param>
/// <param name="Recognises">Whether a member has this layout, by its content.</param>
/// <param name="Read">Reads the member; throws <see cref="UnreadableOriginalException"/>.</param>
public sealed record OriginalReader(
    Dataset Dataset, Func<OriginalHead, bool> Recognises, Func<OriginalMember, IOriginal> Read)
{
    /// <summary>The columns that it goes by; none for layouts without a header, or with one like many others.</summary>
    internal IReadOnlyList<Column> Columns { get; init; } = [];

    /// <summary>For layouts whose header is like many others: the name of the column that a file lacks which is of this
    /// kind by its other columns or by its rows; null for other files.</summary>
    internal Func<OriginalHead, string?>? MissingColumn { get; init; }

    /// <summary>What stands between the columns of text.</summary>
    internal char Delimiter { get; init; } = ',';
}

/// <summary>What a file looks like that no reader recognises.</summary>
/// <param name="Dataset">What it is about.</param>
/// <param name="Reason">Which columns of its header are missing, and which are not known.</param>
public sealed record OriginalLikeness(Dataset Dataset, string Reason);

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
