namespace Noc.Reference.Store;

/// <summary>A file that tables were made of, of which <see cref="OriginalStore"/> keeps the content.</summary>
/// <param name="Hash">SHA-256 of the content, hexadecimal.</param>
/// <param name="File">Name of the file on disk, without its folder.</param>
/// <param name="Member">Name of the member inside an archive; the same as the file's where it is none.</param>
public sealed record KeptOriginal(string Hash, string File, string Member)
{
    private const int Cells = 3;

    /// <summary>The files that an image says it was made of.</summary>
    public static IReadOnlyList<KeptOriginal> Of(TableImage image)
    {
        var kept = new List<KeptOriginal>();
        foreach (ref readonly var loaded in image.Rows<LoadedRecord>().All)
            kept.Add(new(image.Text(loaded.Hash), image.Text(loaded.File), image.Text(loaded.Member)));
        return kept;
    }

    /// <summary>One file a line, cells with tabs between them.</summary>
    internal static string Write(IEnumerable<KeptOriginal> files) =>
        string.Concat(files.Select(file => $"{file.Hash}\t{Plain(file.File)}\t{Plain(file.Member)}\n"));

    /// <summary>The files of a text; lines that are none are left out.</summary>
    internal static IReadOnlyList<KeptOriginal> Read(string text) =>
    [
        .. text.Split('\n').Select(line => line.Split('\t')).Where(cells => cells.Length == Cells)
            .Select(cells => new KeptOriginal(cells[0], cells[1], cells[2])),
    ];

    private static string Plain(string name) =>
        name.Any(char.IsControl) ? string.Concat(name.Select(c => char.IsControl(c) ? ' ' : c)) : name;
}
