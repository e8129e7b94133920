namespace Noc.App.AuditClaims;

/// <summary>Turns the paths a user names into files, and says what a file is that holds no claims.</summary>
internal static class InputFiles
{
    private const int HeadBytes = 1024;

    // A file of one of these names is audited whatever it holds, so that a damaged one is reported.
    private static readonly string[] ClaimEndings = [".837", ".837p", ".837i", ".edi", ".x12", ".clm"];

    /// <summary>The files to audit in the order named, with what is wrong where one surely cannot be read.</summary>
    /// <param name="options">What the user named.</param>
    /// <param name="skipped">Gets a line for each folder in which files were left out.</param>
    public static IEnumerable<(string Path, string? Problem)> Of(AuditOptions options, List<string> skipped)
    {
        var isInputRead = false;
        foreach (var path in options.Paths)
        {
            if (path == "-")
            {
                yield return (path, isInputRead
                    ? "Standard input is read once; it was named twice. Name - once." : null);
                isInputRead = true;
            }
            else if (File.Exists(path))
            {
                yield return (path, null);
            }
            else if (Directory.Exists(path))
            {
                foreach (var file in OfFolder(path, options.ReportPath, skipped)) yield return file;
            }
            else
            {
                foreach (var file in OfPattern(path)) yield return file;
            }
        }
    }

    // The shell of Windows leaves * and ? to the program.
    private static IEnumerable<(string Path, string? Problem)> OfPattern(string path)
    {
        const string none = "There is no such file or folder. Check the path.";
        var name = Path.GetFileName(path);
        var folder = Path.GetDirectoryName(path) is { Length: > 0 } named ? named : ".";
        if (name.AsSpan().IndexOfAny('*', '?') < 0 || !Directory.Exists(folder)) return [(path, none)];
        try
        {
            var files = Directory.GetFiles(folder, name);
            Array.Sort(files, StringComparer.Ordinal);
            return files.Length == 0 ? [(path, "No file has such a name. Check the path.")]
                : files.Select(file => (folder == "." ? Path.GetFileName(file) : file, (string?)null));
        }
        catch (Exception e) when (FileFault.Is(e))
        {
            return [(path, none)];
        }
    }

    private static List<(string Path, string? Problem)> OfFolder(string folder, string? report, List<string> skipped)
    {
        List<(string Path, string? Problem)> files = [];
        List<string> others = [];
        var left = new Stack<string>([folder]);
        while (left.TryPop(out var next))
        {
            try
            {
                foreach (var inner in Directory.EnumerateDirectories(next))
                {
                    // A link may lead back to a folder above: what it holds is audited where it is named.
                    if (new DirectoryInfo(inner).LinkTarget is null) left.Push(inner);
                    else others.Add(inner);
                }
                foreach (var file in Directory.EnumerateFiles(next))
                {
                    if (report is not null && SamePath(file, report)) continue;
                    if (MayHoldClaims(file, out var problem)) files.Add((file, problem));
                    else others.Add(file);
                }
            }
            catch (Exception e) when (FileFault.Is(e))
            {
                files.Add((next, "The folder cannot be read. Check its permissions."));
            }
        }
        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        others.Sort(StringComparer.Ordinal);
        if (others.Count > 0) skipped.Add(DescribeSkipped(folder, others));
        if (files.Count == 0)
            files.Add((folder, "The folder holds no claim files (837). Name the files, or another folder."));
        return files;
    }

    private static string DescribeSkipped(string folder, List<string> skipped)
    {
        const int named = 5;
        var names = string.Join(", ", skipped.Take(named).Select(file => Path.GetRelativePath(folder, file)));
        var more = skipped.Count > named ? $" and {skipped.Count - named} more" : "";
        return $"{folder}: skipped, they hold no claims: {names}{more}";
    }

    /// <summary>True where two paths name the same file, as far as their texts tell.</summary>
    public static bool SamePath(string one, string other) => string.Equals(
        Path.GetFullPath(one), Path.GetFullPath(other),
        OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);

    /// <summary>Opens a file whatever else is done with it.</summary>
    public static FileStream Open(string path) => new(path, new FileStreamOptions
    {
        BufferSize = 0,
        Options = FileOptions.SequentialScan,
        Share = FileShare.ReadWrite | FileShare.Delete,
    });

    private static bool MayHoldClaims(string path, out string? problem)
    {
        problem = null;
        var isNamed = Array.Exists(
            ClaimEndings, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        // Never opened: a named pipe has no length either, and would wait for its writer.
        if (new FileInfo(path) is { Exists: true, Length: 0 })
        {
            problem = Explain([]);
            return isNamed;
        }
        return isNamed ? !HoldsOtherKind(path) : HoldsClaims(path, ifUnread: true);
    }

    // A whole head of another kind, such as a remittance named .edi; damage is no kind.
    private static bool HoldsOtherKind(string path)
    {
        try
        {
            using var stream = Open(path);
            Span<byte> head = stackalloc byte[HeadBytes];
            head = head[..stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false)];
            return head.StartsWith("ISA"u8) && !MayHoldClaims(head);
        }
        catch (Exception e) when (FileFault.Is(e))
        {
            return false;
        }
    }

    /// <summary>Whether the first bytes of a file may be those of claims.</summary>
    /// <param name="path">The file.</param>
    /// <param name="ifUnread">The answer where it cannot be read.</param>
    public static bool HoldsClaims(string path, bool ifUnread)
    {
        try
        {
            using var stream = Open(path);
            Span<byte> head = stackalloc byte[HeadBytes];
            return MayHoldClaims(head[..stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false)]);
        }
        catch (Exception e) when (FileFault.Is(e))
        {
            return ifUnread;
        }
    }

    /// <summary>True for an interchange whose first transaction set is an 837, or stands further on.</summary>
    /// <param name="head">The first bytes of a file.</param>
    public static bool MayHoldClaims(ReadOnlySpan<byte> head)
    {
        if (head.IndexOf("I\0S\0A\0"u8) >= 0) return true;   // UTF-16
        var at = head.IndexOf("ISA"u8);
        if (at < 0 || at + 3 >= head.Length || char.IsAsciiLetterOrDigit((char)head[at + 3])) return false;
        ReadOnlySpan<byte> start = [(byte)'S', (byte)'T', head[at + 3]];
        for (at += 4; at < head.Length; at += 3)
        {
            var next = head[at..].IndexOf(start);
            if (next < 0) return true;
            at += next;
            if (!char.IsAsciiLetterOrDigit((char)head[at - 1])) return head[(at + 3)..].StartsWith("837"u8);
        }
        return true;
    }

    /// <summary>What the first bytes say, where they are surely no X12; null where they may be.</summary>
    public static string? Explain(ReadOnlySpan<byte> head) => head switch
    {
        [] => "The file is empty. Export the claims again.",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] =>
            "This is a PDF, not an 837. Ask the billing system for the electronic claim file.",
        [(byte)'P', (byte)'K', 3, 4, ..] => "This is a zip archive. Unpack it and audit the files inside.",
        [0x1F, 0x8B, ..] => "This is a gzip file. Unpack it first.",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] => "This is a picture, not an 837.",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => "This is an old Office document, not an 837.",
        _ => ExplainText(head),
    };

    private static string? ExplainText(ReadOnlySpan<byte> head)
    {
        var start = head.TrimStart(" \t\r\n\uFEFF"u8);
        return start switch
        {
            [(byte)'{', ..] or [(byte)'[', ..] => "This is JSON, not an 837.",
            [(byte)'<', ..] => "This is XML or HTML, not an 837.",
            [(byte)'M', (byte)'S', (byte)'H', (byte)'|', ..] => "This is an HL7 version 2 message, not an 837.",
            _ => null,
        };
    }

    /// <summary>What a transaction set that holds no claims is, and what to do with it.</summary>
    public static string ExplainTransaction(string id) => id switch
    {
        "835" => "This is a remittance (835), not a claim file (837). Audit the 837 that was sent.",
        "837D" => "This is a dental claim file (837D); Noc audits professional and institutional claims.",
        "999" or "997" => "This is an acknowledgement (999), not a claim file (837).",
        "277" => "This is a claim status or acknowledgement (277), not a claim file (837).",
        "270" or "271" => "This is an eligibility inquiry or answer (270/271), not a claim file (837).",
        "276" => "This is a claim status inquiry (276), not a claim file (837).",
        "278" => "This is an authorization request or answer (278), not a claim file (837).",
        _ => $"This is an X12 file of kind {id}, not a claim file (837).",
    };
}
