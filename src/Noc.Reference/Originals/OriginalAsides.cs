using System.Text.RegularExpressions;

namespace Noc.Reference.Originals;

/// <summary>Members that come with an agency's release and are no dataset, with the reason.</summary>
public static partial class OriginalAsides
{
    private const int FirstLines = 10;

    // Words in the first lines of documents and of copies.
    private static readonly (string Words, string Why)[] Titles =
    [
        ("record layout", "a record layout"),
        ("CMS RIF REPORT", "a record layout"),
        ("HCPCS File Content", "a read-me file"),
        ("Update Information", "a read-me file"),
        ("PROCESSING NOTES", "processing notes"),
        ("HCPCS CORRECTIONS", "corrections cut to narrow columns: the workbook beside it holds them whole"),
    ];

    /// <summary>Why a member that no reader recognises is left out; null where it is not known either.</summary>
    /// <exception cref="UnreadableOriginalException">The member is damaged.</exception>
    public static string? Why(OriginalMember member)
    {
        Span<byte> start = stackalloc byte[4];
        using (var stream = member.Open())
            if (stream.ReadAtLeast(start, 4, throwOnEndOfStream: false) == 4 && start.SequenceEqual("%PDF"u8))
                return "a document (PDF)";
        var head = member.Head;
        if (head.IsSheet || head.Lines.Count == 0) return null;
        foreach (var line in head.Lines.Take(FirstLines))
            foreach (var (words, why) in Titles)
                if (line.Contains(words, StringComparison.OrdinalIgnoreCase)) return why;
        if (TextFields.AllLines(head, line => TextFields.IsMatch(IcdCode(), line)))
            return "ICD-10-CM codes without order: the order file of the release holds them";
        if (TextFields.AllLines(head, line => TextFields.IsMatch(IcdAddendum(), line)))
            return "changes of ICD-10-CM: the order file of the release holds their result";
        if (head.Lines[0].Split('~') is { Length: > 2 } cells && cells.Contains("Appl_No")
            && (cells.Contains("Patent_No") || cells.Contains("Exclusivity_Code")))
            return "patents or exclusivity of the Orange Book";
        return null;
    }

    [GeneratedRegex(@"^[A-Z]\d[0-9A-Z]{1,5} {1,6}\S", TextFields.Exact, TextFields.PatienceMs)]
    private static partial Regex IcdCode();

    [GeneratedRegex(@"^(Add|Delete|Revise from|Revise to|No change):? +([01] )?[A-Z]\d[0-9A-Z]{1,5} ",
        TextFields.AnyCase, TextFields.PatienceMs)]
    private static partial Regex IcdAddendum();
}
