namespace Noc.App.AuditClaims;

/// <summary>Turns the paths a user names into files, and says what a file is that holds no claims.</summary>
internal static class InputFiles
{
    private const int HeadBytes = 1024;

    // A file of one of these names is audited whatever it holds, so that a damaged one is reported.
    private static readonly string[] ClaimEndings = [".837", ".837p", ".837i", ".edi", ".x12", ".clm"];

    /// <summary>The files of a folder, those of its folders too, that hold or should hold claims.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="skipped">Gets the others; those that cannot be opened are not among them.</param>
    /// <returns>Paths in a stable order.</returns>
    public static List<string> InFolder(string folder, List<string> skipped)
    {
        var files = new List<string>();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var isNamed = Array.Exists(
                ClaimEndings, ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
            (isNamed || MayHoldClaims(file) ? files : skipped).Add(file);
        }
        files.Sort(StringComparer.Ordinal);
        skipped.Sort(StringComparer.Ordinal);
        return files;
    }

    /// <summary>One line that names the files of a folder that were left out.</summary>
    public static string DescribeSkipped(string folder, List<string> skipped)
    {
        const int named = 5;
        var names = string.Join(", ", skipped.Take(named).Select(file => Path.GetRelativePath(folder, file)));
        var more = skipped.Count > named ? $" and {skipped.Count - named} more" : "";
        return $"{folder}: skipped, they hold no claims: {names}{more}";
    }

    private static bool MayHoldClaims(string path)
    {
        try
        {
            using var stream = new FileStream(
                path, new FileStreamOptions { BufferSize = 0, Share = FileShare.ReadWrite });
            Span<byte> head = stackalloc byte[HeadBytes];
            return MayHoldClaims(head[..stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;   // the audit says what is wrong with it
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
