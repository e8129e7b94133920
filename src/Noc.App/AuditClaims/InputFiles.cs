namespace Noc.App.AuditClaims;

/// <summary>Turns the paths a user names into files, and says what a file is that holds no claims.</summary>
internal static class InputFiles
{
    private static readonly string[] ClaimEndings = [".837", ".edi", ".x12", ".txt", ".dat", ".clm", ".837p", ".837i"];

    /// <summary>The files of a folder that may hold claims, in a stable order.</summary>
    public static List<string> InFolder(string folder)
    {
        var files = new List<string>();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            if (Array.Exists(ClaimEndings, ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
                files.Add(file);
        files.Sort(StringComparer.Ordinal);
        return files;
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
